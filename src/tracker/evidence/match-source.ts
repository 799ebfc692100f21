/** Which source of the tracker a file is a copy of: said only where the file itself tells, never guessed. */
import { foldText } from '../../anchoring/index.ts'
import type { DocumentText } from '../../model/index.ts'
import type { RecordOf } from '../record/index.ts'
import type { QuotedSource } from './match-quotes.ts'

export interface SourceCandidate {
  readonly source: RecordOf<'source'>
  /** What speaks for it, as a clause: "its title is the source's". */
  readonly why: string
}

export type SourceMatch =
  | ({ readonly kind: 'sure' } & SourceCandidate)
  /** Best first; empty where nothing in the file is like any source. */
  | { readonly kind: 'unsure'; readonly candidates: readonly SourceCandidate[] }

export interface CopyFacts {
  /** The file's own name, without folders. */
  readonly fileName: string
  /** Addresses that the file gives as its own (an HTML page's canonical link). */
  readonly addresses: readonly string[]
  readonly document: Pick<DocumentText, 'title' | 'text' | 'blocks'>
  /** Sources whose cited quotations stand in it, those with the most first. */
  readonly quoted: readonly QuotedSource[]
}

/** Titles shorter than this (folded) are names that many documents share ("Summary"). */
const TELLING_TITLE = 12
/** A title stands among the first lines of a page, after its navigation. */
const FIRST_BLOCKS = 12
/** How much of the text may tell what it is, and the share of a title's words that makes a source worth naming. */
const OPENING = 1200
const WORTH_NAMING = 0.6
const MOST_NAMED = 3
/**
 * Words tell a source for sure only where several of its quotations stand here, most of all that are cited of it, and of
 * no other source nearly as many: a reply also quotes the report it answers.
 */
const ENOUGH_QUOTES = 3
const MOST_OF_ITS_QUOTES = 0.5
const CLEARLY_MORE = 3

export function matchSource(sources: readonly RecordOf<'source'>[], facts: CopyFacts): SourceMatch {
  const sure = [...bySign(sources, facts)]
  const [first] = sure
  if (first !== undefined && sure.every(({ source }) => source === first.source))
    return { kind: 'sure', ...first }
  if (first !== undefined) return { kind: 'unsure', candidates: sure }
  const quoted = byQuotes(sources, facts.quoted)
  if (isSure(facts.quoted) && quoted[0] !== undefined) return { kind: 'sure', ...quoted[0] }
  const others = byWords(sources, facts).filter(({ source }) => quoted.every((one) => one.source !== source))
  return { kind: 'unsure', candidates: [...quoted, ...others].slice(0, MOST_NAMED) }
}

function isSure([first, second]: readonly QuotedSource[]): boolean {
  if (first === undefined || first.found < ENOUGH_QUOTES) return false
  return first.found >= first.of * MOST_OF_ITS_QUOTES && first.found >= (second?.found ?? 0) * CLEARLY_MORE
}

function byQuotes(
  sources: readonly RecordOf<'source'>[],
  quoted: readonly QuotedSource[],
): SourceCandidate[] {
  return quoted.flatMap(({ source: id, found, of }) => {
    const source = sources.find((each) => each.id === id)
    const why = `it holds ${found} of the ${of} ${of === 1 ? 'quotation' : 'quotations'} cited from the source`
    return source === undefined ? [] : [{ source, why }]
  })
}

/** An address without what changes between visits: scheme, "www.", query, closing slash. */
const plainAddress = (address: string): string =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .toLowerCase()

const lastSegment = (address: string): string => plainAddress(address).split('/').slice(1).at(-1) ?? ''
const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '')
const fold = (text: string): string => foldText(text).text

function* bySign(sources: readonly RecordOf<'source'>[], facts: CopyFacts): Generator<SourceCandidate> {
  const addresses = new Set(facts.addresses.map(plainAddress))
  const name = fold(withoutEnding(facts.fileName))
  const titles = new Set(openingTitles(facts).filter((title) => title.length >= TELLING_TITLE))
  for (const source of sources) {
    const segment = fold(withoutEnding(lastSegment(source.address)))
    if (addresses.has(plainAddress(source.address))) yield { source, why: 'it gives the source’s address' }
    else if (name === fold(source.id)) yield { source, why: 'its file is named after the source’s id' }
    else if (titles.has(fold(source.title))) yield { source, why: 'its title is the source’s' }
    else if (segment.length >= TELLING_TITLE && segment === name)
      yield { source, why: 'its file is named as in the source’s address' }
  }
}

function openingTitles({ document }: CopyFacts): string[] {
  const { title, text, blocks } = document
  const lines = blocks.slice(0, FIRST_BLOCKS).map(({ start, end }) => text.slice(start, end))
  return [...(title === null ? [] : [title]), ...lines].map(fold)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []

/** Sources whose title's words mostly stand in the file's opening: to be named to a person, not taken. */
function byWords(
  sources: readonly RecordOf<'source'>[],
  { fileName, document }: CopyFacts,
): SourceCandidate[] {
  const opening = new Set(wordsOf(`${fileName} ${document.title ?? ''} ${document.text.slice(0, OPENING)}`))
  return sources
    .map((source) => {
      const words = [...new Set(wordsOf(source.title))]
      const shared = words.filter((word) => opening.has(word)).length
      return { source, share: words.length < 2 ? 0 : shared / words.length }
    })
    .filter(({ share }) => share >= WORTH_NAMING)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_NAMED)
    .map(({ source }) => ({ source, why: 'its opening has most words of the source’s title' }))
}
