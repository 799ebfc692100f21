/** From a request under /api to an answer, problems included. */
import { type AnswerOptions, baseOf, clip, reading, readParameters } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import { findRoute } from './routes.ts'

const DESCRIPTION = '/api/v1/openapi.json'

/** Throws Problems. The description is loaded only when it is asked for. */
export async function answerApi(request: Request, options: AnswerOptions): Promise<Response> {
  const url = new URL(request.url)
  if (url.pathname === DESCRIPTION) {
    readParameters(url, [])
    const { describeApi } = await import('./openapi.ts')
    const { settings } = await reading(() => options.reader.readHead())
    return json(describeApi({ settings, base: baseOf(options, url) }))
  }
  const found = findRoute(url.pathname)
  if (found === null)
    throw new Problem(
      'address_unknown',
      `There is nothing at ${clip(url.pathname)}. ${baseOf(options, url)}/api/v1 lists all addresses.`,
    )
  return json(await found.route.answer({ url, rest: found.rest }, options))
}

const json = (body: object): Response =>
  new Response(`${JSON.stringify(body)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
