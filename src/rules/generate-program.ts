/**
 * Writes a rulebook as a JavaScript module: for each support a function that loops over columns of households, and
 * kernels in WebAssembly for those of which all is known. It is written when the program is built and holds every date
 * and proposal; which of them counts comes with the plan.
 */
import { isPaid, writeKnown } from './emit/known-support.ts'
import type { KernelList } from './emit/known-truth.ts'
import { writeOpen } from './emit/open-support.ts'
import { SPREAD_KERNEL } from './emit/spread-kernel.ts'
import { assemble } from './emit/wasm.ts'
import { PAGES } from './kernels.ts'
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
  const kernels: KernelList = [SPREAD_KERNEL]
  let groupOffset = 0
  const supports = [...rulebook.supports.values()].flatMap((support) => {
    const offset = groupOffset
    groupOffset += support.groups.length
    return names.includes(support.name)
      ? [`${JSON.stringify(support.name)}: ${generateSupport(rulebook, support, offset, kernels)}`]
      : []
  })
  const module = Buffer.from(assemble(kernels, PAGES)).toString('base64')
  return `// Generated from the rulebook; not to be edited.\n${PRELUDE}\nexport const kernels = "${module}";\nexport const supports = {\n${supports.join(',\n')}\n};\n`
}

function generateSupport(
  rulebook: Rulebook,
  support: Support,
  groupOffset: number,
  kernels: KernelList,
): string {
  const open = writeOpen(rulebook, support, groupOffset)
  const known = writeKnown(rulebook, support, groupOffset, kernels)
  return `{ isOfChild: ${support.scope === 'child'}, isPaid: ${isPaid(support)}, known: ${JSON.stringify(known?.groups ?? null)},
calculations: [${known?.calculations.join(',\n') ?? ''}],
open: ${open} }`
}
