// Evidence: copies of sources, and the words in them that records rest on. Pure; the plan of what to record.
export { chooseWords, findNamed } from './choose-words.ts'
export { quotedSources } from './match-quotes.ts'
export { matchSource } from './match-source.ts'
export { type PassageResult, type PassageRow, planPassages } from './passage-plan.ts'
export { cutPart, partOf, splitParts } from './split-parts.ts'
