/** Entitlement: what families can get, from rules kept as data with dates and sources. */
export { type Answer, type AnsweredOutcome, type AnswerOptions, answerSituation } from './answer.ts'
export { parseRulebook, type RulebookFiles } from './parse-rulebook.ts'
