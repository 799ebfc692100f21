/** Tables of all that happened and all that was recorded: after a change each takes as long as a hundred pages, so a thread beside makes them. */
import { DATASETS } from '../../api/tracker/index.ts'
import { fileOf } from './addresses.ts'
import type { Sums } from './sums.ts'

export const LONG_TABLES: ReadonlySet<string> = new Set(
  DATASETS.filter(({ name }) => name === 'timeline' || name === 'changes').flatMap(({ path }) =>
    ['csv', 'json', 'csv-metadata.json'].map((suffix) => `${path}.${suffix}`),
  ),
)

/** Of the files that are there already those of long tables. */
export function longTablesIn(kept: Sums): Sums {
  const files = [...LONG_TABLES].map((target) => fileOf(target))
  return new Map(files.flatMap((file) => (kept.has(file) ? [[file, kept.get(file) ?? '']] : [])))
}
