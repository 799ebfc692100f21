/** Entitlement: what families can get, from rules kept as data with dates and sources. */
export {
  type Answer,
  type AnsweredOutcome,
  type AnswerFamily,
  answerSituation,
  prepareAnswers,
} from './answer.ts'
export { checkScenarios } from './check-scenarios.ts'
export { type ComparedOutcome, compareAnswers } from './compare-answers.ts'
export { readEnglandRulebook } from './england.ts'
export type { CitedSource, Reason } from './explain.ts'
export { asIfUnder } from './interview/as-if.ts'
export {
  answerPage,
  type GivenPage,
  givenAge,
  givenValue,
  type Interview,
  isSamePage,
  startInterview,
  toSituation,
} from './interview/given.ts'
export {
  findNextQuestion,
  type InterviewSetting,
  offeredOptions,
} from './interview/next-question.ts'
export {
  type Arrangement,
  findStandIn,
  type Question,
  type QuestionContent,
  type Value,
} from './interview/question.ts'
export { type ResumeProblem, resumeInterview } from './interview/resume.ts'
export { parseRulebookTexts } from './parse-texts.ts'
export { formatDay, parseDay, sayDay } from './plain-date.ts'
export {
  type PossibleOutcome,
  preparePossibleOutcomes,
} from './possible-outcomes.ts'
export type { OutcomeCode, Rulebook } from './rulebook.ts'
export { expandSituation } from './run-example.ts'
export { ARRANGEMENTS, checkSituation, SITUATION_SCHEMA } from './situation.ts'
