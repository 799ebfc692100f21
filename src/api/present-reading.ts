/** A reading as the JSON that `holdfast read` promises: keys are added, never renamed or removed. */
import type { Deadline, GroupMention, Money, Statement } from '../model/index.ts'
import type { NamedDocument, Reading } from './records.ts'

export const READING_SCHEMA = 'holdfast/reading@1'

export function presentReading(readings: readonly Reading[]) {
  return {
    schema: READING_SCHEMA,
    documents: readings.map((reading) => ({
      ...presentDocument(reading),
      statements: reading.statements.map(presentStatement),
    })),
  }
}

/** All that is said of a document beside its statements. */
export function presentDocument({ file, document }: NamedDocument) {
  return {
    file,
    mediaType: document.mediaType,
    sha256: document.sha256,
    title: document.title,
    publisher: document.publisher,
    date: document.date,
    pages: document.pages === null ? null : document.pages.length,
    characters: document.text.length,
    notices: document.notices.map(({ code, message }) => ({ code, message })),
  }
}

export function presentStatement(statement: Statement) {
  return {
    id: statement.id,
    kind: statement.kind,
    text: statement.text,
    start: statement.start,
    end: statement.end,
    page: statement.page,
    headings: [...statement.headings],
    number: statement.number,
    speaker: statement.speaker,
    strength: statement.strength,
    decision: statement.decision,
    deadline: statement.deadline === null ? null : presentDeadline(statement.deadline),
    money: statement.money.map(presentMoney),
    groups: statement.groups.map(presentGroup),
    conditions: [...statement.conditions],
    confidence: statement.confidence,
    because: [...statement.because],
  }
}

const presentDeadline = ({ text, from, to, precision, start, end }: Deadline) => ({
  text,
  from,
  to,
  precision,
  start,
  end,
})

const presentMoney = ({ text, amount, currency, per, start, end }: Money) => ({
  text,
  amount,
  currency,
  per,
  start,
  end,
})

const presentGroup = ({ group, relation, text, start, end }: GroupMention) => ({
  group,
  relation,
  text,
  start,
  end,
})
