/** Reads a response piece by piece into replies: which label or repetition is open, and what belongs to its answer. */
import { isAsking } from './asks.ts'
import { isTitle } from './extents.ts'
import { type Label, normaliseNumber, readNumbers } from './labels.ts'
import { type Piece, squeeze } from './pieces.ts'
import { findRepetition, isNumbered, isParaphraseSoFar, isQuotedConclusion } from './repetitions.ts'
import type { Reply } from './replies.ts'
import {
  type Draft,
  finishDrafts,
  hasReplyMarker,
  openDraft,
  speaksForItself,
  startReply,
} from './reply-drafts.ts'
import { CLOSING, DECIDES, FAREWELL, FIELD_LINE, POINTER, QUOTED_PARAGRAPH, RESOLVES } from './reply-lines.ts'
import { findDecisionAtEnd, measureReplyPrefix, type ReplyMarker, readReplyMarker } from './reply-markers.ts'
import type { Restated, RestatementIndex } from './restatements.ts'
import { slicePiece } from './split-pieces.ts'

/** So many pieces of a reworded recommendation may stand between a label and the words that open the reply. */
const MOST_REWORDED = 4

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
    return finishDrafts(this.drafts)
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
    if (label.kind === 'reply' && isSame) startReply(this.current)
    else if (!isSame || (this.current?.body.length ?? 0) > 0) this.open(piece, label)
    if (rest.text === '' || !this.current) return
    // "Recommendation 4 – accepted" decides in its label.
    if (readReplyMarker(rest.text) === 'decision') {
      this.current.body.push(rest)
      return
    }
    const restated = this.findRepetition(rest)
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
    this.current = openDraft(piece, label, this.headingLevel)
    this.drafts.push(this.current)
    return this.current
  }

  private takeUnlabelled(piece: Piece): void {
    if (FAREWELL.test(piece.text)) {
      this.current = null
      return
    }
    const marker = readReplyMarker(piece.text) ?? (measureReplyPrefix(piece.text) > 0 ? 'reply' : null)
    if (marker && this.current) {
      if (this.isBeforeReply(marker)) startReply(this.current)
      this.current.body.push(piece)
    } else if (piece.kind === 'heading' && !this.findRepetition(piece)) this.takeHeading(piece)
    else this.takeText(piece, this.findRepetition(piece))
  }

  /** A marker means that what stands before it was still the recommendation, unless that is long and speaks as a reply. */
  private isBeforeReply(marker: ReplyMarker): boolean {
    const body = this.current?.body ?? []
    if (hasReplyMarker(this.current)) return false
    // "… agrees with the recommendation. Recommendation implemented": the reply has begun already.
    if (marker === 'decision' && body.some((one) => DECIDES.test(one.text))) return false
    const asking = body.filter((one) => isAsking(one.text)).length
    if (marker === 'reply' && 2 * asking >= body.length) return true
    return body.length <= MOST_REWORDED || !body.some((one) => speaksForItself(one.text))
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
    const { current } = this
    if (isParaphraseSoFar(current)) startReply(current)
    const isKnown = current?.restated.has(which) ?? false
    if (current && current.body.length > 0 && isKnown) current.body.push(piece)
    else if (current && current.body.length > 0 && isNumbered(which, current, this.index)) {
      // "Status: in progress. What the inquiry said: …": the reply goes on behind the quotation.
      current.quoted.push(piece)
      current.restated.set(which, ofRecommendation)
    } else {
      const draft = current && current.body.length === 0 ? current : this.open(piece, null)
      draft.restated.set(which, (draft.restated.get(which) ?? 0) + ofRecommendation)
      draft.quoted.push(piece)
    }
  }

  private isOtherQuoted(piece: Piece): boolean {
    return this.quotesParagraphs && (this.current?.body.length ?? 0) > 0 && isQuotedConclusion(piece)
  }

  /** A table of actions under the label that it answers. */
  private isTabled(): boolean {
    return this.current !== null && this.current.row === null && this.current.numbers.length > 0
  }

  private findRepetition(piece: Piece): Restated | null {
    return findRepetition(piece, this.current, this.index)
  }

  private takeCell(piece: Piece, label: Label | null): void {
    const isNewRow = this.current?.row !== piece.row
    const isNumber =
      piece.role === 'number' || (piece.role === 'recommendation' && /^\W*\d{1,3}[a-z]?\W*$/.test(piece.text))
    const number = label ?? (isNumber ? numberCell(piece.text) : null)
    const restated = this.findRepetition(piece)
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
