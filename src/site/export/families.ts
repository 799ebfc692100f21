/**
 * Pages at one address that differ by what is asked of it ("?page=2"), and the tables of them: what one of them makes of
 * the whole tracker the others use, so each rests on what all of them looked at.
 */
import { pathOfTarget, queryOf } from './addresses.ts'
import { withReads } from './notes.ts'
import type { Pages } from './pages.ts'
import { Row, type Texts } from './texts.ts'

/** "/recommendations 2023-12-31". A run of the log is made from its own events alone, and by itself. */
export const familyOf = (target: string): string =>
  target.includes('part=') && queryOf(target).has('part')
    ? target
    : `${pathOfTarget(target).replace(/\.(csv|csv-metadata\.json|json|svg)$/, '')} ${queryOf(target).get('as_at') ?? 'now'}`

const isShared = (asked: string): boolean => /^(answer |type |corrections |whole$)/.test(asked)

/**
 * Gives each page of the families that `made` pages are of what any page of them looked at; the others stay as they are:
 * they were given it when they were made.
 */
export function joinFamilies(pages: Pages, made: ReadonlySet<number>, texts: Texts): void {
  /** By the number of what was asked; 0 where nobody asked yet. */
  const shared = new Uint8Array(texts.size)
  const [SHARED, OWN] = [1, 2]
  const isSharedRead = (asked: number): boolean => {
    if (shared[asked] === 0) shared[asked] = isShared(texts.textOf(asked)) ? SHARED : OWN
    return shared[asked] === SHARED
  }
  /** Of the pages that were made now, each with its pages that share. */
  const families = new Map<string, number[]>()
  for (const target of made) families.set(familyOf(texts.textOf(target)), [])
  // One that only uses what another made looked at nothing by itself.
  for (const { targetNumber, reads } of pages)
    if (made.has(targetNumber) || hasShared(reads, isSharedRead))
      families.get(familyOf(texts.textOf(targetNumber)))?.push(targetNumber)
  for (const targets of families.values()) {
    if (targets.length < 2) continue
    const looks = new Map<number, number>()
    for (const target of targets)
      for (const [asked, key] of pairsOf(pages.get(target)?.reads))
        if (isSharedRead(asked)) looks.set(asked, key)
    if (looks.size === 0) continue
    for (const target of targets) {
      const note = pages.get(target)
      if (note === null) continue
      const reads = new Map([...pairsOf(note.reads), ...looks])
      const inOrder = [...reads].sort(([one], [other]) => (texts.textOf(one) < texts.textOf(other) ? -1 : 1))
      pages.set(target, withReads(note, Row.of(inOrder.flat())))
    }
  }
}

/** Behind the days, reads are in the order of what was asked: what is shared stands first ("answer", "corrections") or last ("type", "whole"). */
function hasShared(reads: Row, isSharedRead: (asked: number) => boolean): boolean {
  const at = (place: number) => place >= 0 && place < reads.length && isSharedRead(reads.at(place))
  return at(0) || at(2) || at(reads.length - 2)
}

function pairsOf(reads = Row.EMPTY): [asked: number, key: number][] {
  return Array.from({ length: reads.length / 2 }, (_, at) => [reads.at(2 * at), reads.at(2 * at + 1)])
}
