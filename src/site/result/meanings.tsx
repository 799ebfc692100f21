/** What the words of the result mean, one tap away: the same sentences everywhere. */
import {
  DECISION_LABELS,
  DECISION_MEANINGS,
  KIND_LABELS,
  KIND_MEANINGS,
  STRENGTH_LABELS,
  STRENGTH_MEANINGS,
} from '../../api/index.ts'
import { DECISIONS, STATEMENT_KINDS, STRENGTHS } from '../../model/index.ts'
import { sentenceCase } from './shapes.tsx'

interface MeaningsProps {
  /** Readings explain their kinds; comparisons have no need of them. */
  readonly hasKinds: boolean
}

export function Meanings({ hasKinds }: MeaningsProps) {
  return (
    <details class="meanings">
      <summary>What these words mean</summary>
      {hasKinds ? (
        <WordList
          title="Kinds"
          words={STATEMENT_KINDS.map((kind) => [KIND_LABELS[kind].one, KIND_MEANINGS[kind]])}
        />
      ) : null}
      <WordList
        title="Answers"
        words={DECISIONS.map((decision) => [DECISION_LABELS[decision], DECISION_MEANINGS[decision]])}
      />
      <WordList
        title="Promises, strongest first"
        words={STRENGTHS.map((strength) => [STRENGTH_LABELS[strength], STRENGTH_MEANINGS[strength]])}
      />
    </details>
  )
}

function WordList({
  title,
  words,
}: {
  title: string
  words: readonly (readonly [word: string, meaning: string])[]
}) {
  return (
    <>
      <p class="word-list-title">{title}</p>
      <dl>
        {words.map(([word, meaning]) => (
          <div>
            <dt>{sentenceCase(word)}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
