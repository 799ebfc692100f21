import { expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { START } from '../log/entry.ts'
import { sha256 } from '../log/hash.ts'
import { merkleRoot } from '../log/merkle.ts'
import type { WalkedEntry } from '../verify/walk-log.ts'
import { checkpointAt, holdLog } from './log-files.ts'

const [event] = aTracker(RIVER_TRACKER).events

async function* logOf(size: number): AsyncGenerator<WalkedEntry> {
  for (let sequence = 1; sequence <= size; sequence += 1)
    yield {
      sequence,
      text: `${sequence}`,
      hash: sha256(`${sequence}`),
      entry: { event: event!, documents: [], previous: START },
    }
}

it.each([0, 1, 1023, 1024, 2500])(
  'a log of %i entries has the roots that it had on the way',
  async (size) => {
    const log = await holdLog(logOf(size))
    expect(log.checkpoint).toEqual({ size, root: merkleRoot(log.hashes) })
    for (const earlier of [0, 1, 1000, 1023, 1024, 1025, 2048, 2499, size].filter((each) => each <= size))
      expect(checkpointAt(log, earlier)).toEqual({
        size: earlier,
        root: merkleRoot(log.hashes.slice(0, earlier)),
      })
  },
)
