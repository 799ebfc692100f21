// The benchmark's results as a terminal table and as docs/performance.md.
import type { Measurement } from './measurement.ts'

function formatValue(value: number | null): string {
  if (value === null) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3)
}

function cellsOf(row: Measurement): string[] {
  return [
    row.group,
    row.name,
    `${formatValue(row.median)} ${row.unit}`,
    `${formatValue(row.min)} to ${formatValue(row.max)}, ${row.runs} runs`,
    row.against === null ? '–' : `${row.against}${row.ratio === null ? '' : `: ${row.ratio.toFixed(2)}`}`,
    row.goal ?? '–',
    row.met === null ? '–' : row.met ? 'met' : 'NOT MET',
  ]
}

const columns = ['group', 'what', 'median', 'range', 'against: ratio', 'goal', 'met']

export function renderTable(rows: readonly Measurement[]): string {
  const table = [columns, ...rows.map(cellsOf)]
  const widths = columns.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)))
  return table
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** @param note what else a reader must know of these runs; empty for nothing */
export function renderPerformance(
  rows: readonly Measurement[],
  machine: string,
  peers: string,
  note: string,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; every figure comes from one machine, and those of a group from one run.
A ratio is ours divided by the peer's, the median of pairs taken in turn in the same run.

Machine: ${machine}. ${peers}.
${note === '' ? '' : `\n${note}\n`}
${[line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(cellsOf(row)))].join('\n')}

## How each was taken

${rows.map((row) => `- **${row.name}** (${row.group}): ${row.how}`).join('\n')}
`
}
