/** Opens a web application on a port of this machine, and closes it again. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { MachineError, UsageError } from '../model/index.ts'
import { inTurn } from './in-turn.ts'

export interface Address {
  readonly host: string
  /** The port to take; null for the first free one from 4173. */
  readonly port: number | null
}

export interface OpenServer {
  readonly url: string
  /** Ends open connections, and resolves when the port is free again. */
  close(): Promise<void>
}

/** What can be answered without making a request of it; says whether it did. */
type AnswerAtOnce = (request: IncomingMessage, response: ServerResponse) => boolean

/** `outgoing` may be written to at once; `alreadySent` says that it was. */
type Answer = (
  request: Request,
  server: { readonly outgoing: Pick<ServerResponse, 'writeHead'> },
) => Response | Promise<Response>

const FIRST_PORT = 4173
/**
 * Who sends slowly holds a connection and nothing else; these end it. A request's head is a few hundred bytes, which
 * the slowest phone line sends in a second or two; an upload to the local page comes from the same machine or network.
 */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 1_000,
  /** A search of ten thousand letters reaches the page that says it is too long. */
  maxHeaderSize: 64 * 1024,
} as const
/** A connection on which nothing moves either way: somebody reads an answer not at all. Work says something sooner. */
const LONGEST_SILENCE_MS = 120_000

/** So many ports in a row taken means that something else is wrong. */
const PORTS_TO_TRY = 100

/** Throws MachineError `port_in_use`, and UsageError when the address cannot be listened on at all. */
export async function openServer(
  answer: Answer,
  { host, port, answerAtOnce = () => false }: Address & { readonly answerAtOnce?: AnswerAtOnce },
): Promise<OpenServer> {
  // It loads what fetches pages, and who only makes pages needs none of it.
  const { getRequestListener } = await import('@hono/node-server')
  const listener = getRequestListener((request, server) => answer(request, server as HttpBindings), {
    overrideGlobalObjects: false,
  })
  const answerEach = inTurn((request, response) =>
    answerAtOnce(request, response) ? undefined : listener(request, response),
  )
  const server = createServer(PATIENCE, (request, response) => void answerEach(request, response))
  server.setTimeout(LONGEST_SILENCE_MS)
  try {
    if (port === null) await listenOnFirstFree(server, host)
    else await listen(server, host, port)
  } catch (error) {
    throw explain(error, host, port)
  }
  return {
    url: urlOf(server, host),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function listenOnFirstFree(server: Server, host: string): Promise<void> {
  for (let port = FIRST_PORT; ; port++) {
    try {
      return await listen(server, host, port)
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || port >= FIRST_PORT + PORTS_TO_TRY - 1) throw error
    }
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port, exclusive: true })
  await once(server, 'listening')
}

function explain(error: unknown, host: string, port: number | null): unknown {
  const code = codeOf(error)
  const options = { cause: error }
  if (code === 'EADDRINUSE')
    return new MachineError(
      'port_in_use',
      port === null
        ? `All ports from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TO_TRY - 1} of ${host} are taken. Set PORT to a free one.`
        : `Port ${port} of ${host} is taken by another program. Set PORT to a free one, or leave it unset.`,
      options,
    )
  if (code === 'EACCES' || code === 'EPERM')
    return new UsageError(
      'option_invalid',
      `Port ${port} may not be opened by this user. Set PORT to one from 1024 up, or leave it unset.`,
      options,
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return new UsageError(
      'option_invalid',
      `HOST is "${host}", which is no address of this machine. Leave it unset for 127.0.0.1.`,
      options,
    )
  return error
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}/`
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
