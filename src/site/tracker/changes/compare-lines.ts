/** Two pages line by line: what is the same, what went, what came, and which lines are new wordings of old ones. */
import { diffArrays } from 'diff'

export type LineChange =
  | { readonly kind: 'same'; readonly count: number }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string }
  | { readonly kind: 'gone' | 'new'; readonly text: string }

/** Edits beyond which two pages are not the same page: all of one and all of the other is shown. */
const MOST_EDITS = 4000
/** Share of words that two lines must have in common to be one line in two wordings. */
const ALIKE = 0.6

export function compareLines(before: readonly string[], after: readonly string[]): LineChange[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS }) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], removed: false, added: true },
  ]
  const changes: LineChange[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (part === undefined) continue
    const next = parts[at + 1]
    if (part.removed && next?.added) {
      changes.push(...pairLines(part.value, next.value))
      at++
    } else if (part.removed || part.added)
      changes.push(...part.value.map((text): LineChange => ({ kind: part.removed ? 'gone' : 'new', text })))
    else changes.push({ kind: 'same', count: part.value.length })
  }
  return changes
}

/** Old lines and new ones in order: each old line goes with the first new one that is like it, if none before it is taken. */
function pairLines(old: readonly string[], now: readonly string[]): LineChange[] {
  const changes: LineChange[] = []
  let from = 0
  for (const before of old) {
    const found = now.findIndex(
      (after, index) => index >= from && index < from + 12 && likeness(before, after) >= ALIKE,
    )
    if (found < 0) {
      changes.push({ kind: 'gone', text: before })
      continue
    }
    for (const text of now.slice(from, found)) changes.push({ kind: 'new', text })
    changes.push({ kind: 'changed', before, after: now[found] ?? '' })
    from = found + 1
  }
  return [...changes, ...now.slice(from).map((text): LineChange => ({ kind: 'new', text }))]
}

const wordsOf = (line: string): string[] => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** "Promise: ", where a line begins with a short name of what it says. */
const labelOf = (line: string): string | undefined => /^[^:.]{1,40}: /.exec(line)?.[0]

/** Share of the longer line's words that the other has too; 1 where both say something of the same name. */
function likeness(one: string, other: string): number {
  const label = labelOf(one)
  if (label !== undefined && label === labelOf(other)) return 1
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const had = new Map<string, number>()
  for (const word of a) had.set(word, (had.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = had.get(word) ?? 0
    if (left > 0) shared++
    had.set(word, left - 1)
  }
  return shared / Math.max(1, a.length, b.length)
}
