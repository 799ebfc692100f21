/** From what was judged to the statement that callers get. */
import type { DocumentText, Statement } from '../model/index.ts'
import { confidenceOf } from './confidence.ts'
import type { Weighing } from './evidence.ts'
import { readFields } from './fields.ts'
import type { GroupVocabulary } from './groups/index.ts'
import type { Judged } from './judge.ts'
import type { Lexicon } from './lexicon.ts'
import type { Passage } from './passages.ts'
import { strengthOf } from './strength.ts'
import type { Voice } from './voices.ts'

export interface StatementPlace {
  readonly passage: Passage
  readonly headings: readonly string[]
  readonly page: number | null
  readonly speaker: string | null
  readonly idOf: (start: number, end: number) => string
}

export function toStatement(
  document: DocumentText,
  judged: Judged,
  place: StatementPlace,
  lexicon: Lexicon,
  groups: GroupVocabulary,
): Statement {
  const { start, end, analysis, weighing } = judged
  const { kind, support } = weighing
  const text = document.text.slice(start, end)
  const fields = readFields(text, start, kind, document.date, groups, analysis.sentence.tokens.hints)
  return {
    id: place.idOf(start, end),
    kind,
    text,
    start,
    end,
    page: place.page,
    headings: place.headings,
    number: place.passage.number,
    speaker: place.speaker,
    strength: kind === 'commitment' ? strengthOf(analysis, support, text, lexicon) : null,
    decision: kind === 'decision' ? (support.find((item) => item.decision)?.decision ?? null) : null,
    deadline: fields.deadline,
    money: fields.money,
    groups: fields.groups,
    conditions: fields.conditions,
    confidence: judged.certainty ?? confidenceOf(weighing.margin),
    because: reasonsOf(weighing, place.passage.voice),
  }
}

function reasonsOf({ support }: Weighing, voice: Voice): string[] {
  const reasons = support.map((item) => item.because)
  reasons.push(SAID_BY[voice])
  return reasons
}
const SAID_BY: Readonly<Record<Voice, string>> = {
  government: 'voice: government',
  reviewer: 'voice: reviewer',
  outsider: 'voice: outsider',
  guidance: 'voice: guidance',
}
