// Readers: the way from a record or content to the states that pages and answers are made from.
export { createMemoryReader, type HeldTracker } from './memory-reader.ts'
export { type Place, placeOf } from './place.ts'
export { ALWAYS, MOST_OF_A_HUB, type RecordGraph, reach, reachNames } from './reach.ts'
export type {
  EventsAsked,
  Need,
  SearchPart,
  TrackerHead,
  TrackerPart,
  TrackerReader,
} from './reader.ts'
