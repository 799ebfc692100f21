/** Where recommendations open in a report: every place that prints a recommendation's label or list number. */
import { normaliseNumber, parseLabel, parseMarker } from './labels.ts'
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
}

const BARE = /^\s*(?:key |our |main |final )?recommendations?\s*(?:[:–—]\s*|$)/i

/** Headings under which a report lists what it recommends. */
export const LIST_HEADING =
  /\brecommend(?:ations?|ing)\b|\bcalls? (?:to|for) action\b|^\W*(?:our |key )?asks\b/i

/** Openings in reading order. `marker` openings are list numbers under a heading that speaks of recommendations. */
export function findOpenings(pieces: readonly Piece[]): Opening[] {
  let counted: string | null = null
  const openings = pieces.flatMap((piece, index): Opening[] => {
    const found = findOpening(pieces, piece, index)
    // "Recommendation:" inside item 3 of a list of conclusions is recommendation 3.
    const own = found.map((one) => (one.style === 'bare-label' ? { ...one, number: counted } : one))
    if (piece.kind === 'heading') counted = null
    counted = own.at(-1)?.style === 'marker' ? (own.at(-1)?.number ?? null) : counted
    return own
  })
  return dropInnerRomans(openings)
}

const isRoman = (opening: Opening) => parseRoman(opening.number ?? '') !== null

/** Where anything else counts the recommendations, "(i)" and "(ii)" are parts of one. */
function dropInnerRomans(openings: Opening[]): Opening[] {
  const others = openings.filter((one) => !isRoman(one) && one.style !== 'conclusion')
  return others.length < 2 ? openings : openings.filter((one) => one.style !== 'marker' || !isRoman(one))
}

function findOpening(pieces: readonly Piece[], piece: Piece, index: number): Opening[] {
  if (piece.kind === 'cell') return openCell(pieces, piece, index)
  const label = parseLabel(piece.text)
  if (!label || label.kind === 'reply' || label.numbers.length !== 1)
    return openBare(piece, index) ?? openMarker(piece, index)
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
  return [{ index, style: 'bare-label', number: null, length: bare[0].length }]
}

function openMarker(piece: Piece, index: number): Opening[] {
  if (piece.kind === 'heading' || !piece.headings.some((heading) => LIST_HEADING.test(heading))) return []
  const marker = parseMarker(piece.text)
  const number = marker?.numbers[0] ?? (piece.number === null ? null : normaliseNumber(piece.number))
  if (number === null || !(/^\d{1,3}[a-z]?$/.test(number) || parseRoman(number) !== null)) return []
  return [{ index, style: 'marker', number, length: marker?.length ?? 0 }]
}

function openCell(pieces: readonly Piece[], piece: Piece, index: number): Opening[] {
  const label = parseLabel(piece.text)
  const marker = parseMarker(piece.text)
  const beside = pieces[index - 1]
  const number =
    label?.numbers[0] ??
    marker?.numbers[0] ??
    (beside?.row === piece.row && beside?.role === 'number' ? numberOf(beside.text) : null)
  if (piece.role === 'number') return []
  if (piece.role !== 'recommendation' && !(label && label.kind === 'recommendation')) return []
  const length = label?.length ?? marker?.length ?? 0
  return [{ index, style: 'cell', number, length }]
}

function numberOf(text: string): string | null {
  const label = parseLabel(text)
  return label?.numbers[0] ?? /\d{1,3}(?:\.\d{1,2})*[a-z]?/i.exec(text)?.[0]?.toLowerCase() ?? null
}
