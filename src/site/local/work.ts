/** One piece of work of the local page: one or two documents, read or compared. */
import type { ComparedPair, Reading } from '../../api/index.ts'
import type { ParseLimits, SourceFile } from '../../documents/index.ts'
import { HoldfastError, LimitError, MachineError, SourceError, UsageError } from '../../model/index.ts'
import type { LocalEngine } from './engine.ts'

export type Task = 'read' | 'compare'

export interface Order {
  readonly task: Task
  /** One or two; to compare, the report and then the response. */
  readonly sources: readonly SourceFile[]
}

/** A document of an order that could not be read, and why, beside others that could. */
export interface Failure {
  readonly file: string
  readonly error: HoldfastError
}

export type Outcome =
  | { readonly kind: 'reading'; readonly readings: readonly Reading[]; readonly failures: readonly Failure[] }
  | { readonly kind: 'comparison'; readonly pair: ComparedPair }

export interface Step {
  readonly name: string
  readonly phase: string
  readonly done: number
  readonly total: number | null
}

export interface WorkContext {
  readonly engine: LocalEngine
  readonly limits: Partial<ParseLimits>
  readonly signal: AbortSignal
  readonly onStep: (step: Step) => void
}

/** Throws the first error when nothing could be read, or when one side of a comparison could not. */
export async function doWork(order: Order, context: WorkContext): Promise<Outcome> {
  return order.task === 'compare'
    ? compareSources(order.sources, context)
    : readSources(order.sources, context)
}

async function readSources(sources: readonly SourceFile[], context: WorkContext): Promise<Outcome> {
  const readings: Reading[] = []
  const failures: Failure[] = []
  for (const source of sources) {
    try {
      const named = await parseSource(source, context)
      context.onStep({ name: source.name, phase: 'finding statements', done: 0, total: null })
      readings.push(await context.engine.read(named))
    } catch (error) {
      // A bug, and the person's own stop, end the work; what is wrong with one document does not end the others.
      if (!(error instanceof HoldfastError) || context.signal.aborted) throw error
      failures.push({ file: source.name, error })
    }
  }
  const [first] = failures
  if (readings.length === 0 && first !== undefined) throw first.error
  return { kind: 'reading', readings, failures }
}

async function compareSources(sources: readonly SourceFile[], context: WorkContext): Promise<Outcome> {
  const [report, response] = sources
  if (report === undefined || response === undefined)
    throw new UsageError('upload_invalid', 'A comparison needs two documents: the report, and its response.')
  const [reportText, responseText] = await parseBoth(report, response, context)
  context.onStep({ name: response.name, phase: 'comparing', done: 0, total: null })
  await letOthersRun(context.signal)
  return { kind: 'comparison', pair: await context.engine.compare(reportText, responseText) }
}

/** Both are tried, so that one run tells all that is wrong with the two. */
async function parseBoth(report: SourceFile, response: SourceFile, context: WorkContext) {
  const failures: HoldfastError[] = []
  const parse = (source: SourceFile) =>
    parseSource(source, context).catch((error: unknown) => {
      if (!(error instanceof HoldfastError) || context.signal.aborted) throw error
      failures.push(error)
      return null
    })
  const [reportText, responseText] = [await parse(report), await parse(response)]
  const [first, second] = failures
  if (first !== undefined && second !== undefined) throw joinErrors(first, second)
  if (reportText === null || responseText === null) throw first
  return [reportText, responseText] as const
}

/** Both in one, for a page that shows one; what is no fault of the documents stands alone. */
function joinErrors(first: HoldfastError, second: HoldfastError): HoldfastError {
  const errors = [first, second]
  const alone = errors.find((error) => !(error instanceof SourceError || error instanceof LimitError))
  if (alone !== undefined) return alone
  const Joined = errors.every((error) => error instanceof LimitError) ? LimitError : SourceError
  return new Joined(first.code, `${first.message} ${second.message}`, { cause: first })
}

async function parseSource(source: SourceFile, { engine, limits, signal, onStep }: WorkContext) {
  const onProgress = (step: Omit<Step, 'name'>) => onStep({ ...step, name: source.name })
  const document = await engine.parse(source, { limits, signal, onProgress })
  await letOthersRun(signal)
  return { file: source.name, document }
}

/** Lets the server answer others, and hear that this work is no longer wanted, before a stretch of computing. */
async function letOthersRun(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (signal.aborted) throw new MachineError('interrupted', 'The work was stopped before its end.')
}
