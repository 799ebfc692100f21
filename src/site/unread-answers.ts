/** Answers that were made and that nobody takes: they are bounded in bytes and in time. */
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface UnreadLimits {
  /** Bytes in all; past it, who took nothing for longest is let go. */
  readonly mostUnread: number
  readonly longestUnreadMs: number
}

interface Unread {
  readonly socket: Socket
  readonly bytes: number
  /** Lets go of the connection when it is due. */
  readonly watch: NodeJS.Timeout
}

export function createUnread({ mostUnread, longestUnreadMs }: UnreadLimits) {
  /** Oldest first. */
  const answers = new Map<ServerResponse, Unread>()
  let bytes = 0
  const drop = (response: ServerResponse): void => {
    const known = answers.get(response)
    if (known === undefined) return
    bytes -= known.bytes
    clearInterval(known.watch)
    answers.delete(response)
  }
  return {
    drop,
    add(response: ServerResponse, socket: Socket): void {
      const size = socket.writableLength
      answers.set(response, { socket, bytes: size, watch: watchTaking(socket, longestUnreadMs) })
      bytes += size
      for (const [oldest, { socket: slow }] of answers) {
        if (bytes <= mostUnread) return
        drop(oldest)
        slow.destroy()
      }
    },
  }
}

/** Ends the connection when it took nothing between two looks. */
function watchTaking(socket: Socket, everyMs: number): NodeJS.Timeout {
  let taken = takenBy(socket)
  return setInterval(() => {
    const now = takenBy(socket)
    if (now === taken) socket.destroy()
    taken = now
  }, everyMs).unref()
}

/** Bytes that the system took of what was written; it takes no more when the other side does not. */
const takenBy = (socket: Socket): number => socket.bytesWritten - socket.writableLength
