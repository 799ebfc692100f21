/** A standpoint over a built tracker, on a fixed day at a fixed address. */
import type { Standpoint } from '../../src/api/tracker/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import type { BuiltTracker } from './tracker.ts'

export const BASE = 'https://rivers.example'

export const standpointOf = (
  { state, settings, events }: BuiltTracker,
  more: Partial<Standpoint> = {},
): Standpoint => ({
  state,
  settings,
  events,
  today: parsePlainDate('2026-02-01')!,
  asAt: null,
  recordedBy: null,
  base: BASE,
  ...more,
})
