/**
 * The Model Context Protocol over Streamable HTTP, without sessions: each request is answered by itself with JSON. Written
 * here because the protocol's SDK brings express, ajv and fourteen more packages (6 MB) to a server that only reads.
 */
import { type AnswerOptions, baseOf, reading } from '../http/asked.ts'
import { Problem, problemResponse } from '../http/problem.ts'
import { callTool } from './call-tool.ts'
import { isResponse, RPC, RpcError, type RpcId, readRequest, rpcError, rpcResult } from './json-rpc.ts'
import { listResources, listTemplates, readResource } from './resources.ts'
import { askOf } from './tool.ts'
import { describeTools } from './tools.ts'

/** Newest first. A client that asks for another is offered the newest. */
export const PROTOCOL_VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26'] as const
/** What a client speaks that names no version with its requests. */
const UNNAMED = '2025-03-26'
/** Many requests in one were allowed in this version only. */
const BATCHING = '2025-03-26'
/** Far more than any request needs. */
const MOST_BYTES = 64 * 1024
const MOST_IN_BATCH = 20

const VERSION = '1.0.0'

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Accept, MCP-Protocol-Version, Mcp-Session-Id, Last-Event-ID',
  'Access-Control-Max-Age': '86400',
  'Cache-Control': 'no-store',
}

/** Problems of transport are told as problems, those of a message as JSON-RPC. */
export async function answerMcp(request: Request, options: AnswerOptions): Promise<Response> {
  try {
    refuseForeignPages(request, options)
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: HEADERS })
    if (request.method !== 'POST')
      throw new Problem(
        'method_not_allowed',
        'This is a Model Context Protocol endpoint. Send JSON-RPC by POST.',
        {
          Allow: 'POST, OPTIONS',
        },
      )
    return await answerPost(request, options)
  } catch (error) {
    if (error instanceof Problem) return problemResponse(error)
    if (error instanceof RpcError) return answer(rpcError(null, error), 400)
    throw error
  }
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/**
 * A server on somebody's own machine must not be called by whatever page is open in their browser, so without a public
 * address only pages of the same machine may call. A public tracker is open to all, as its pages are.
 */
function refuseForeignPages({ headers }: Request, { address }: AnswerOptions): void {
  const origin = headers.get('origin')
  if (origin === null || address !== undefined) return
  if (URL.canParse(origin) && LOOPBACK.test(new URL(origin).hostname)) return
  throw new Problem(
    'origin_refused',
    'This tracker runs on its own machine and answers no pages of other sites here. Call it without a browser, or give it a public address.',
  )
}

async function answerPost(request: Request, options: AnswerOptions): Promise<Response> {
  const message = await readMessage(request)
  const version = request.headers.get('mcp-protocol-version') ?? UNNAMED
  if (!PROTOCOL_VERSIONS.some((each) => each === version))
    throw new Problem(
      'parameter_invalid',
      `MCP-Protocol-Version is not one that is spoken here. Use one of: ${PROTOCOL_VERSIONS.join(', ')}.`,
    )
  const base = baseOf(options, new URL(request.url))
  if (!Array.isArray(message)) {
    const answered = await answerMessage(message, options, base)
    return answered === null
      ? new Response(null, { status: 202, headers: HEADERS })
      : answer(answered, statusOf(answered))
  }
  if (version !== BATCHING || message.length === 0 || message.length > MOST_IN_BATCH)
    throw new RpcError(RPC.invalidRequest, 'Send one message at a time.')
  const all = await Promise.all(message.map((each) => answerMessage(each, options, base)))
  const answers = all.filter((each) => each !== null)
  return answers.length === 0 ? new Response(null, { status: 202, headers: HEADERS }) : answer(answers)
}

/** Throws Problem `body_too_large` or `body_invalid`, RpcError `parseError`. */
async function readMessage(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge()
  const body = await readBounded(request)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new RpcError(RPC.parseError, 'The body is no JSON. Send one JSON-RPC 2.0 message in UTF-8.')
  }
}

const tooLarge = () =>
  new Problem('body_too_large', `The body is larger than ${MOST_BYTES / 1024} kB. Ask for less at once.`)

/** Who goes away in the midst of sending has done nothing that the log should tell of. */
async function readBounded({ body }: Request): Promise<Uint8Array> {
  if (body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const parts = body[Symbol.asyncIterator]()
  for (;;) {
    const part = await parts.next().catch(() => {
      throw new Problem('body_invalid', 'The body ended before it was whole. Send it again.')
    })
    if (part.done) return Buffer.concat(chunks)
    size += part.value.length
    if (size > MOST_BYTES) {
      await parts.return?.()
      throw tooLarge()
    }
    chunks.push(part.value)
  }
}

/** Null for what gets no answer. A bug is told as an internal error without its words, and goes to the log. */
async function answerMessage(message: unknown, options: AnswerOptions, base: string): Promise<object | null> {
  if (isResponse(message)) return null
  let id: RpcId | null = null
  try {
    const { id: own, method, params } = readRequest(message)
    id = own
    if (id === null) return null
    return rpcResult(id, await dispatch(method, params, options, base))
  } catch (error) {
    if (error instanceof RpcError) return rpcError(id, error)
    if (error instanceof Problem) return rpcError(id, new RpcError(RPC.internalError, error.message))
    throw error
  }
}

type Params = Readonly<Record<string, unknown>>

async function dispatch(
  method: string,
  params: Params,
  options: AnswerOptions,
  base: string,
): Promise<object> {
  const ask = askOf(options, base)
  switch (method) {
    case 'initialize':
      return initialize(params, options)
    case 'ping':
      return {}
    case 'tools/list':
      return { tools: describeTools() }
    case 'tools/call':
      return callTool(params, ask)
    case 'resources/list':
      return listResources(ask)
    case 'resources/templates/list':
      return listTemplates(base)
    case 'resources/read':
      return readResource(params.uri, base, ask)
    default:
      throw new RpcError(
        RPC.methodNotFound,
        'There is no such method here. There are: initialize, ping, tools/list, tools/call, resources/list, resources/templates/list, resources/read.',
      )
  }
}

async function initialize({ protocolVersion }: Params, { reader }: AnswerOptions): Promise<object> {
  if (typeof protocolVersion !== 'string')
    throw new RpcError(RPC.invalidParams, 'protocolVersion is missing. Say which version you speak.')
  const { settings } = await reading(() => reader.readHead())
  return {
    protocolVersion: PROTOCOL_VERSIONS.find((each) => each === protocolVersion) ?? PROTOCOL_VERSIONS[0],
    capabilities: { tools: {}, resources: {} },
    serverInfo: { name: 'holdfast', title: settings.title, version: VERSION },
    instructions: `${settings.summary} Every record names its sources in "evidence": cite them with date and address. "not-looked-at" and "nothing-found" say what we looked for, and neither means that nothing was done. Verdicts are someone's: say whose.`,
  }
}

/** Only a message that could not be read at all is a fault of the request; the rest is an answer. */
function statusOf(answered: object): number {
  const { error } = answered as { error?: { code: number } } // a JSON-RPC answer made here
  return error?.code === RPC.invalidRequest ? 400 : 200
}

const answer = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...HEADERS, 'Content-Type': 'application/json' } })
