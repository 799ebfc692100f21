/** What the checker asks and says, from the files that policy people write. */
import answersFile from '../../../../rulebook/checker/answers.yaml'
import questionsFile from '../../../../rulebook/checker/questions.yaml'
import type { OutcomeCode, QuestionContent } from '../../../rules/index.ts'

export interface OutcomeWords {
  readonly heading: string
  readonly short: string
  readonly lead: string
}

export interface SupportWords {
  readonly name: string
  readonly plain: string
  /** What to say when asking for it. */
  readonly say?: readonly string[]
  /** Commitments of the tracker. */
  readonly promises?: readonly string[]
}

export interface AnswerContent {
  readonly outcomes: Readonly<Record<OutcomeCode, OutcomeWords>>
  readonly supports: Readonly<Record<string, SupportWords>>
  readonly advice: readonly { readonly name: string; readonly address: string }[]
  readonly leave: { readonly name: string; readonly address: string }
}

// content.test.ts holds both files to these shapes.
export const questionContent = questionsFile as QuestionContent
export const answerContent = answersFile as AnswerContent
