/** From the words and shapes of all pages to the document's text: the steps of reading a layout, in their order. */
import type { DocumentNotice } from '../../model/index.ts'
import type { ParsedText } from '../source.ts'
import { numberBoxes } from './box-ids.ts'
import { classify } from './classify.ts'
import { continueDrafts } from './continue-drafts.ts'
import { partsByDirection } from './directions.ts'
import type { Draft } from './draft.ts'
import { splitFootnotes } from './footnotes.ts'
import { findFrontDate } from './front-date.ts'
import { findFurniture } from './furniture.ts'
import { vocabularyOf } from './join-lines.ts'
import { settleLargeType } from './large-type.ts'
import { layOut } from './lay-out.ts'
import { withoutLineNumbers } from './line-numbers.ts'
import { buildLines } from './lines.ts'
import { addLeadIns } from './list-items.ts'
import { type Look, lookOf } from './look.ts'
import type { PdfMetadata } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import { arrangePage, type PageLayout } from './page-layout.ts'
import { partParagraphs } from './paragraphs.ts'
import { readableWords } from './readable-words.ts'
import { joinSpacedLetters } from './spaced-letters.ts'
import { draftsOfTable } from './table-drafts.ts'
import { textOfLine } from './text-of-line.ts'
import { findPublisher, findTitle } from './title-page.ts'
import { withoutWatermarks } from './watermarks.ts'

/** What the file tells beside its pages: metadata, and bookmarks as titles (normalised) with their depth from 1. */
export interface FileFacts {
  readonly metadata: PdfMetadata
  readonly outline: ReadonlyMap<string, number>
}

/** The document that `pages` show. Pure: the same pages give the same document. */
export function buildDocument(
  pages: readonly PageContent[],
  { metadata, outline }: FileFacts,
  notices: readonly DocumentNotice[],
): ParsedText {
  const clean = withoutWatermarks(
    pages.flatMap(partsByDirection).map((page) => ({ ...page, words: readableWords(page) })),
  )
  const lined = withoutLineNumbers(
    clean.map((page) => ({
      ...page,
      lines: buildLines(settleLargeType(joinSpacedLetters(page.words)), page.number),
    })),
  )
  const furniture = findFurniture(lined)
  const layouts = lined.map((page) =>
    arrangePage({ ...page, lines: page.lines.filter((line) => !furniture.lines.has(line)) }),
  )
  const look = lookOf(
    layouts.flatMap((layout) =>
      layout.flows.flatMap((flow) => (flow.lines === undefined ? [] : [flow.lines])),
    ),
  )
  const drafts = continueDrafts(layouts.flatMap((layout) => partsOfPage(layout, look)))
  classify(drafts, look, layouts, outline)
  numberBoxes(drafts)
  const vocabulary = vocabularyOf(layouts.flatMap((layout) => layout.lines.map((line) => line.text)))
  const names = pages.map(({ number, label }) => ({
    number,
    label: label ?? furniture.printedLabels.get(number) ?? null,
  }))
  const laid = layOut(drafts, names, vocabulary, textOfLine)
  return {
    mediaType: 'application/pdf',
    title: findTitle(drafts, metadata),
    publisher: findPublisher(drafts, metadata),
    date: findFrontDate(laid),
    ...laid,
    blocks: addLeadIns(laid.blocks, laid.text),
    notices,
  }
}

/** The drafts of each column and table of a page; its footnotes end the last. */
function partsOfPage(layout: PageLayout, look: Look): Draft[][] {
  const notes: Draft[] = []
  const parts = layout.flows.map((flow) => {
    if (flow.lines === undefined) return draftsOfTable(flow.table)
    const split = splitFootnotes(flow.lines, look, layout.shapes, layout.height)
    notes.push(...split.notes)
    return partParagraphs(split.text, look, layout.boxes)
  })
  const last = parts.at(-1)
  if (last === undefined) return [notes]
  last.push(...notes)
  return parts
}
