/**
 * Writes one support for households whose answers are all known: a loop for each group of clauses, so that what is not
 * in force costs nothing. In a row, the clauses that hold are bits, the first of them decides, and what follows from it
 * (outcome, amount) is looked up: a row takes the same path as the next.
 */
import type { Clause, ClauseGroup, Rulebook, Support } from '../rulebook.ts'
import { type Entry, KnownEntries } from './known-entries.ts'
import { NotForKnown } from './known-number.ts'
import { KnownEmitter } from './known-truth.ts'

/** Bits of a whole number; one of them stands for "no clause holds". */
const BITS = 32

/** A loop over the rows that no earlier group decided, and what it stands on. */
interface KnownGroup {
  /** The place of its flag in `plan.groups`. */
  readonly flag: number
  readonly needs: readonly string[]
  readonly thresholds: readonly number[]
  /** A function of columns, plan, outcomes and whether no group came before it. */
  readonly code: string
}

/** @returns the source of a list of such groups; null for a support that only the code for open answers can take. */
export function writeKnown(rulebook: Rulebook, support: Support, groupOffset: number): string | null {
  let next = 0
  try {
    const groups = support.groups.flatMap((group, index) => {
      const first = next
      next += group.clauses.length
      // A group can consist of notes alone.
      return group.clauses.length === 0
        ? []
        : [writeGroup(rulebook, support, group, { first, flag: groupOffset + index })]
    })
    const written = groups.map(
      ({ flag, needs, thresholds, code }) =>
        `{ flag: ${flag}, needs: ${JSON.stringify(needs)}, thresholds: ${JSON.stringify(thresholds)}, judge: ${code} }`,
    )
    return `[\n${written.join(',\n')}\n]`
  } catch (error) {
    if (error instanceof NotForKnown) return null
    throw error
  }
}

function writeGroup(
  rulebook: Rulebook,
  support: Support,
  group: ClauseGroup,
  { first, flag }: { readonly first: number; readonly flag: number },
): KnownGroup {
  const emitter = new KnownEmitter(rulebook)
  const row = support.scope === 'child' ? 'i' : 'h'
  const entries = new KnownEntries(emitter, row)
  const truths = group.clauses.map((clause) => truthOf(emitter, clause, row))
  group.clauses.forEach((clause, at) => {
    entries.add(clause, first + at, truths[at] ?? '1')
  })
  if (entries.list.length >= BITS) throw new NotForKnown('more clauses than bits')
  emitter.body.write(`const c = Math.clz32(${bitsOf(entries.list)});`)
  entries.writeOutcome()
  const { body, needs, thresholds } = emitter
  const lines = body.lines.join('\n')
  const isOfHousehold = row === 'i' && /\bh\b/.test(lines)
  const code = `(columns, plan, outcomes, isFirst) => {
const { data, start, household, households } = columns;
const { code, clause, low, high } = outcomes;
const { amounts } = plan;
${entries.tables()}
${body.head.join('\n')}
for (let ${row} = 0, rows = ${row === 'i' ? 'household.length' : 'households'}; ${row} < rows; ${row}++) {
if (!isFirst && clause[${row}] !== 255) continue;
${isOfHousehold ? 'const h = household[i];\n' : ''}${lines}
}
}`
  return { flag, needs: [...needs], thresholds: [...thresholds], code }
}

const truthOf = (emitter: KnownEmitter, { when }: Clause, row: string): string =>
  when === null ? '1' : emitter.truth(when, row)

/** The first entry is the highest bit, so that counting the zeros before it names what decides; the last is nobody's. */
const bitsOf = (entries: readonly Entry[]): string =>
  [...entries.map(({ truth }) => truth), '1'].map((truth, at) => `(${truth} << ${BITS - 1 - at})`).join(' | ')
