/** Checks the Merkle roots: those kept with the log, and one that somebody noted down outside. */
import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Hash } from '../log/hash.ts'
import { addLeaves, EMPTY_FRONTIER, EMPTY_ROOT, frontierRoot } from '../log/merkle.ts'
import type { Checkpoint, CheckpointRow } from '../store/checkpoint.ts'
import type { Report } from './problem.ts'

/** Takes the leaves one by one, comparing the root wherever a checkpoint says what it was. */
export interface CheckpointWatch {
  /** `recordedAt` is null where an altered entry no longer tells it. */
  add(leaf: Hash, recordedAt: string | null): Promise<void>
  /** What the log comes to; reports checkpoints beyond its end. */
  end(): Promise<Checkpoint>
}

const PAGE = 1000

export function watchCheckpoints(
  database: Kysely<Tables>,
  known: Checkpoint | null,
  report: Report,
): CheckpointWatch {
  const rows = readCheckpoints(database)
  let frontier = EMPTY_FRONTIER
  let next: CheckpointRow | undefined
  let hasBegun = false
  /** How many entries the last checkpoint has, and when the last entry was recorded. */
  let covered = 0
  let moment: string | null = null

  /** A transaction has one moment and ends with a checkpoint: where the moment changes, there must be one. */
  const reportMissing = () => {
    if (covered < frontier.size) report(`checkpoint ${frontier.size}`, 'is missing.')
  }
  const advance = async () => {
    next = (await rows.next()).value || undefined
  }
  const begin = async () => {
    if (!hasBegun) await advance()
    hasBegun = true
  }
  return {
    async add(leaf, recordedAt) {
      await begin()
      if (recordedAt !== null && moment !== null && recordedAt !== moment) reportMissing()
      moment = recordedAt
      frontier = addLeaves(frontier, [leaf])
      if (known?.size === frontier.size && known.root !== frontierRoot(frontier))
        report(
          `checkpoint ${known.size}`,
          'that you gave was made by another history: entries up to there were altered.',
        )
      if (next?.size !== frontier.size) return
      const isSame = next.root === frontierRoot(frontier) && next.frontier.join() === frontier.hashes.join()
      if (!isSame) report(`checkpoint ${next.size}`, 'does not fit the entries before it.')
      covered = next.size
      await advance()
    },
    async end() {
      await begin()
      const { size } = frontier
      reportMissing()
      for (; next !== undefined; await advance())
        report(
          `checkpoint ${next.size}`,
          `has no entry: the log ends at ${size}, entries after it are missing.`,
        )
      if (known !== null && known.size > size)
        report(
          `checkpoint ${known.size}`,
          `that you gave has no entry: the log ends at ${size}, the rest is missing.`,
        )
      if (known?.size === 0 && known.root !== EMPTY_ROOT)
        report('checkpoint 0', 'that you gave is not that of an empty log.')
      return { size, root: frontierRoot(frontier) }
    },
  }
}

async function* readCheckpoints(database: Kysely<Tables>): AsyncGenerator<CheckpointRow, undefined> {
  for (let after = -1; ; ) {
    const rows = await database
      .selectFrom('checkpoints')
      .selectAll()
      .where('size', '>', after)
      .orderBy('size')
      .limit(PAGE)
      .execute()
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return undefined
    after = last.size
  }
}
