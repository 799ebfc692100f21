// Readers: the way from a record or content to the states that pages and answers are made from.

export { type LogAsked, type LogPage, placeInLog } from './log-page.ts'
export { createMemoryReader, isOfPart } from './memory-reader.ts'
export { withWitnesses } from './memory-slices.ts'
export { type Place, placeOf } from './place.ts'
export {
  ALWAYS,
  MOST_OF_EACH,
  MOST_WHOLE,
  type RecordGraph,
  reach,
  reachNames,
  reachTwice,
  WITH_PARTS,
} from './reach.ts'
export type {
  Cut,
  ListName,
  ListNeed,
  ListPage,
  Need,
  TrackerHead,
  TrackerPart,
  TrackerReader,
} from './reader.ts'
export type {
  MomentPlace,
  Moments,
  MomentsNeed,
  NamedNeed,
  NewestNeed,
  Reach,
  RecordCounts,
  Run,
  RunNeed,
  RunPlace,
} from './runs.ts'
