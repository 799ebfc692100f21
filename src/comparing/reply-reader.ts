/** Reads a response piece by piece into replies: which label or repetition is open, and what belongs to its answer. */
import { isTitle } from './extents.ts'
import { type Label, normaliseNumber, readNumbers } from './labels.ts'
import { type Piece, squeeze } from './pieces.ts'
import type { Reply } from './replies.ts'
import {
  CLOSING,
  DECIDES,
  FAREWELL,
  FIELD_LINE,
  OWN_VOICE,
  POINTER,
  QUOTED_PARAGRAPH,
  RESOLVES,
} from './reply-lines.ts'
import { findDecisionAtEnd, measureReplyPrefix, type ReplyMarker, readReplyMarker } from './reply-markers.ts'
import { trimTail } from './reply-tail.ts'
import type { Restated, RestatementIndex } from './restatements.ts'
import { slicePiece } from './split-pieces.ts'

interface Draft {
  readonly numbers: string[]
  readonly restated: Map<number, number>
  title: string | null
  readonly headings: readonly string[]
  readonly quoted: Piece[]
  readonly body: Piece[]
  readonly isToConclusion: boolean
  readonly isListNumbered: boolean
  /** A heading at this level or further out ends the reply. */
  readonly closeLevel: number
  readonly row: number | null
  /** Where in the body the first heading stands that may have ended the reply; null without one. */
  outerHeading: number | null
}

/** At this share of its words a stretch is a repetition, not a reply that quotes. */
const RESTATED = 0.6
/** Enough under a label, where nothing but the recommendation is to be expected. */
const REWORDED = 0.35
/** So many pieces of a reworded recommendation may stand between a label and the words that open the reply. */
const MOST_REWORDED = 4

/** True where a text accepts, promises or reports in the first person or for a body. */
const speaksForItself = (text: string) => OWN_VOICE.test(text)

/** Words beside a number that name what was recommended, and are no sentence. */
const isName = (text: string) =>
  text.length < 140 && !/[.;:!?]\W*$/.test(text) && !speaksForItself(text) && readReplyMarker(text) === null

/** Takes a response's pieces in order; `finish` gives the replies. */
export class ReplyReader {
  private readonly index: RestatementIndex
  private readonly readLabel: (piece: Piece) => Label | null
  private readonly sectionLevels: ReadonlySet<number>
  private readonly drafts: Draft[] = []
  private current: Draft | null = null
  private headingLevel = 0
  private quotesParagraphs = false

  constructor(
    index: RestatementIndex,
    readLabel: (piece: Piece) => Label | null,
    sectionLevels: ReadonlySet<number>,
  ) {
    this.index = index
    this.readLabel = readLabel
    this.sectionLevels = sectionLevels
  }

  finish(): Reply[] {
    return this.drafts.map((draft, place) => {
      // After the last reply nothing tells a heading inside it from the end matter: the outer heading ends it.
      const isLast = place === this.drafts.length - 1
      const body = isLast && draft.outerHeading ? draft.body.slice(0, draft.outerHeading) : draft.body
      return { ...draft, pieces: this.isUnanswered(draft) ? [] : trimTail(body) }
    })
  }

  /** Only who answers for it and when, in a table whose other rows hold replies. */
  private isUnanswered(draft: Draft): boolean {
    const isSaid = (piece: Piece) => piece.role === 'response' || piece.role === 'decision'
    if (draft.row === null || draft.body.length === 0 || draft.body.some(isSaid)) return false
    return (
      draft.body.every((piece) => piece.role === 'other' || piece.role === 'date') &&
      this.drafts.some((other) => other.row !== null && other.body.some((piece) => piece.role === 'response'))
    )
  }

  take(piece: Piece): void {
    const label = this.readLabel(piece)
    if (piece.kind === 'cell') this.takeCell(piece, label)
    else if (label) this.takeLabel(piece, label)
    else this.takeUnlabelled(piece)
    if (piece.kind === 'heading') this.headingLevel = piece.level
  }

  private takeLabel(piece: Piece, label: Label): void {
    const rest = slicePiece(piece, label.length, piece.text.length)
    const isSame =
      this.current !== null && label.numbers.every((number) => this.current?.numbers.includes(number))
    // "We accept recommendation 6. … We accept recommendation 7 …" under the heading of both.
    const isNamedInside =
      isSame && label.length === 0 && label.numbers.length < (this.current?.numbers.length ?? 0)
    if (isNamedInside) {
      this.current?.body.push(piece)
      return
    }
    if (label.kind === 'reply' && isSame) this.startReply()
    else if (!isSame || (this.current?.body.length ?? 0) > 0) this.open(piece, label)
    if (rest.text === '' || !this.current) return
    // "Recommendation 4 – accepted" decides in its label.
    if (readReplyMarker(rest.text) === 'decision') {
      this.current.body.push(rest)
      return
    }
    const restated = this.restatement(rest)
    const isSaid = piece.kind !== 'heading' && RESOLVES.test(rest.text)
    const named = rest.text.replace(POINTER, '')
    if (!restated && !isSaid && this.current.quoted.length === 0 && isTitle(piece, named)) {
      const at = findDecisionAtEnd(rest.text)
      if (at !== null) this.current.body.push(slicePiece(rest, at, rest.text.length))
      this.current.title ??= squeeze(rest.text.slice(0, at ?? rest.text.length))
    } else this.takeText(rest, restated)
    // Items of a list that each point to what they answer: one without a pointer answers nothing.
    if (piece.kind === 'list-item' && label.length === 0 && POINTER.test(piece.text)) this.current = null
  }

  private open(piece: Piece, label: Label | null): Draft {
    const draft: Draft = {
      numbers: [...(label?.numbers ?? [])],
      restated: new Map(),
      title: null,
      headings: piece.headings,
      quoted: [],
      body: [],
      isToConclusion: label?.kind === 'conclusion',
      isListNumbered: label?.kind === 'number',
      closeLevel:
        piece.kind === 'heading' ? piece.level : piece.headings.length === 0 ? 0 : this.headingLevel,
      row: piece.row,
      outerHeading: null,
    }
    this.drafts.push(draft)
    this.current = draft
    return draft
  }

  /** Whatever was printed before the marker was not yet the reply. */
  private startReply(): void {
    this.current?.quoted.push(...this.current.body.splice(0))
  }

  private takeUnlabelled(piece: Piece): void {
    if (FAREWELL.test(piece.text)) {
      this.current = null
      return
    }
    const marker = readReplyMarker(piece.text) ?? (measureReplyPrefix(piece.text) > 0 ? 'reply' : null)
    if (marker && this.current) {
      if (this.isBeforeReply(marker)) this.startReply()
      this.current.body.push(piece)
    } else if (piece.kind === 'heading' && !this.restatement(piece)) this.takeHeading(piece)
    else this.takeText(piece, this.restatement(piece))
  }

  /** A marker means that what stands before it was still the recommendation, unless that is long and speaks as a reply. */
  private isBeforeReply(marker: ReplyMarker): boolean {
    const body = this.current?.body ?? []
    if (this.hasReplyMarker()) return false
    // "… agrees with the recommendation. Recommendation implemented": the reply has begun already.
    if (marker === 'decision' && body.some((one) => DECIDES.test(one.text))) return false
    return body.length <= MOST_REWORDED || !body.some((one) => speaksForItself(one.text))
  }

  private hasReplyMarker(): boolean {
    const isMarker = ({ text }: Piece) => readReplyMarker(text) !== null || measureReplyPrefix(text) > 0
    return this.current?.body.some(isMarker) ?? false
  }

  private takeHeading(piece: Piece): void {
    const current = this.current
    if (!current) return
    const isTitle = current.body.length === 0 && current.quoted.length === 0 && current.title === null
    if (isTitle && piece.level >= current.closeLevel && current.row === null)
      current.title = squeeze(piece.text)
    else if (CLOSING.test(piece.text)) this.current = null
    else if (FIELD_LINE.test(piece.text)) current.body.push(piece)
    else if (piece.level > current.closeLevel) current.body.push(piece)
    else if (this.sectionLevels.has(piece.level)) this.current = null
    else {
      current.outerHeading ??= current.body.length
      current.body.push(piece)
    }
  }

  private takeText(piece: Piece, restated: Restated | null): void {
    if (!restated) {
      // What stands under a table is none of its last row.
      if (
        this.current &&
        this.current.row !== null &&
        piece.row === null &&
        !/^\s*\p{Ll}/u.test(piece.text)
      ) {
        this.current = null
        return
      }
      if (this.isOtherQuoted(piece)) this.open(piece, null).quoted.push(piece)
      else this.current?.body.push(piece)
      return
    }
    const { which, ofRecommendation } = restated
    if (QUOTED_PARAGRAPH.test(piece.text)) this.quotesParagraphs = true
    if (this.isParaphraseSoFar()) this.startReply()
    const current = this.current
    const isKnown = current?.restated.has(which) ?? false
    if (current && current.body.length > 0 && isKnown) current.body.push(piece)
    else if (current && current.body.length > 0 && this.isNumbered(which)) {
      // "Status: in progress. What the inquiry said: …": the reply goes on behind the quotation.
      current.quoted.push(piece)
      current.restated.set(which, ofRecommendation)
    } else {
      const draft = current && current.body.length === 0 ? current : this.open(piece, null)
      draft.restated.set(which, (draft.restated.get(which) ?? 0) + ofRecommendation)
      draft.quoted.push(piece)
    }
  }

  /** A conclusion of the report, printed as its recommendations are, with the paragraph it comes from. */
  private isOtherQuoted(piece: Piece): boolean {
    if (!this.quotesParagraphs || (this.current?.body.length ?? 0) === 0) return false
    return QUOTED_PARAGRAPH.test(piece.text) && !speaksForItself(piece.text)
  }

  /** The open reply bears the number that the report prints on that recommendation. */
  private isNumbered(which: number): boolean {
    const number = this.index.number(which)
    return number !== null && (this.current?.numbers.includes(number) ?? false)
  }

  /** A label, then a paragraph or two, then words of the recommendation: what stands between was it too, reworded. */
  private isParaphraseSoFar(): boolean {
    const current = this.current
    if (!current || current.numbers.length === 0 || current.restated.size > 0) return false
    return current.body.length > 0 && current.body.length <= 2 && !this.hasReplyMarker()
  }

  /** A table of actions under the label that it answers. */
  private isTabled(): boolean {
    return this.current !== null && this.current.row === null && this.current.numbers.length > 0
  }

  private restatement(piece: Piece): Restated | null {
    if (measureReplyPrefix(piece.text) > 0) return null
    const inHand = this.current ? new Set(this.current.restated.keys()) : undefined
    const found = this.index.find(piece.text, inHand)
    if (found && this.isRepetition(found, piece.text)) return found
    if (!this.current || this.current.body.length > 0) return null
    for (const which of inHand ?? [])
      if (this.index.holds(piece.text, which)) return { which, ofStretch: 1, ofRecommendation: 0 }
    return null
  }

  private isRepetition(found: Restated, text: string): boolean {
    const current = this.current
    const isInHand = current?.restated.has(found.which) ?? false
    // A reply that takes up every word of the recommendation still speaks in its own voice.
    if (found.ofStretch < 0.9 && speaksForItself(text) && !speaksForItself(this.index.text(found.which)))
      return false
    if (found.ofStretch >= RESTATED) return found.ofRecommendation >= 0.12 || isInHand
    // Right under its label a recommendation may be printed in other words.
    const isUnderLabel = current !== null && current.numbers.length > 0 && current.body.length === 0
    return isUnderLabel && found.ofStretch >= REWORDED && found.ofRecommendation >= REWORDED
  }

  private takeCell(piece: Piece, label: Label | null): void {
    const isNewRow = this.current?.row !== piece.row
    const isNumber =
      piece.role === 'number' || (piece.role === 'recommendation' && /^\W*\d{1,3}[a-z]?\W*$/.test(piece.text))
    const number = label ?? (isNumber ? numberCell(piece.text) : null)
    const restated = this.restatement(piece)
    if (isNewRow) {
      const isAnswering = number || restated || piece.role === 'recommendation'
      if (!isAnswering && this.isTabled()) {
        this.current?.body.push(piece)
        return
      }
      if (!isAnswering) return
      this.open(piece, number)
    }
    // "Appoint a director (B3)" in a plan that counts its own rows: the report's code is what it answers.
    if (!isNewRow && label && label.length === 0 && piece.role === 'recommendation')
      this.current?.numbers.splice(0, this.current.numbers.length, ...label.numbers)
    const rest = label ? slicePiece(piece, label.length, piece.text.length) : piece
    if (piece.role === 'number' || rest.text === '') return
    if (piece.role === 'recommendation' || restated) {
      this.current?.quoted.push(rest)
      if (restated) this.current?.restated.set(restated.which, restated.ofRecommendation)
    } else if (!(isNewRow && number)) this.current?.body.push(rest)
    else if (this.current && label && isName(rest.text)) this.current.title ??= squeeze(rest.text)
    else if (!/^\W*$/.test(rest.text) && rest.text.length > 12) this.current?.body.push(rest)
  }
}

/** "iv" or "(b)" alone in the column of numbers. */
const COUNTED = /^[\s(]*([ivxl]{1,7}|[a-h])[\s).:]*$/i

function numberCell(text: string): Label | null {
  const counted = COUNTED.exec(text)?.[1]
  const numbers = counted === undefined ? readNumbers(text) : [normaliseNumber(counted)]
  return numbers.length === 0 ? null : { kind: 'number', numbers, length: text.length }
}
