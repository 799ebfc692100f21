/** Which pages of the last export will have to be made again, as far as can be told before the site is followed. */
import { isSharedRead } from './families.ts'
import { DAYS_READ, type Task } from './maker.ts'
import type { Notes, PageNote } from './notes.ts'
import type { Sums } from './sums.ts'
import { batchesOf } from './work-ahead.ts'

/** A page that looks at everything is as much work as one that looks at so many types. */
const WHOLE_BREADTH = 12

/** In batches, the widest first; a page is taken to be there on the days on which it was. */
export function findStale(
  { pages, texts }: Notes,
  isSame: (note: PageNote, days: readonly string[]) => boolean,
  kept: Sums,
): Task[][] {
  const onDays = texts.numberOf(DAYS_READ)
  const whole = texts.numberOf('whole')
  const daysOf = ({ reads }: PageNote): readonly string[] | null => {
    for (let at = 0; at < reads.length; at += 2)
      if (reads[at] === onDays)
        return texts
          .textOf(reads[at + 1] as number)
          .split(',')
          .filter((day) => day !== '') // within its length
    return null // a page that only a copy has
  }
  const tasks: Task[] = []
  for (const [target, note] of pages) {
    const days = daysOf(note)
    if (days !== null && !(kept.has(note.file) && isSame(note, days))) tasks.push({ target, days })
  }
  return batchesOf(tasks, ({ target }) => {
    let breadth = 0
    for (const [at, asked] of (pages.get(target)?.reads ?? []).entries())
      if (at % 2 === 0) breadth += asked === whole ? WHOLE_BREADTH : isSharedRead(texts.textOf(asked)) ? 1 : 0
    return breadth
  })
}
