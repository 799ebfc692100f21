/**
 * Writes a rulebook as a JavaScript module: one function a support, looping over columns of households. It is written
 * when the program is built and holds every date and proposal; which of them counts comes with the plan.
 */
import { Emitter } from './emit-expression.ts'
import { KnownEmitter, readOnce } from './emit-known.ts'
import type { Expression } from './expression.ts'
import { QUALIFYING } from './outcome.ts'
import { type Clause, OUTCOMES, type Rulebook, type Support } from './rulebook.ts'
import { NO, YES } from './truth.ts'

const CANNOT_TELL = OUTCOMES.indexOf('cannot-tell')
const RATE_NOT_HELD = OUTCOMES.indexOf('rate-not-held')
const QUALIFYING_MASK = QUALIFYING.reduce((mask, code) => mask | (1 << OUTCOMES.indexOf(code)), 0)

/** What every generated module needs: picking cells of a table, and who is older. NaN (not held) wins every pick. */
const PRELUDE = `
/** The outcome by the clauses possible: one kind of outcome stands, several cannot be told apart. */
const RESULT = new Uint8Array(256);
for (let mask = 0; mask < 256; mask++)
  RESULT[mask] = (mask & (mask - 1)) === 0 && mask !== 0 ? 31 - Math.clz32(mask) : ${CANNOT_TELL};
function isTable(count, allowed) {
  const table = new Uint8Array(1 << count);
  for (let mask = 0; mask < table.length; mask++)
    table[mask] = (mask & allowed) === 0 ? 0 : (mask & ~allowed) === 0 ? 3 : 1;
  return table;
}
function bandTable(bands) {
  const table = new Int32Array(256);
  bands.forEach(([from, to], index) => table.fill(1 << index, from, to + 1));
  return table;
}
function bandIndexes(bands) {
  const table = new Int8Array(256).fill(-1);
  bands.forEach(([from, to], index) => table.fill(index, from, to + 1));
  return table;
}
function bandMask(table, low, high) {
  let mask = 0;
  for (let value = Math.max(low, 0); value <= high && value < 256; value++) mask |= table[value];
  return mask;
}
const leastCell = (cells, offset, rows, columns, width) => foldCells(cells, offset, rows, columns, width, Math.min, Infinity);
const mostCell = (cells, offset, rows, columns, width) => foldCells(cells, offset, rows, columns, width, Math.max, -Infinity);
function foldCells(cells, offset, rows, columns, width, pick, none) {
  let result = none;
  for (let row = 0; rows >> row; row++) {
    if (!((rows >> row) & 1)) continue;
    for (let column = 0; columns >> column; column++)
      if ((columns >> column) & 1) result = pick(result, cells[offset + row * width + column]);
  }
  return result === none ? NaN : result;
}
function isOlder(low, high, ownLow, ownHigh, isNamedFirst) {
  if (high < ownLow) return ${YES};
  if (low > ownHigh) return ${NO};
  return low === high && ownLow === ownHigh ? (isNamedFirst ? ${YES} : ${NO}) : 1;
}
`

/** @param names the supports to write; all of the rulebook's when left out. */
export function generateProgram(
  rulebook: Rulebook,
  names: readonly string[] = [...rulebook.supports.keys()],
): string {
  let groupOffset = 0
  const functions = [...rulebook.supports.values()].flatMap((support) => {
    const offset = groupOffset
    groupOffset += support.groups.length
    return names.includes(support.name)
      ? [`${JSON.stringify(support.name)}: ${generateSupport(rulebook, support, offset)}`]
      : []
  })
  return `// Generated from the rulebook; not to be edited.\n${PRELUDE}\nexport const supports = {\n${functions.join(',\n')}\n};\n`
}

function generateSupport(rulebook: Rulebook, support: Support, groupOffset: number): string {
  const known = generateKnown(rulebook, support, groupOffset)
  return `(() => {
const forKnown = ${known.code};
const forOpen = ${generateOpen(rulebook, support, groupOffset)};
const needs = ${JSON.stringify(known.needs)}, thresholds = ${JSON.stringify(known.thresholds)};
return (columns, plan, outcomes) => {
  const isKnown = needs.every((name) => columns.known.has(name)) && thresholds.every((cell) => plan.cells[cell] === plan.cells[cell]);
  (isKnown ? forKnown : forOpen)(columns, plan, outcomes);
};
})()`
}

const opening = (support: Support) => `const { data, start, household, households } = columns;
const { code, clause, low, high } = outcomes;
const rows = ${support.scope === 'child' ? 'household.length' : 'households'};
low.fill(-1); high.fill(-1);`

/** For households whose answers are all known: the first clause that holds is the outcome. */
function generateKnown(rulebook: Rulebook, support: Support, groupOffset: number) {
  const emitter = new KnownEmitter(rulebook)
  const isOfChild = support.scope === 'child'
  const row = isOfChild ? 'i' : 'h'
  let at = 0
  const body = support.groups.map((group, index) => {
    const flag = emitter.once(`plan.groups[${groupOffset + index}]`)
    const clauses = group.clauses.map((clause) => {
      const settle = settleKnown(emitter, clause, row, at++)
      return clause.when === null ? settle : `if (${emitter.truth(clause.when, row)}) ${settle}`
    })
    return `if (${flag} === 1) {\n${clauses.join('\n')}\n}`
  })
  const code = `function (columns, plan, outcomes) {
${opening(support)}
${emitter.head.join('\n')}
for (let ${row} = 0; ${row} < rows; ${row}++) {
${isOfChild ? 'const h = household[i];' : ''}
${readOnce(body.join('\n'))}
}
}`
  return { code, needs: [...emitter.needs], thresholds: [...emitter.thresholds] }
}

function settleKnown(emitter: KnownEmitter, clause: Clause, row: string, at: number): string {
  const code = OUTCOMES.indexOf(clause.outcome)
  const settle = `clause[${row}] = ${at};`
  if (clause.amount === null) return `{ ${settle} code[${row}] = ${code}; continue; }`
  const isQualifying = QUALIFYING.includes(clause.outcome)
  const notHeld = isQualifying ? RATE_NOT_HELD : code
  const rate = rateOf(emitter, clause.amount, row)
  if (rate !== null)
    return `{ ${settle} const hi = ${rate.high}; code[${row}] = ${notHeld === code ? code : `hi < 0 ? ${notHeld} : ${code}`}; low[${row}] = ${rate.isFromNothing ? 'hi < 0 ? -1 : 0' : 'hi'}; high[${row}] = hi; continue; }`
  const amount = emitter.number(clause.amount, row)
  const high = amount.high === amount.low ? 'lo' : amount.high
  return `{ ${settle} const lo = ${amount.low}; if (lo === lo) { code[${row}] = ${code}; low[${row}] = lo; high[${row}] = ${high}; } else code[${row}] = ${notHeld}; continue; }`
}

/** The two plain kinds of amount: a rate, and anything from nothing to a rate. */
function rateOf(emitter: KnownEmitter, amount: Expression, row: string) {
  const isFromNothing = amount.kind === 'between' && amount.from.kind === 'nothing'
  const high = emitter.rate(isFromNothing ? amount.to : amount, row)
  return high === null ? null : { high, isFromNothing }
}

function generateOpen(rulebook: Rulebook, support: Support, groupOffset: number): string {
  const emitter = new Emitter(rulebook)
  const isOfChild = support.scope === 'child'
  const row = isOfChild ? 'i' : 'h'
  emitter.write(isOfChild ? 'const h = household[i];' : '')
  emitter.write('let mask = 0, has = 0, lo = 0, hi = 0, first = 255;')
  emitter.write('decide: {')
  let at = 0
  support.groups.forEach((group, index) => {
    const flag = emitter.once(`plan.groups[${groupOffset + index}]`)
    emitter.block(`if (${flag} === 1) {`, () => {
      for (const clause of group.clauses) emitClause(emitter, clause, row, at++)
    })
  })
  emitter.write('}')
  emitter.write(finish(row))
  return `function (columns, plan, outcomes) {
${opening(support)}
${emitter.head.join('\n')}
for (let ${row} = 0; ${row} < rows; ${row}++) {
${emitter.body.join('\n')}
}
}`
}

function emitClause(emitter: Emitter, clause: Clause, row: string, at: number): void {
  const bit = 1 << OUTCOMES.indexOf(clause.outcome)
  const truth = clause.when === null ? String(YES) : emitter.condition(clause.when, row)
  emitter.block(`if (${truth} !== ${NO}) {`, () => {
    emitter.write(`mask |= ${bit}; if (first === 255) first = ${at};`)
    if (clause.amount === null) emitter.write('has |= 2;')
    else {
      const amount = emitter.number(clause.amount, row)
      emitter.write(`if (has === 0) { lo = ${amount.low}; hi = ${amount.high}; }`)
      emitter.write(`else { lo = Math.min(lo, ${amount.low}); hi = Math.max(hi, ${amount.high}); }`)
      emitter.write('has |= 1;')
    }
    emitter.write(`if (${truth} === ${YES}) break decide;`)
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
