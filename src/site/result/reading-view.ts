/** Readings made ready to draw: every statement with the address of its place in its document's text. Pure. */
import type { Reading } from '../../api/index.ts'
import type { Statement } from '../../model/index.ts'
import { createAnchors, type StatementView, viewStatement } from './anchors.ts'
import type { Mark } from './marks.ts'

export interface EntryView {
  readonly id: string
  readonly view: StatementView
  /** The filter's words for the entry. */
  readonly is: readonly string[]
  /** The heading to print above it: the innermost one, where it differs from the entry before. */
  readonly heading: string | null
}

export interface ReadingView {
  readonly id: string
  readonly reading: Reading
  readonly entries: readonly EntryView[]
  /** Findings, listed in brief. */
  readonly findings: readonly StatementView[]
  /** Titles, navigation and courtesies, which are not listed. */
  readonly otherCount: number
  readonly marks: readonly Mark[]
}

/** `index` tells the documents of one page apart. */
export function viewReading(reading: Reading, index: number): ReadingView {
  const id = `d${index + 1}`
  const anchors = createAnchors(`${id}-`)
  let heading: string | undefined
  const entries: EntryView[] = []
  const findings: StatementView[] = []
  for (const statement of reading.statements) {
    if (statement.kind === 'other') continue
    if (statement.kind === 'finding') {
      findings.push(viewStatement(statement, anchors, undefined))
      continue
    }
    const entryId = `${id}e${entries.length + 1}`
    const back = { id: entryId, label: `entry ${entries.length + 1}` }
    const own = statement.headings.at(-1)
    entries.push({
      id: entryId,
      view: viewStatement(statement, anchors, back),
      is: wordsFor(statement),
      heading: own !== undefined && own !== heading && own !== reading.document.title ? own : null,
    })
    heading = own
  }
  const otherCount = reading.statements.length - entries.length - findings.length
  return { id, reading, entries, findings, otherCount, marks: anchors.marks }
}

function wordsFor({ kind, deadline, money, groups }: Statement): string[] {
  return [
    'all',
    kind,
    ...(deadline === null ? [] : ['dated']),
    ...(money.length === 0 ? [] : ['funded']),
    ...(groups.length === 0 ? [] : ['grouped']),
  ]
}
