/** Entitlement: what families can get, from rules kept as data with dates and sources. */
export { type Answer, type AnsweredOutcome, answerSituation } from './answer.ts'
export { readEnglandRulebook } from './england.ts'
export { parseRulebookTexts } from './parse-texts.ts'
export type { OutcomeCode } from './rulebook.ts'
