/**
 * The requests of a connection, answered one after the other: the next is begun when the bytes of the one before were
 * taken. Without this, whoever asks for much at once and reads none of it has all answers made and held in memory.
 *
 * A browser asks a connection for the next page when it has the one before. Who asks sooner stands behind all who do
 * not: few of their answers are made at a time, and only while nobody else waits.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createUnread } from './unread-answers.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => undefined | Promise<void>
type Turn = readonly [request: IncomingMessage, response: ServerResponse]

export interface TurnLimits {
  /** Requests of one connection that wait behind the one being answered. Browsers and proxies have none. */
  readonly mostWaiting: number
  /** The same of all connections; each takes some ten kilobytes. */
  readonly mostWaitingInAll: number
  /** Bytes of answers that were made and not taken, in all; past it, who took nothing for longest is let go. */
  readonly mostUnread: number
  /** Who takes nothing of an answer for so long is let go. A page goes to the slowest phone in less. */
  readonly longestUnreadMs: number
  /** An answer for who did not wait that takes longer, such as a table that nobody reads on, stands in nobody's way. */
  readonly longestBehindMs: number
}

const LIMITS: TurnLimits = {
  mostWaiting: 32,
  mostWaitingInAll: 2_000,
  mostUnread: 32 << 20,
  longestUnreadMs: 30_000,
  longestBehindMs: 1_000,
}
/** Those who wait are answered several in a row, for so long: then who else asked is heard, which is a call of the system. */
const LONGEST_UNHEARD_MS = 2
/** Answers for those who did not wait, under way at once: one is made while another waits for the database. */
const MOST_BEHIND = 2

interface Line {
  readonly socket: Socket
  readonly waiting: Turn[]
  /** More was asked for than may wait: what waits is answered, and then the connection ends, as HTTP allows. */
  isFull: boolean
  /** A request of it is being answered, or is about to be. */
  isBusy: boolean
  /** Asked for more before it had an answer, once. */
  isHasty: boolean
}

export function inTurn(
  answer: Answer,
  limits: TurnLimits = LIMITS,
): (request: IncomingMessage, response: ServerResponse) => void {
  const lines = new WeakMap<Socket, Line>()
  const unread = createUnread(limits)
  let waiting = 0
  /** Begun in the order they came; those of a hasty connection only when the others are. */
  const first: (readonly [turn: Turn, line: Line])[] = []
  const behind: (readonly [turn: Turn, line: Line])[] = []
  let underWayBehind = 0
  let isDue = false

  function beginSoon(): void {
    if (isDue || (first.length === 0 && (behind.length === 0 || underWayBehind >= MOST_BEHIND))) return
    isDue = true
    // After what else arrived was heard: by then it is known who asked for more than one thing.
    setImmediate(beginNext)
  }

  function beginNext(): void {
    isDue = false
    if (first.length > 0) beginFirst()
    else if (underWayBehind < MOST_BEHIND) {
      const late = behind.shift()
      if (late !== undefined) beginBehind(...late)
    }
    beginSoon()
  }

  function beginFirst(): void {
    const until = performance.now() + LONGEST_UNHEARD_MS
    do {
      const next = first.shift()
      if (next?.[1].isHasty) behind.push(next)
      else if (next !== undefined) void begin(...next)
    } while (first.length > 0 && performance.now() < until)
  }

  function beginBehind(turn: Turn, line: Line): void {
    const slow = wait(limits.longestBehindMs, undefined, { ref: false })
    underWayBehind++
    void Promise.race([begin(turn, line), slow]).finally(() => {
      underWayBehind--
      beginSoon()
    })
  }

  /** Answers that need not be waited for make no promise: nothing would settle it later than now. */
  function begin([request, response]: Turn, line: Line): Promise<void> | undefined {
    if (line.socket.destroyed) {
      goOn(line)
      return
    }
    response.once('close', () => {
      unread.drop(response)
      goOn(line)
    })
    const made = answer(request, response)
    if (made !== undefined) return made.then(() => noteUnread(response))
    noteUnread(response)
    return
  }

  function noteUnread(response: ServerResponse): void {
    if (response.writableEnded && !response.writableFinished && response.socket !== null)
      unread.add(response, response.socket)
  }

  function goOn(line: Line): void {
    const next = line.waiting.shift()
    if (next !== undefined) waiting--
    if (line.socket.destroyed) {
      waiting -= line.waiting.length
      line.waiting.length = 0
      lines.delete(line.socket)
    } else if (next !== undefined) {
      behind.push([next, line])
      beginSoon()
    } else if (line.isFull) line.socket.destroySoon()
    else line.isBusy = false
  }

  return (request, response) => {
    const { socket } = request
    const line = lines.get(socket) ?? { socket, waiting: [], isFull: false, isBusy: false, isHasty: false }
    lines.set(socket, line)
    if (!line.isBusy) {
      line.isBusy = true
      first.push([[request, response], line])
      beginSoon()
      return
    }
    line.isHasty = true
    line.isFull ||= line.waiting.length >= limits.mostWaiting || waiting >= limits.mostWaitingInAll
    if (line.isFull) return
    line.waiting.push([request, response])
    waiting++
  }
}
