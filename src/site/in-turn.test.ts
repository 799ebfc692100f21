import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { inTurn, type TurnLimits } from './in-turn.ts'

/** More than a connection of the system takes by itself, however it is set up. */
const LARGE = Buffer.alloc(16 << 20, 'x')
const limits: TurnLimits = {
  mostWaiting: 8,
  mostWaitingInAll: 100,
  mostUnread: 1 << 30,
  longestUnreadMs: 60_000,
  longestBehindMs: 60_000,
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server that tells what it began and what it has under way. */
async function serve(over: Partial<TurnLimits> = {}, held: Promise<void> = Promise.resolve()) {
  const told = { begun: [] as string[], under: 0, most: 0 }
  const server = createServer(
    inTurn(
      async (request, response) => {
        told.begun.push(request.url ?? '')
        if (request.url?.startsWith('/held')) await held
        told.most = Math.max(told.most, ++told.under)
        response.prependOnceListener('close', () => told.under--)
        await Promise.resolve()
        response.end(request.url?.startsWith('/large') ? LARGE : `answer to ${request.url}\n`)
      },
      { ...limits, ...over },
    ),
  )
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { told, port: (server.address() as AddressInfo).port } // listening on a port
}

/** Asks for all of it in one piece. */
async function ask(port: number, paths: readonly string[]): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  closing.push(() => socket.destroy())
  await once(socket, 'connect')
  socket.pause()
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''))
  return socket
}

async function read(socket: Socket, until: (text: string) => boolean): Promise<string> {
  let text = ''
  for await (const chunk of socket.resume()) {
    text = (text + String(chunk)).slice(-100_000)
    if (until(text)) break
  }
  return text
}

async function untilSo(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 5))
}

const paths = (count: number, name = '/') => Array.from({ length: count }, (_, at) => `${name}${at}`)

describe('the requests of a connection', () => {
  it('are begun one after the other, and none while the answer before is not taken', async () => {
    const { told, port } = await serve()
    const sockets = await Promise.all(paths(5).map(() => ask(port, paths(6, '/large'))))
    await untilSo(() => told.begun.length >= 5)
    // Whoever reads is answered meanwhile, and by then the others would have been begun.
    const other = await ask(port, paths(6))
    await read(other, (text) => text.includes('answer to /5'))
    expect(told.begun.filter((path) => path.startsWith('/large'))).toEqual(Array(5).fill('/large0'))
    const [first] = sockets
    if (first) await read(first, () => told.begun.includes('/large1'))
    expect(told.most).toBeLessThanOrEqual(6)
  })

  it('are all answered in their order', async () => {
    const { told, port } = await serve()
    const text = await read(await ask(port, paths(8)), (all) => all.includes('answer to /7'))
    expect([...text.matchAll(/answer to (\S+)/g)].map((match) => match[1])).toEqual(paths(8))
    expect(told).toMatchObject({ begun: paths(8), most: 1 })
  })

  it('end with the connection where more are asked for at once than may wait', async () => {
    const { told, port } = await serve()
    const text = await read(await ask(port, paths(50)), () => false)
    expect([...text.matchAll(/answer to/g)].length).toBe(9)
    expect(told.begun).toEqual(paths(9))
    // The next connection is answered as before.
    await read(await ask(port, ['/again']), (all) => all.includes('answer to /again'))
  })

  it('stand behind those of others where more are asked for before one is answered', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((done) => {
      release = done
    })
    const { told, port } = await serve({}, held)
    await Promise.all(paths(20).map(() => ask(port, paths(4, '/held'))))
    await untilSo(() => told.begun.length === 2)
    const text = await read(await ask(port, ['/patient']), (all) => all.includes('answer to /patient'))
    expect(text).toContain('200 OK')
    expect(told.begun).toEqual(['/held0', '/held0', '/patient'])
    release()
    await untilSo(() => told.begun.length === 81)
  })

  it('wait no more than may wait in all, and those of who went away do not count', async () => {
    const { told, port } = await serve({ mostWaitingInAll: 10 })
    const sockets = await Promise.all(paths(5).map(() => ask(port, paths(6, '/large'))))
    await untilSo(() => told.begun.length >= 5)
    for (const socket of sockets) socket.destroy()
    await untilSo(() => told.under === 0)
    const text = await read(await ask(port, paths(8)), (all) => all.includes('answer to /7'))
    expect([...text.matchAll(/answer to/g)].length).toBe(8)
  })
})

it('lets go of who took nothing for longest where too much is unread', async () => {
  const { told, port } = await serve({ mostUnread: 2.5 * LARGE.length })
  const sockets: Socket[] = []
  for (let at = 0; at < 6; at++) {
    sockets.push(await ask(port, ['/large']))
    await untilSo(() => told.begun.length === at + 1)
  }
  await untilSo(() => told.under <= 3)
  const last = sockets.at(-1)
  let taken = 0
  for await (const chunk of last?.resume() ?? []) {
    taken += chunk.length
    if (taken > LARGE.length) break
  }
  expect(taken).toBeGreaterThan(LARGE.length)
})
