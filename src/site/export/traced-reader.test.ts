import { expect, it } from 'vitest'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { createMemoryReader } from '../../tracker/index.ts'
import { traceReader } from './traced-reader.ts'

const { events } = aTracker(RIVER_TRACKER)
const traced = traceReader(createMemoryReader({ events, synonyms: [], root: null }), '1:a')

const readsOf = async (look: (part: Awaited<ReturnType<typeof traced.reader.readPart>>) => void) => {
  const { reads } = await traced.trace('/page', async () =>
    look(await traced.reader.readPart({ kind: 'head' }, null)),
  )
  return reads.map(([asked]) => asked)
}

it('a page rests on what tells of the tracker itself where it looks at that, and not for its settings', async () => {
  expect(await readsOf(({ state }) => state.settings)).toEqual([])
  expect(await readsOf(({ state }) => state.corrections)).toEqual(['head'])
  // The next page looks for itself.
  expect(await readsOf(({ state }) => state.corrections)).toEqual(['head'])
})
