/** Writes the function of one support for households of which not all is known: every clause that can be so is looked at. */
import { QUALIFYING } from '../outcome.ts'
import { type Clause, OUTCOMES, type Rulebook, type Support } from '../rulebook.ts'
import { NO, YES } from '../truth.ts'
import { OpenEmitter } from './open-truth.ts'

const CANNOT_TELL = OUTCOMES.indexOf('cannot-tell')
const RATE_NOT_HELD = OUTCOMES.indexOf('rate-not-held')
const QUALIFYING_MASK = QUALIFYING.reduce((mask, code) => mask | (1 << OUTCOMES.indexOf(code)), 0)

/** @returns a function of columns, plan and outcomes. */
export function writeOpen(rulebook: Rulebook, support: Support, groupOffset: number): string {
  const emitter = new OpenEmitter(rulebook)
  const { body } = emitter
  const isOfChild = support.scope === 'child'
  const row = isOfChild ? 'i' : 'h'
  body.write(isOfChild ? 'const h = household[i];' : '')
  body.write('let mask = 0, has = 0, lo = 0, hi = 0, first = 255;')
  body.write('decide: {')
  let at = 0
  support.groups.forEach((group, index) => {
    const flag = body.once(`plan.groups[${groupOffset + index}]`)
    body.block(`if (${flag} === 1) {`, () => {
      for (const clause of group.clauses) writeClause(emitter, clause, row, at++)
    })
  })
  body.write('}')
  body.write(finish(row))
  return `function (columns, plan, outcomes) {
const { data, start, household, households } = columns;
const { code, clause, low, high } = outcomes;
const rows = ${isOfChild ? 'household.length' : 'households'};
low.fill(-1); high.fill(-1);
${body.head.join('\n')}
for (let ${row} = 0; ${row} < rows; ${row}++) {
${body.lines.join('\n')}
}
}`
}

/**
 * Writes what works out the amount of one clause in the rows that it decided; where the amount is not held, the row
 * stays as it is.
 * @param at the place of the clause among all clauses of the support.
 * @returns a function of columns, plan and outcomes.
 */
export function writeCalculation(rulebook: Rulebook, support: Support, clause: Clause, at: number): string {
  const emitter = new OpenEmitter(rulebook)
  const { body } = emitter
  const isOfChild = support.scope === 'child'
  const row = isOfChild ? 'i' : 'h'
  if (clause.amount === null) throw new Error('no amount to work out')
  const amount = emitter.numbers.number(clause.amount, row)
  return `function (columns, plan, outcomes) {
const { data, start, household, households } = columns;
const { code, clause, low, high } = outcomes;
${body.head.join('\n')}
for (let ${row} = 0, rows = ${isOfChild ? 'household.length' : 'households'}; ${row} < rows; ${row}++) {
if (clause[${row}] !== ${at}) continue;
${isOfChild ? 'const h = household[i];' : ''}
${body.lines.join('\n')}
const lo = ${amount.low}, hi = ${amount.high};
if (lo === lo && hi === hi) { code[${row}] = ${OUTCOMES.indexOf(clause.outcome)}; low[${row}] = lo; high[${row}] = hi; }
}
}`
}

function writeClause(emitter: OpenEmitter, clause: Clause, row: string, at: number): void {
  const { body } = emitter
  const bit = 1 << OUTCOMES.indexOf(clause.outcome)
  const truth = clause.when === null ? String(YES) : emitter.condition(clause.when, row)
  body.block(`if (${truth} !== ${NO}) {`, () => {
    body.write(`mask |= ${bit}; if (first === 255) first = ${at};`)
    if (clause.amount === null) body.write('has |= 2;')
    else {
      const amount = emitter.numbers.number(clause.amount, row)
      body.write(`if (has === 0) { lo = ${amount.low}; hi = ${amount.high}; }`)
      body.write(`else { lo = Math.min(lo, ${amount.low}); hi = Math.max(hi, ${amount.high}); }`)
      body.write('has |= 1;')
    }
    body.write(`if (${truth} === ${YES}) break decide;`)
  })
}

/** `has` is 1 where every possible clause has an amount, and 2 or 3 where one has none. */
const finish = (row: string) => `
let result = RESULT[mask];
if (has === 1 && result !== ${CANNOT_TELL}) {
  if (lo === lo && hi === hi) { low[${row}] = lo; high[${row}] = hi; }
  else if ((mask & ${QUALIFYING_MASK}) !== 0) result = ${RATE_NOT_HELD};
}
code[${row}] = result;
clause[${row}] = first;`
