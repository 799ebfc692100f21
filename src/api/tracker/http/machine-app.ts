/** What all answers for machines share: who may read them, when nothing has changed, how problems are told. */
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { asRecorded } from './as-recorded.ts'
import type { AnswerOptions } from './asked.ts'
import { Problem, problemResponse } from './problem.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']

export interface Tagging {
  /** False where answers go into files: nobody asks a file whether it has changed. */
  readonly hasTags?: boolean
}

type Answer = (request: Request, options: AnswerOptions) => Promise<Response>

/**
 * Makes `answer` one that any site may read, that says when nothing has changed, that refuses all but reading, and that
 * tells problems as such. A bug goes on to the top.
 */
export function readOnly(answer: Answer, options: AnswerOptions & Tagging): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    if (context.req.method === 'OPTIONS') context.header('Allow', READING.join(', '))
  })
  app.use(cors({ origin: '*', allowMethods: READING, exposeHeaders: ['ETag', 'Link'], maxAge: 86_400 }))
  if (options.hasTags !== false) {
    app.use(etag())
    app.use(async (context, next) => {
      await next()
      context.res = await tagOf(context.res)
    })
  }
  app.all('*', async ({ req }) => {
    try {
      if (!READING.includes(req.method))
        throw new Problem('method_not_allowed', `${req.method} is not for this address. Use GET.`, {
          Allow: READING.join(', '),
        })
      const response = await answer(req.raw, await asRecorded(options, new URL(req.url)))
      response.headers.set('Cache-Control', 'public, max-age=60')
      return response
    } catch (error) {
      if (error instanceof Problem) return problemResponse(error)
      throw error
    }
  })
  return app
}

/**
 * The answer with the hash of its bytes as its tag, where it has none yet. The tag writer would take the hash of a copy,
 * and Node ends the stream that both come from when one of the two is let go too early.
 */
async function tagOf(response: Response): Promise<Response> {
  if (response.headers.has('ETag') || response.body === null) return response
  const bytes = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.set('ETag', `"${createHash('sha1').update(bytes).digest('hex')}"`)
  return new Response(bytes, { status: response.status, headers })
}
