/** Judges a file of families, streamed over every core with memory that does not grow with the file. */
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MachineError, SourceError, UsageError } from '../../model/index.ts'
import type { Simulation } from '../../rules/population/index.ts'
import {
  CellProblem,
  type ColumnPlan,
  type JudgedRows,
  makeRowsJudge,
  mergeInto,
  microdataResult,
  planHeader,
  type RowsAsk,
} from '../../rules/population/microdata/index.ts'
import { type Crew, createCrew } from './crew.ts'
import { readCsvTasks } from './csv-tasks.ts'
import type { Task } from './task.ts'

export interface SimulateFileOptions {
  readonly file: string
  readonly ask: Omit<RowsAsk, 'columns'>
  readonly signal: AbortSignal
  readonly onProgress: (step: { phase: string; done: number; total: number }) => void
  readonly onNote: (note: string) => void
  /** Who judges; the workers of this machine when left out. */
  readonly createCrew?: (ask: RowsAsk, size?: number, rowsAtOnce?: number) => Crew
}

/** What a file is read as: its header and its pieces, in order. */
export interface TaskSource {
  readonly columns: readonly string[]
  /** The most rows that a piece holds as values at once; 0 where pieces are bytes. */
  readonly rowsAtOnce: number
  /** Pieces with how far into the file each reaches, 0 to 1. */
  readonly tasks: AsyncIterable<{ task: Task; share: number }>
}

/** @throws SourceError with file, row and column for what cannot be used. */
export async function simulateFile(options: SimulateFileOptions): Promise<Simulation> {
  const { file, ask: asked, onNote } = options
  const source = await openSource(file)
  const plan = checkHeader(file, source.columns)
  if (plan.unused.length > 0) onNote(`These columns are not used: ${plan.unused.join(', ')}.`)
  if (!plan.names.includes('weight')) onNote('There is no column "weight", so every family counts once.')
  const ask = { ...asked, columns: [...source.columns] }
  const own = makeRowsJudge({ ...ask }) // also refuses proposals and supports that are none, before any long work
  const crew = (options.createCrew ?? createCrew)(ask, undefined, source.rowsAtOnce)
  try {
    const judged = await judgeAll(options, source, crew)
    if (judged.rows === 0) throw new SourceError('file_empty', `${file} has a header and no rows.`)
    if (judged.tally.whole.families === 0)
      throw new SourceError(
        'microdata_invalid',
        `${file}, column weight: every weight is 0, so no family counts. Write how many families each stands for.`,
      )
    return microdataResult(ask, own.judge, judged.tally, basename(file))
  } finally {
    await crew.close()
  }
}

function checkHeader(file: string, columns: readonly string[]): ColumnPlan {
  const plan = planHeader(columns)
  if (plan instanceof CellProblem)
    throw new SourceError('microdata_invalid', `${file}: row 1: ${plan.message}`)
  return plan
}

async function openSource(file: string): Promise<TaskSource> {
  const stats = await stat(file).catch((error: unknown) => {
    throw new UsageError('file_not_found', `There is no file ${file} that can be read. Check its name.`, {
      cause: error,
    })
  })
  if (stats.isDirectory())
    throw new UsageError('file_is_a_folder', `${file} is a folder. Name the file of families in it.`)
  if (stats.size === 0) throw new SourceError('file_empty', `${file} is empty.`)
  if (await isParquet(file)) {
    const { readParquetTasks } = await import('./parquet.ts')
    return readParquetTasks(file)
  }
  return readCsvTasks(file, stats.size)
}

/** Parquet begins with four letters of its own. */
async function isParquet(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return bytesRead === 4 && buffer.toString('latin1') === 'PAR1'
  } finally {
    await handle.close()
  }
}

/** Keeps every worker busy with one block at hand and one waiting; sums are added in the order of the file. */
async function judgeAll(
  { file, signal, onProgress }: SimulateFileOptions,
  { tasks }: TaskSource,
  crew: Crew,
): Promise<JudgedRows> {
  let whole: JudgedRows | null = null
  const underWay: Promise<JudgedRows>[] = []
  const takeFirst = async () => {
    const judged = await underWay.shift()
    if (judged) whole = addBlock(file, whole, judged)
  }
  try {
    for await (const { task, share } of tasks) {
      if (signal.aborted)
        throw new MachineError('interrupted', 'Stopped before the end. Nothing was written.')
      underWay.push(crew.judge(task))
      if (underWay.length > crew.size * 2) await takeFirst()
      onProgress({ phase: 'percent read', done: Math.floor(share * 100), total: 100 })
    }
    while (underWay.length > 0) await takeFirst()
  } finally {
    // What is still under way after an error is nobody's any more.
    for (const each of underWay) each.catch(() => undefined)
  }
  return whole ?? emptyRows
}

const emptyRows: JudgedRows = {
  rows: 0,
  problems: [],
  tally: { whole: { families: 0, children: 0, rows: 0 }, groups: [], plans: [], squares: null },
}

/** @throws SourceError naming each problem of the first block that has one. */
function addBlock(file: string, whole: JudgedRows | null, block: JudgedRows): JudgedRows {
  const before = whole?.rows ?? 0
  if (block.problems.length > 0) {
    // The header is row 1, as a spreadsheet counts.
    const lines = block.problems.map(
      ({ row, column, message }) => `  row ${before + row + 2}, column ${column}: ${message}`,
    )
    throw new SourceError('microdata_invalid', `${file} cannot be used:\n${lines.join('\n')}`, {
      details: { row: before + (block.problems[0]?.row ?? 0) + 2, column: block.problems[0]?.column ?? '' },
    })
  }
  if (whole === null) return block
  mergeInto(whole.tally, block.tally)
  return { ...whole, rows: before + block.rows }
}
