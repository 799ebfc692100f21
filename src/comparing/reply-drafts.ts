/** What a response's reply is while it is being read: what it answers, what it repeats, and its own words so far. */
import type { Label } from './labels.ts'
import type { Piece } from './pieces.ts'
import type { Reply } from './replies.ts'
import { OWN_VOICE } from './reply-lines.ts'
import { measureReplyPrefix, readReplyMarker } from './reply-markers.ts'
import { trimTail } from './reply-tail.ts'

export interface Draft {
  readonly numbers: string[]
  readonly restated: Map<number, number>
  title: string | null
  readonly headings: readonly string[]
  readonly quoted: Piece[]
  readonly body: Piece[]
  readonly isToConclusion: boolean
  readonly isListNumbered: boolean
  /** True where its label says so: "Response to Recommendation 4". */
  readonly isNamedReply: boolean
  /** A heading at this level or further out ends the reply. */
  readonly closeLevel: number
  readonly row: number | null
  /** Where in the body the first heading stands that may have ended the reply; null without one. */
  outerHeading: number | null
}

/** A draft that begins at `piece`, under a heading of `headingLevel`. */
export const openDraft = (piece: Piece, label: Label | null, headingLevel: number): Draft => ({
  numbers: [...(label?.numbers ?? [])],
  restated: new Map(),
  title: null,
  headings: piece.headings,
  quoted: [],
  body: [],
  isToConclusion: label?.kind === 'conclusion',
  isListNumbered: label?.kind === 'number',
  isNamedReply: label?.kind === 'reply',
  closeLevel: piece.kind === 'heading' ? piece.level : piece.headings.length === 0 ? 0 : headingLevel,
  row: piece.row,
  outerHeading: null,
})

/** True where a text accepts, promises or reports in the first person or for a body. */
export const speaksForItself = (text: string) => OWN_VOICE.test(text)

/** Whatever was printed before the marker was not yet the reply. */
export function startReply(draft: Draft | null): void {
  draft?.quoted.push(...draft.body.splice(0))
}

export function hasReplyMarker(draft: Draft | null): boolean {
  const isMarker = ({ text }: Piece) => readReplyMarker(text) !== null || measureReplyPrefix(text) > 0
  return draft?.body.some(isMarker) ?? false
}

/** The replies that the drafts have become, each without its tail. */
export function finishDrafts(drafts: readonly Draft[]): Reply[] {
  const named = new Set(drafts.flatMap((draft) => (draft.isNamedReply ? draft.numbers : [])))
  return drafts.map((printed, place) => {
    const draft = isPrint(printed, named)
      ? { ...printed, quoted: [...printed.quoted, ...printed.body], body: [] }
      : printed
    // After the last reply nothing tells a heading inside it from the end matter: the outer heading ends it.
    const isLast = place === drafts.length - 1
    const body = isLast && draft.outerHeading ? draft.body.slice(0, draft.outerHeading) : draft.body
    return { ...draft, pieces: isUnanswered(draft, drafts) ? [] : trimTail(body) }
  })
}

/** Where "Response to Recommendation 4" answers, what stands under "Recommendation 4" is the recommendation. */
const isPrint = (draft: Draft, named: ReadonlySet<string>) =>
  !draft.isNamedReply && draft.numbers.length > 0 && draft.numbers.every((number) => named.has(number))

/** Only who answers for it and when, in a table whose other rows hold replies. */
function isUnanswered(draft: Draft, drafts: readonly Draft[]): boolean {
  const isSaid = (piece: Piece) => piece.role === 'response' || piece.role === 'decision'
  if (draft.row === null || draft.body.length === 0 || draft.body.some(isSaid)) return false
  return (
    draft.body.every((piece) => piece.role === 'other' || piece.role === 'date') &&
    drafts.some((other) => other.row !== null && other.body.some((piece) => piece.role === 'response'))
  )
}
