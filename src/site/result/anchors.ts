/** Gives each passage that a result points to its anchor in the document's text, one anchor a passage. Pure. */
import { labelGroup } from '../../api/index.ts'
import type { Deadline, Range, Statement } from '../../model/index.ts'
import type { Mark } from './marks.ts'

export interface Anchors {
  /** The address of the passage in this page ("#a7"). The same passage in the same tone keeps its first anchor. */
  point(range: Range, tone: string, back?: Mark['back']): string
  readonly marks: readonly Mark[]
}

export function createAnchors(prefix: string): Anchors {
  const marks: Mark[] = []
  const known = new Map<string, string>()
  return {
    marks,
    point({ start, end }, tone, back) {
      const key = `${tone} ${start} ${end}`
      const id = known.get(key) ?? `${prefix}${known.size + 1}`
      if (!known.has(key)) {
        known.set(key, id)
        marks.push({ id, tone, start, end, ...(back === undefined ? {} : { back }) })
      }
      return `#${id}`
    },
  }
}

/** A statement with the address of each of its parts. */
export interface StatementView {
  readonly statement: Statement
  readonly href: string
  readonly deadline: { readonly deadline: Deadline; readonly href: string } | null
  readonly money: readonly LinkedWords[]
  readonly groups: readonly LinkedWords[]
}

interface LinkedWords {
  readonly label: string
  readonly href: string
}

export function viewStatement(statement: Statement, anchors: Anchors, back: Mark['back']): StatementView {
  const { deadline } = statement
  return {
    statement,
    href: anchors.point(statement, statement.kind, back),
    deadline: deadline === null ? null : { deadline, href: anchors.point(deadline, 'part') },
    money: statement.money.map((sum) => ({ label: sum.text, href: anchors.point(sum, 'part') })),
    groups: firstOfEach(
      statement.groups.map((group) => ({ label: labelGroup(group), href: anchors.point(group, 'part') })),
    ),
  }
}

const firstOfEach = (words: readonly LinkedWords[]): LinkedWords[] =>
  [...new Map(words.toReversed().map((word) => [word.label, word])).values()].toReversed()
