/** Everything with a page or a place on one, by first letter, in parts that stay as they are while other things come and go. */
import { nameOfRecord, pathOf } from '../../api/tracker/index.ts'
import type { RecordType, TrackerState } from '../../tracker/index.ts'

export interface Listed {
  readonly type: RecordType
  readonly id: string
  readonly title: string
  readonly path: string
}

/** A part of a letter's list that fits one page. */
export interface ListPart {
  /** "A", or "A, part 2". */
  readonly label: string
  readonly path: string
  readonly listed: readonly Listed[]
}

export interface ListLetter {
  readonly letter: string
  readonly count: number
  readonly parts: readonly ListPart[]
}

export function listEverything(
  state: TrackerState,
  found: readonly { readonly type: RecordType; readonly id: string }[],
): ListLetter[] {
  const listed = found.map(({ type, id }) => {
    const title = nameOfRecord(state, type, id).slice(0, 160)
    const sortedBy = title.replace(/^[^\p{L}\p{N}]+/u, '')
    return { type, id, title, path: pathOf(state, type, id), sortedBy, hasNumber: /\d/.test(sortedBy) }
  })
  listed.sort((one, other) => compare(one, other) || (one.id < other.id ? -1 : 1))
  const letters = new Map<string, Listed[]>()
  for (const { sortedBy, hasNumber: _, ...each } of listed) {
    const letter = letterOf(sortedBy)
    const own = letters.get(letter)
    if (own === undefined) letters.set(letter, [each])
    else own.push(each)
  }
  return [...letters].map(([letter, of]) => ({ letter, count: of.length, parts: partsOf(letter, of) }))
}

const NUMERIC = new Intl.Collator('en-GB', { numeric: true })
/** The same order where no number is, and many times as fast. */
const PLAIN = new Intl.Collator('en-GB')

interface Sorted {
  readonly sortedBy: string
  readonly hasNumber: boolean
}

const compare = (one: Sorted, other: Sorted): number =>
  (one.hasNumber || other.hasNumber ? NUMERIC : PLAIN).compare(one.sortedBy, other.sortedBy)

/** "A" to "Z"; "0–9" for everything else, which has no place among the letters. */
function letterOf(sortedBy: string): string {
  const first = sortedBy.charAt(0).normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(first) ? first : '0–9'
}

/** As many as make a page that stays small. */
const MOST_LISTED = 120
/** One in so many begins a part: parts are half of what a page can take, and few are cut because they are full. */
const BEGINS = 60

/** Who begins a part is told by its own name, not by its place: what comes or goes moves nothing beyond the next one. */
function partsOf(letter: string, listed: readonly Listed[]): ListPart[] {
  const name = letter === '0–9' ? 'other' : letter.toLowerCase()
  const parts: Listed[][] = []
  for (const each of listed) {
    const last = parts.at(-1)
    if (
      last === undefined ||
      last.length >= MOST_LISTED ||
      numberOf(`${each.type} ${each.id}`) % BEGINS === 0
    )
      parts.push([each])
    else last.push(each)
  }
  return parts.map((part, at) => ({
    label: at === 0 ? letter : `${letter}, part ${at + 1}`,
    path: `/everything/${name}${at === 0 ? '' : `-${at + 1}`}`,
    listed: part,
  }))
}

/** FNV-1a, 32 bits: the same for the same text everywhere, and spread evenly enough. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
