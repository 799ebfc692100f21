/** Lists while they are written: how deep, which number comes next, and what leads them in. */
import type { BlockShape, BlockWriter } from './block-writer.ts'

export interface OpenList {
  readonly level: number
  readonly leadIn: number | undefined
  readonly style: string | null
  next: number
  /** From each item to the next: 1, or -1 where the list counts down. */
  readonly step: number
}

/** Begins a list inside `parent` (or none). What was written just before leads it in, unless that is a whole sentence. */
export function openList(
  writer: BlockWriter,
  parent: OpenList | undefined,
  marks: { isNumbered: boolean; start?: number; style?: string; isReversed?: boolean },
): OpenList {
  return {
    level: Math.min((parent?.level ?? 0) + 1, 9),
    leadIn: findLeadIn(writer),
    style: marks.isNumbered ? (marks.style ?? '1') : null,
    next: marks.start ?? 1,
    step: marks.isReversed ? -1 : 1,
  }
}

/** The shape of the list's next item. */
export function nextItem(list: OpenList | undefined, value?: number): BlockShape {
  if (!list) return { kind: 'list-item', level: 1 }
  if (value !== undefined) list.next = value
  const number = list.style === null ? undefined : formatNumber(list.next, list.style)
  list.next += list.step
  const { level, leadIn } = list
  return { kind: 'list-item', level, ...(number && { number }), ...(leadIn !== undefined && { leadIn }) }
}

function findLeadIn(writer: BlockWriter): number | undefined {
  const last = writer.blocks.at(-1)
  if (!last || last.kind === 'navigation' || last.kind === 'table-row' || last.kind === 'footnote')
    return undefined
  return last.kind === 'heading' || !/[.!?;]["'”’)]*$/.test(writer.lastText) ? writer.count - 1 : undefined
}

/** A number as HTML's `type` and Word's formats print it: 1, a, A, i, I. */
export function formatNumber(value: number, style: string): string {
  if (style === 'a' || style === 'A') {
    const letters = toLetters(value)
    return style === 'a' ? letters : letters.toUpperCase()
  }
  if (style === 'i' || style === 'I') return style === 'i' ? toRoman(value) : toRoman(value).toUpperCase()
  return String(value)
}

/** 1 is a, 26 z, 27 aa. */
function toLetters(value: number): string {
  let letters = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
  return letters || String(value)
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let roman = ''
  for (const [size, letters] of ROMAN)
    while (rest >= size) {
      roman += letters
      rest -= size
    }
  return roman
}
