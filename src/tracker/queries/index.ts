// Queries: from a state and a day to what a page or an answer needs. Pure.

export { directionOf } from '../drift.ts'
export { firstDayOf, stateAsAt } from './as-at.ts'
export {
  type FieldPair,
  historyOf,
  thenAndNow,
  type VersionStep,
} from './commitment-history.ts'
export { deadlinesOn, type StandingDeadline } from './deadlines.ts'
export {
  type Citation,
  citationsOf,
  citesIn,
  countCitations,
  type Evidence,
  evidenceOf,
  sortSources,
} from './evidence.ts'
export { decisionsAnswering } from './index-by.ts'
export {
  changesBeside,
  countWays,
  type LadderLine,
  type LadderStep,
  ladderLine,
  ladderOfTopic,
  RUNGS,
  yearsOfPromises,
  yearsOfSteps,
} from './ladders.ts'
export {
  type CoverageCell,
  type CoverageRow,
  type CoverageState,
  type LeftOut,
  leftOutOf,
} from './left-out.ts'
export { type NamedAnswer, nameAnswer, watchAnswers } from './named-answers.ts'
export { nearestWord } from './nearest-word.ts'
export { waysToWrite } from './number-words.ts'
export { oncePerObject, oncePerState } from './once.ts'
export {
  anchorOf,
  copiesOf,
  createPassageFinder,
  type PassageFinder,
  passagesIn,
  supportedBy,
} from './passages.ts'
export { findMoved, findRecord, findTopic, listRecords, listTopics, nameOf } from './records.ts'
export { FOUND, indexText, type SearchAnswer, type SearchHit, type SearchWanted } from './search.ts'
export {
  choose,
  initialsOf,
  type PlannedSearch,
  planSearch,
  runsOf,
  stemsTaken,
  type Term,
  type Vocabulary,
} from './search-plan.ts'
export { type Ranked, rankTexts, rarityOf } from './search-rank.ts'
export { createStemmer, stemOf, waysToSplit, wordsAsked, wordsOf } from './search-words.ts'
export {
  assessmentsOf,
  commitmentsOf,
  type DeliveryStanding,
  decisionsOf,
  deliveryOf,
  leadCommitment,
  looksFor,
  standingOfTopic,
  standingsOfTopics,
  type TopicStanding,
} from './standing.ts'
export { type Handover, handoversOf } from './succession.ts'
export { type Synonyms, synonymsOfTracker } from './synonyms.ts'
export {
  countHappenings,
  countVersions,
  type Happening,
  lastChanges,
  type TimelineEntry,
  timelineOf,
} from './timeline.ts'
