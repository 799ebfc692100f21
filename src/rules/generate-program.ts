/**
 * Writes a rulebook as a JavaScript module: one function a support, looping over columns of households. It is written
 * when the program is built and holds every date and proposal; which of them counts comes with the plan.
 */
import { writeKnown } from './emit/known-support.ts'
import { writeOpen } from './emit/open-support.ts'
import { OUTCOMES, type Rulebook, type Support } from './rulebook.ts'
import { NO, YES } from './truth.ts'

const CANNOT_TELL = OUTCOMES.indexOf('cannot-tell')

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
/**
 * What is looked up by the entry that decides: outcome, least and most, of rates as the plan holds them. With a width,
 * a stretch for each entry: the rate of every place where its place (-1) varies, and the same one otherwise.
 */
function ratesOf(amounts, width, places, held, notHeld, shifts) {
  const size = places.length * width;
  const codes = new Uint8Array(size), lows = new Int32Array(size), highs = new Int32Array(size);
  for (let at = 0; at < size; at++) {
    const entry = Math.floor(at / width), place = places[entry];
    const high = amounts[place < 0 ? at - entry * width : place];
    highs[at] = high;
    lows[at] = high >> shifts[entry];
    codes[at] = high < 0 ? notHeld[entry] : held[entry];
  }
  return { codes, lows, highs };
}
/** The code for known answers where the groups in force find all they need known, the code for open answers elsewhere. */
function either(groups, forOpen) {
  return (columns, plan, outcomes) => {
    const inForce = groups.filter(({ flag }) => plan.groups[flag] === 1);
    const isKnown = inForce.every(({ needs, thresholds }) =>
      needs.every((name) => columns.known.has(name)) && thresholds.every((cell) => plan.cells[cell] === plan.cells[cell]));
    if (!isKnown || inForce.length === 0) forOpen(columns, plan, outcomes);
    else inForce.forEach(({ judge }, at) => judge(columns, plan, outcomes, at === 0));
  };
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
  const open = writeOpen(rulebook, support, groupOffset)
  const known = writeKnown(rulebook, support, groupOffset)
  return known === null ? open : `either(${known},\n${open})`
}
