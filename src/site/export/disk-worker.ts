/** A thread that looks at the files of an export and writes large ones, started by disk-thread.ts alone. */
import { answerAsked } from './asked-thread.ts'
import { createDisk } from './disk.ts'
import type { Wanted } from './disk-thread.ts'

const disk = createDisk()

answerAsked((wanted: Wanted): Promise<unknown> => {
  if ('compare' in wanted) return disk.compare(wanted.compare)
  if ('write' in wanted) return disk.write(wanted.write)
  return 'foresee' in wanted ? disk.foresee(wanted.foresee) : disk.remember()
})
