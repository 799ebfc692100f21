/**
 * The requests of a connection, answered one after the other: the next is begun when the bytes of the one before were
 * taken. Without this, whoever asks for much at once and reads none of it has all answers made and held in memory.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
type Turn = readonly [request: IncomingMessage, response: ServerResponse]

export interface TurnLimits {
  /** Requests of one connection that wait behind the one being answered. Browsers and proxies have none. */
  readonly mostWaiting: number
  /** The same of all connections; each takes some ten kilobytes. */
  readonly mostWaitingInAll: number
  /** Bytes of answers that were made and not taken, in all; past it, who took nothing for longest is let go. */
  readonly mostUnread: number
}

const LIMITS: TurnLimits = { mostWaiting: 32, mostWaitingInAll: 2_000, mostUnread: 64 << 20 }

interface Line {
  readonly waiting: Turn[]
  /** More was asked for than may wait: what waits is answered, and then the connection ends, as HTTP allows. */
  isFull: boolean
}

export function inTurn(answer: Answer, limits: TurnLimits = LIMITS): Answer {
  const lines = new WeakMap<Socket, Line>()
  const unread = createUnread(limits.mostUnread)
  let waiting = 0

  async function begin([request, response]: Turn, line: Line): Promise<void> {
    response.once('close', () => {
      unread.drop(response)
      goOn(request.socket, line)
    })
    await answer(request, response)
    if (response.writableEnded && !response.writableFinished && response.socket !== null)
      unread.add(response, response.socket)
  }

  // One a turn of the event loop: who asks for one page at a time is heard between any two that waited.
  const ready: (readonly [turn: Turn, line: Line])[] = []
  function beginSoon(turn: Turn, line: Line): void {
    if (ready.push([turn, line]) === 1) setImmediate(beginOne)
  }
  function beginOne(): void {
    const [turn, line] = ready.shift() ?? []
    if (ready.length > 0) setImmediate(beginOne)
    if (turn === undefined || line === undefined) return
    if (turn[0].socket.destroyed) goOn(turn[0].socket, line)
    else void begin(turn, line)
  }

  function goOn(socket: Socket, line: Line): void {
    const next = line.waiting.shift()
    if (next !== undefined) waiting--
    if (socket.destroyed) {
      waiting -= line.waiting.length
      line.waiting.length = 0
      lines.delete(socket)
    } else if (next !== undefined) beginSoon(next, line)
    else {
      lines.delete(socket)
      if (line.isFull) socket.destroySoon()
    }
  }

  return (request, response) => {
    const { socket } = request
    const line = lines.get(socket)
    if (line === undefined) {
      const first = { waiting: [], isFull: false }
      lines.set(socket, first)
      return begin([request, response], first)
    }
    line.isFull ||= line.waiting.length >= limits.mostWaiting || waiting >= limits.mostWaitingInAll
    if (line.isFull) return undefined
    line.waiting.push([request, response])
    waiting++
    return undefined
  }
}

/** Answers that were made and not taken yet, oldest first. */
function createUnread(most: number) {
  const answers = new Map<ServerResponse, { readonly socket: Socket; readonly bytes: number }>()
  let bytes = 0
  const drop = (response: ServerResponse): void => {
    bytes -= answers.get(response)?.bytes ?? 0
    answers.delete(response)
  }
  return {
    drop,
    add(response: ServerResponse, socket: Socket): void {
      const size = socket.writableLength
      answers.set(response, { socket, bytes: size })
      bytes += size
      for (const [oldest, { socket: slow }] of answers) {
        if (bytes <= most) return
        drop(oldest)
        slow.destroy()
      }
    },
  }
}
