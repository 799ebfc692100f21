/** `holdfast simulate`: whom proposals reach, at what cost, and whom they leave out. */
import { writeCsv } from '../api/index.ts'
import { UsageError } from '../model/index.ts'
import {
  type Ask,
  DEFAULTS,
  prepareEngland,
  SIMULATION_COLUMNS,
  type SimulateOptions,
  type Simulation,
  simulateInSteps,
  simulationRows,
} from '../rules/population/index.ts'
import type { CommandLine } from './command-line.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { pauseForSignals, startProgress } from './load-documents.ts'
import { checkOutput, writeResult } from './output.ts'
import type { Progress } from './progress.ts'
import { simulationText } from './simulation-text.ts'
import type { Terminal } from './terminal.ts'

export async function runSimulate(line: CommandLine, terminal: Terminal): Promise<number> {
  if (line.format === 'html')
    throw new UsageError(
      'option_invalid',
      'simulate prints text, json or csv, not html. Change --format or --output.',
    )
  if (line.output !== null) await checkOutput(line.output, line.files)
  const ask = readAsk(line)
  const options = prepareEngland(ask, new Date().toISOString().slice(0, 10))
  const progress = startProgress(line, terminal)
  const file = line.files[0]
  const simulation =
    file === undefined
      ? await simulateWatched(options, progress, terminal)
      : await simulateOwn(file, options, line, progress, terminal)
  await writeResult(render(simulation, line, terminal), line.output, terminal)
  return EXIT_OK
}

/** Shows how far it is, and stops when the person ends it. */
async function simulateWatched(
  options: SimulateOptions,
  progress: Progress,
  terminal: Terminal,
): Promise<Simulation> {
  const steps = simulateInSteps(options)
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      progress.show('simulation', step.value)
      await pauseForSignals(terminal.signal)
    }
  } finally {
    progress.clear()
  }
}

/** The families of a file, with its own weights: nothing is drawn, so what draws need is not asked. */
async function simulateOwn(
  file: string,
  { on, support, stacks }: SimulateOptions,
  line: CommandLine,
  progress: Progress,
  terminal: Terminal,
): Promise<Simulation> {
  const idle = Object.keys(line.settings).filter((name) => name !== 'support')
  if (idle.length > 0)
    throw new UsageError(
      'option_invalid',
      `--${idle[0]} is for simulated families; a file brings its own. Leave it out.`,
    )
  const { simulateFile } = await import('./microdata/simulate-file.ts')
  try {
    return await simulateFile({
      file,
      ask: { on, support, stacks },
      signal: terminal.signal,
      onProgress: (step) => progress.show(file, step),
      onNote: (note) => {
        if (!line.isQuiet) terminal.stderr.write(`holdfast: note: ${cleanForTerminal(note)}\n`)
      },
    })
  } finally {
    progress.clear()
  }
}

function render(simulation: Simulation, line: CommandLine, terminal: Terminal): string {
  if (line.format === 'json') return `${JSON.stringify(simulation, null, 2)}\n`
  if (line.format === 'csv') return writeCsv(SIMULATION_COLUMNS, simulationRows(simulation))
  return simulationText(simulation, {
    width: line.output === null ? terminal.columns : 80,
    style: terminal.style,
  })
}

export function readAsk({ on, proposals, settings }: CommandLine): Ask {
  return {
    on,
    proposals,
    support: settings.support ?? DEFAULTS.support,
    calibrations: listOf(settings.calibration),
    families: numberOf('families', settings.families, DEFAULTS.families, [100, 1_000_000]),
    draws: numberOf('draws', settings.draws, DEFAULTS.draws, [0, 1000]),
    seed: numberOf('seed', settings.seed, DEFAULTS.seed, [0, 2_147_483_647]),
    assumed: listOf(settings.assume),
  }
}

const listOf = (text: string | undefined): string[] =>
  text === undefined ? [] : text.split(',').map((name) => name.trim())

function numberOf(
  name: string,
  text: string | undefined,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  if (text === undefined) return otherwise
  const number = Number(text.replaceAll('_', ''))
  if (/^[\d_]+$/.test(text) && number >= least && number <= most) return number
  throw new UsageError(
    'option_invalid',
    `--${name} ${text} is not a whole number from ${least.toLocaleString('en-GB')} to ${most.toLocaleString('en-GB')}.`,
  )
}
