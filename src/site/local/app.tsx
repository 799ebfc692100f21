/** The local page as a web application: routes from a request to a page. It opens no port and keeps no file. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DEFAULT_LIMITS, type ParseLimits } from '../../documents/index.ts'
import { HoldfastError, LimitError } from '../../model/index.ts'
import { localStyle } from '../style/index.ts'
import { choosePage } from './choose-page.tsx'
import chooseScript from './client/choose-files.client.js?raw'
import { downloadResult, isDownloadFormat, showResult } from './deliver.ts'
import type { LocalEngine } from './engine.ts'
import { guard } from './guard.ts'
import { statusOf } from './http-status.ts'
import { errorPage, notFoundPage } from './problem-page.tsx'
import { streamProgress } from './stream-progress.ts'
import { parseUpload } from './upload.ts'
import { doWork, type Task } from './work.ts'
import { type BoardLimits, createWorkBoard } from './work-board.ts'

export interface LocalAppOptions {
  readonly engine: LocalEngine
  /** The address listened on, which decides which Host headers are answered. */
  readonly host: string
  readonly version: string
  readonly limits?: Partial<ParseLimits>
  readonly boardLimits?: Partial<BoardLimits>
  /** Told of bugs, with their stack. */
  readonly onBug: (error: unknown) => void
  readonly today: () => string
}

export interface LocalApp {
  readonly fetch: (request: Request) => Response | Promise<Response>
  /** Stops all work and forgets all results. */
  close(): void
}

export function createLocalApp(options: LocalAppOptions): LocalApp {
  const { engine, host, limits = {}, onBug, today, version } = options
  const maxBytes = limits.bytes ?? DEFAULT_LIMITS.bytes
  const board = createWorkBoard({
    run: (order, signal, onStep) => doWork(order, { engine, limits, signal, onStep }),
    onBug: (error) => {
      if (!(error instanceof HoldfastError)) onBug(error)
    },
    ...(options.boardLimits === undefined ? {} : { limits: options.boardLimits }),
  })
  const refuse = (context: Context, error: unknown) => {
    if (!(error instanceof HoldfastError)) throw error
    const task: Task = error.details.task === 'compare' ? 'compare' : 'read'
    const page = choosePage({ problem: error.message, task, maxMegabytes: toMegabytes(maxBytes) })
    return context.html(page, statusOf(error))
  }

  const app = new Hono()
  app.use(guard(host))
  app.get('/', (context) =>
    context.html(choosePage({ problem: null, task: 'read', maxMegabytes: toMegabytes(maxBytes) })),
  )
  app.get('/holdfast.css', (context) =>
    context.body(localStyle(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  )
  app.get('/choose-files.js', (context) =>
    context.body(chooseScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  app.post(
    '/work',
    bodyLimit({
      // Two documents and the frame of the form around them.
      maxSize: 2 * maxBytes + 100_000,
      onError: (context) => refuse(context, uploadTooLarge(maxBytes)),
    }),
    async (context) => {
      try {
        return context.redirect(`/work/${board.start(await parseUpload(context.req.raw))}`, 303)
      } catch (error) {
        return refuse(context, error)
      }
    },
  )
  app.get('/work/:id', (context) => {
    const work = board.find(context.req.param('id'))
    if (work === undefined) return context.html(notFoundPage(), 404)
    const isOver = work.state.kind === 'done' || work.state.kind === 'failed'
    if (isOver) return context.redirect(`/result/${work.id}`, 303)
    return streamProgress(board, work)
  })
  app.get('/result/:id', (context) => {
    const work = board.find(context.req.param('id'))
    if (work === undefined) return context.html(notFoundPage(), 404)
    if (work.state.kind === 'failed')
      return context.html(errorPage(work.state.error), statusOf(work.state.error))
    if (work.state.kind !== 'done') return context.redirect(`/work/${work.id}`, 303)
    return context.html(showResult(work.id, work.state.outcome, { version, madeOn: today() }))
  })
  app.get('/result/:id/:format', (context) => {
    const work = board.find(context.req.param('id'))
    const format = context.req.param('format')
    if (work?.state.kind !== 'done' || !isDownloadFormat(format)) return context.html(notFoundPage(), 404)
    try {
      return downloadResult(work.state.outcome, format, { version, madeOn: today() })
    } catch (error) {
      if (!(error instanceof LimitError)) throw error
      return context.html(errorPage(error), statusOf(error))
    }
  })
  app.post('/result/:id/forget', (context) => {
    board.forget(context.req.param('id'))
    return context.redirect('/', 303)
  })
  app.notFound((context) => context.html(notFoundPage(), 404))
  app.onError((error, context) => {
    onBug(error)
    return context.html(errorPage(error), statusOf(error))
  })
  return { fetch: (request) => app.fetch(request), close: () => board.close() }
}

const toMegabytes = (bytes: number): number => Math.max(1, Math.floor(bytes / 1_000_000))

function uploadTooLarge(maxBytes: number): LimitError {
  return new LimitError(
    'document_too_large',
    `That is more than the ${toMegabytes(maxBytes)} MB a document may have. Start Holdfast with a larger --max-bytes to read it.`,
  )
}
