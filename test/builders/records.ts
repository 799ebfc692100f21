/** Records for tests, named in the domain's words: say what matters to the case and the rest has a plain value. */
import type {
  Block,
  BlockKind,
  ComparisonRow,
  DocumentText,
  Extract,
  PageSpan,
  Statement,
} from '../../src/model/index.ts'

export interface PageText {
  readonly blocks: readonly (readonly [kind: BlockKind, text: string])[]
}

/** A document of the given pages; blocks are set apart by an empty line, pages follow each other without a gap. */
export function aDocument(pages: readonly PageText[], given: Partial<DocumentText> = {}): DocumentText {
  let text = ''
  const blocks: Block[] = []
  const spans: PageSpan[] = []
  for (const [index, page] of pages.entries()) {
    const start = text.length
    for (const [kind, words] of page.blocks) {
      blocks.push({
        kind,
        start: text.length,
        end: text.length + words.length,
        ...(kind === 'heading' ? { level: 2 } : {}),
      })
      text += `${words}\n\n`
    }
    spans.push({ number: index + 1, start, end: text.length })
  }
  return {
    mediaType: 'application/pdf',
    sha256: 'ab'.repeat(32),
    title: 'Rivers for all',
    publisher: 'The Rivers Commission',
    date: '2024-03-01',
    text,
    blocks,
    pages: spans,
    notices: [],
    ...given,
  }
}

/** A statement at the place where the document's text first holds `words`; they must be there. */
export function aStatement(document: DocumentText, words: string, given: Partial<Statement> = {}): Statement {
  return {
    id: `s-${document.text.indexOf(words)}`,
    kind: 'commitment',
    headings: [],
    number: null,
    speaker: null,
    strength: null,
    decision: null,
    deadline: null,
    money: [],
    groups: [],
    conditions: [],
    confidence: 0.9,
    because: ['will + act'],
    ...anExtract(document, words),
    ...given,
  }
}

export function anExtract(document: DocumentText, words: string): Extract {
  const start = document.text.indexOf(words)
  if (start < 0) throw new Error(`The document does not say "${words}"`)
  const page = document.pages?.find((each) => start >= each.start && start < each.end)?.number ?? null
  return { text: words, start, end: start + words.length, page }
}

export function aRow(recommendation: Extract, given: Partial<ComparisonRow> = {}): ComparisonRow {
  return {
    number: null,
    headings: [],
    recommendation,
    response: null,
    decision: 'no-response',
    decisionEvidence: null,
    commitments: [],
    confidence: 0.8,
    because: [],
    ...given,
  }
}
