// The figures of a cross-validation as a table: rules alone, wording alone, both; by set and kind of page.
import type { StatementKind } from '../../../src/model/index.ts'
import type { Verdict } from './cross-validation.ts'
import type { LabelledStatement } from './labelled-pages.ts'

const ACTIONABLE = new Set<StatementKind>(['recommendation', 'ask', 'commitment', 'decision'])

/** One line a set: shares right by first and by either label, F1 of what is actionable, precision and recall of commitments. */
export function reportOf(
  title: string,
  statements: readonly LabelledStatement[],
  said: readonly StatementKind[],
): string {
  const n = statements.length
  const count = (holds: (one: LabelledStatement, kind: StatementKind) => boolean) =>
    statements.filter((one, index) => holds(one, said[index]!)).length
  const kind = count((one, given) => given === one.kind)
  const either = count((one, given) => given === one.kind || given === one.also)
  const both = count((one, given) => ACTIONABLE.has(given) && ACTIONABLE.has(one.kind))
  const given = count((_one, kind) => ACTIONABLE.has(kind))
  const wanted = count((one) => ACTIONABLE.has(one.kind))
  const promised = count((one, given) => given === 'commitment' && one.kind === 'commitment')
  const promises = count((_one, given) => given === 'commitment')
  const labelled = count((one) => one.kind === 'commitment')
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3))
  return [
    title.padEnd(34),
    `n=${String(n).padStart(4)}`,
    `kind ${share(kind, n)}`,
    `either ${share(either, n)}`,
    `actionable F1 ${share(2 * both, given + wanted)}`,
    `commitment P ${share(promised, promises)} R ${share(promised, labelled)}`,
  ].join('  ')
}

/** Of statements by the chance they were given: how many were right by either label. */
export function chancesTable(statements: readonly LabelledStatement[], verdicts: readonly Verdict[]): string {
  const edges = [0, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.92, 0.97, 1.01]
  return edges
    .slice(1)
    .map((to, at) => {
      const from = edges[at]!
      const here = statements.flatMap((one, index) => {
        const verdict = verdicts[index]!
        return one.heard && verdict.chance >= from && verdict.chance < to ? [{ one, verdict }] : []
      })
      const right = here.filter(({ one, verdict }) => [one.kind, one.also].includes(verdict.together)).length
      const mean = here.reduce((sum, { verdict }) => sum + verdict.chance, 0) / Math.max(1, here.length)
      return `chance ${from} to ${to}: ${right}/${here.length} right by either label = ${(right / Math.max(1, here.length)).toFixed(3)} (mean chance ${mean.toFixed(2)})`
    })
    .join('\n')
}
