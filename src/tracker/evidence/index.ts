// Evidence: copies of sources, and the words in them that records rest on. Pure; the plan of what to record.
export { type Choice, chooseWords, findNamed, type NamedRecord } from './choose-words.ts'
export { matchSource, type SourceMatch } from './match-source.ts'
export {
  type Copy,
  type PassageChange,
  type PassagePlan,
  type PassageResult,
  type PassageRow,
  planPassages,
} from './passage-plan.ts'
export { cutPart, partOf, splitParts } from './split-parts.ts'
