/** Where recommendations open in a report: every place that prints a recommendation's label or list number. */
import { normaliseNumber, parseLabel, parseMarker, parseTrailingLabel, readNumbers } from './labels.ts'
import type { Piece } from './pieces.ts'
import { parseRoman } from './romans.ts'

/** `conclusion` openings count apart and are never rows; they end what stands before them. */
export type OpeningStyle = 'label' | 'bare-label' | 'marker' | 'cell' | 'conclusion'

export interface Opening {
  /** Index of the piece it stands in. */
  readonly index: number
  readonly style: OpeningStyle
  /** Normal form; null where only the word "Recommendation" is printed. */
  readonly number: string | null
  /** Characters of the piece that the label takes. */
  readonly length: number
  /** True on an item that "The panel recommends:" leads in. */
  readonly isLedIn?: boolean
}

/** "The panel recommends that the agency:", before a list. */
export const LEAD =
  /\b(?:recommends?|recommended|recommendations)\b[^.]{0,160}:\s*$|\b(?:we|i)\b[^.:]{0,60}\b(?:ask|urge|call (?:on|upon)|invite|request|want) (?:you|ministers|them|(?:the|this|our|every|all) \p{L}+)\b[^.]{0,80}:\s*$/iu

export const SHOULD_LEAD = /\b(?:should|must|shall|needs? to|ought to)\b(?:[^.:]{0,60})?:\s*$/i

/** "The review makes four recommendations." */
export const ANNOUNCES =
  /\b(?:makes?|made|offers?|following|these|there are|set out|has|have)\b[^.]{0,30}\b(?:recommendations?|proposals)(?: (?:below|to [\p{L}’' ]{3,40}))?\s*[.:]\s*$/iu

/** "We said we would put our requests in writing.", right before a list of them. */
export const REQUESTS =
  /\b(?:our|my|these|the following|some|several|\p{L}+) (?:\p{L}+ )?(?:requests?|asks|demands|wishes|suggestions|proposals|requirements)\b[^.:]{0,60}[.:]\s*$|\b(?:would like|want|ask for|asking for|need)\b[^.:]{0,30}:\s*$/iu

/** "The panel recommends that the agency:", or "Within a month the council should:" where recommendations are listed. */
const leadsIn = (piece: Piece) =>
  LEAD.test(piece.text) ||
  ANNOUNCES.test(piece.text) ||
  (SHOULD_LEAD.test(piece.text) && piece.headings.some((one) => LIST_HEADING.test(one)))

const BARE =
  /^\s*(?:\d{1,2}\.\d{1,3}\.?\s+)?(?:key |our |main |final )?recommendations?\s*(?:[:–—]\s*|\.\s+(?=\p{Lu})|$)/iu

/** Headings under which a report lists what it recommends. */
export const LIST_HEADING =
  /\brecommend(?:ations?|ing)\b|^\W*what (?:we|i|the [\p{L}’' ]{3,40}) recommends?\b|\bcalls? (?:to|for) action\b|^\W*(?:our |key )?asks\b|\b(?:our|my|their|your|the|key|main|one|two|three|four|five|six|seven|eight|nine|ten) (?:\p{L}+ )?(?:asks|demands|tests|calls|requests|requirements)\b(?! (?:by|in|on|at|with)\b)|\bwhat (?:must|needs? to|has to|should|ought to) (?:change|happen|be done|come next)\b|^\W*(?:what )?we(?:[’']re| are)? call(?:ing)? for\b|^\W*what (?:we|i) (?:want|need|would like|are asking|ask|call)\b|^\W*areas? (?:where|in which) [^.]{3,60}\b(?:improve|better)\b|\b(?:must|should) take to improve\b|\brequirements?\W*$|\bareas? (?:for|of) improvement\b|^\W*(?:priority|key|main|other) concerns\W*$|^\W*actions? (?:that )?(?:the [\p{L}’' ]{3,40}|we|they) (?:must|should) take\b|\bcoroner[’']?s[’']? (?:matters of )?concerns?\b|^\W*(?:the )?matters? of concern\b/iu

const CONCERNS = /\bconcerns?\b/i
const PURE =
  /^\W*(?:\d{1,2}\W+)?(?:(?:summary|list) of |our |my |the |key |main |final )*recommendations?(?: (?:to|for) (?:the )?[\p{L}’' ]{3,40})?\W*$/iu

/** What the list that a piece stands in holds: nothing but recommendations, a coroner's concerns, or a mixture. */
export function listKind(headings: readonly string[]): 'recommendations' | 'concerns' | 'mixed' {
  const title = headings.findLast((heading) => LIST_HEADING.test(heading)) ?? ''
  if (CONCERNS.test(title)) return 'concerns'
  return PURE.test(title) || /^\W*(?:what|areas?|actions?)\b/i.test(title) ? 'recommendations' : 'mixed'
}

/** Openings in reading order. `marker` openings are list numbers under a heading that speaks of recommendations. */
export function findOpenings(pieces: readonly Piece[]): Opening[] {
  let counted: string | null = null
  let isLedIn = false
  const openings = pieces.flatMap((piece, index): Opening[] => {
    // Items set as numbered paragraphs stand under their lead-in until something else is printed.
    const isItem =
      piece.kind === 'list-item' || (isLedIn && (parseMarker(piece.text) !== null || piece.number !== null))
    if (!isItem) isLedIn = piece.kind !== 'heading' && leadsIn(piece)
    const found = findOpening(pieces, piece, index, isLedIn)
    // "Recommendation:" inside item 3 of a list of conclusions is recommendation 3.
    const own = found.map((one) =>
      one.style === 'bare-label' ? { ...one, number: one.number ?? counted } : one,
    )
    if (piece.kind === 'heading') counted = null
    counted = own.at(-1)?.style === 'marker' ? (own.at(-1)?.number ?? null) : counted
    return own
  })
  return dropInnerRomans(openings)
}

const isRoman = ({ number }: Opening) => /^[a-h]$/.test(number ?? '') || parseRoman(number ?? '') !== null

/** Where anything else counts the recommendations, "(i)" and "(ii)", or "(a)" and "(b)", are parts of one. */
function dropInnerRomans(openings: Opening[]): Opening[] {
  const others = openings.filter((one) => !isRoman(one) && one.style !== 'conclusion')
  return others.length < 2 ? openings : openings.filter((one) => one.style !== 'marker' || !isRoman(one))
}

function findOpening(pieces: readonly Piece[], piece: Piece, index: number, isLedIn: boolean): Opening[] {
  if (piece.kind === 'cell') return openCell(pieces, piece, index)
  const label = parseLabel(piece.text)
  const trailing = label || piece.kind === 'heading' ? null : parseTrailingLabel(piece.text)
  if (trailing !== null) return [{ index, style: 'label', number: trailing, length: 0 }]
  if (!label || label.kind === 'reply' || label.numbers.length !== 1)
    return openBare(piece, index) ?? openMarker(piece, index, isLedIn)
  const style = label.kind === 'conclusion' ? 'conclusion' : 'label'
  return [{ index, style, number: label.numbers[0] ?? null, length: label.length }]
}

/** "Recommendation:" opens one; the plural opens a list, which `marker` and section reading take up. */
function openBare(piece: Piece, index: number): Opening[] | null {
  const bare = BARE.exec(piece.text)
  if (!bare) return null
  const isPlural = /recommendations/i.test(bare[0])
  const isWhole = bare[0].length === piece.text.length
  if (isPlural || (isWhole && piece.kind !== 'heading' && !piece.isEmphasised)) return null
  const number = /^\d{1,2}\.\d{1,3}$/.test(piece.number ?? '') ? piece.number : null
  return [{ index, style: 'bare-label', number, length: bare[0].length }]
}

function openMarker(piece: Piece, index: number, isLedIn: boolean): Opening[] {
  if (piece.kind === 'heading') return []
  if (!isLedIn && !piece.headings.some((heading) => LIST_HEADING.test(heading))) return []
  const marker = parseMarker(piece.text)
  const number = marker?.numbers[0] ?? (piece.number === null ? null : normaliseNumber(piece.number))
  if (
    number === null ||
    !(
      /^\d{1,3}[a-z]?$|^[a-z]{1,5}\d{1,3}$|^[a-z\d]+[/-]\d|^[a-h]$/.test(number) ||
      parseRoman(number) !== null
    )
  )
    return []
  return [{ index, style: 'marker', number, length: marker?.length ?? 0, ...(isLedIn && { isLedIn }) }]
}

function openCell(pieces: readonly Piece[], piece: Piece, index: number): Opening[] {
  const label = parseLabel(piece.text)
  const marker = parseMarker(piece.text)
  const beside = pieces[index - 1]
  const number =
    label?.numbers[0] ??
    marker?.numbers[0] ??
    (beside && isCounted(beside, piece) ? numberOf(beside.text) : null) ??
    findRowNumber(pieces, piece, index)
  if (piece.role === 'number') return []
  const isAsked = piece.role === 'recommendation' || isCounted(beside, piece)
  if (!isAsked && !(label && label.kind === 'recommendation')) return []
  const length = label?.length ?? marker?.length ?? 0
  return [{ index, style: 'cell', number, length }]
}

/** The number of its row, wherever before it the column of numbers stands. */
function findRowNumber(pieces: readonly Piece[], piece: Piece, index: number): string | null {
  for (let before = index - 1; pieces[before]?.row === piece.row && before >= 0; before--) {
    const cell = pieces[before]
    if (cell?.role === 'number') return numberOf(cell.text)
  }
  return null
}

/** In a table without a heading row under "Recommendations": the cell right behind one with nothing but a number. */
const isCounted = (beside: Piece | undefined, piece: Piece) =>
  beside?.row === piece.row &&
  beside?.role === 'other' &&
  piece.role === 'other' &&
  /^\W*(?:R|Rec)?\.? ?\d{1,3}[a-z]?\W*$/.test(beside?.text ?? '') &&
  piece.headings.some((heading) => LIST_HEADING.test(heading))

function numberOf(text: string): string | null {
  return parseLabel(text)?.numbers[0] ?? readNumbers(text)[0] ?? null
}
