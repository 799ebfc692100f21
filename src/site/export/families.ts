/**
 * Pages at one address that differ by what is asked of it ("?page=2"), and the tables of them: what one of them makes of
 * the whole tracker the others use, so each rests on what all of them looked at.
 */
import { pathOfTarget, queryOf } from './addresses.ts'
import type { PageNote, Read } from './notes.ts'

/** "/recommendations 2023-12-31". */
export const familyOf = (target: string): string =>
  `${pathOfTarget(target).replace(/\.(csv|csv-metadata\.json|json|svg)$/, '')} ${queryOf(target).get('as_at') ?? 'now'}`

const isShared = ([asked]: Read): boolean => /^(type |corrections |whole$)/.test(asked)

/** Gives each page of a family what any of them looked at; the others stay as they are. */
export function joinFamilies(pages: Map<string, PageNote>): void {
  const families = new Map<string, string[]>()
  for (const [target, { reads }] of pages) if (reads.some(isShared)) families.set(familyOf(target), [])
  // One that only uses what another made looked at nothing by itself.
  for (const target of pages.keys()) families.get(familyOf(target))?.push(target)
  for (const targets of families.values()) {
    if (targets.length < 2) continue
    const shared = new Map(targets.flatMap((target) => pages.get(target)?.reads.filter(isShared) ?? []))
    for (const target of targets) {
      const note = pages.get(target)
      if (note === undefined) continue
      const reads = new Map([...note.reads.filter((each) => !isShared(each)), ...shared])
      pages.set(target, { ...note, reads: [...reads].sort(([one], [other]) => (one < other ? -1 : 1)) })
    }
  }
}
