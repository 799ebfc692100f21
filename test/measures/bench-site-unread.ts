// What a thousand connections cost that ask for twenty pages each and read none, and what others notice of them.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Measurement } from './measurement.ts'
import { p95Row, singleRow } from './percentiles.ts'
import { type ServedSite, serveRecord } from './served-record.ts'

const CONNECTIONS = 1000
const REQUESTS = 20
/** Honest requests, so many milliseconds apart: fifty a second. */
const APART_MS = 20
const SECONDS = 10
const GOAL_MS = 500
const GOAL_MB = 300

/** `path` is asked for with names that no page reads, so that each page is made anew. */
export async function measureUnread(folder: string, path: string): Promise<Measurement[]> {
  const site = await serveRecord(folder)
  const before = await readHonestly(site, path, 2)
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, (_, at) => ask(site, path, at)))
  const during = await readHonestly(site, path, SECONDS)
  const peak = site.peak()
  for (const socket of sockets) socket.destroy()
  const after = await readHonestly(site, path, 2)
  await site.end()
  const common = { group: 'site', unit: 'ms' } as const
  const failed = [before, during, after].reduce((sum, { errors }) => sum + errors, 0)
  return [
    p95Row(during.times, {
      ...common,
      name: `page beside ${CONNECTIONS} connections that read nothing, 95th percentile`,
      goal: `< ${GOAL_MS}, no error`,
      most: failed === 0 ? GOAL_MS : -1,
      how: `fifty requests a second, each made anew, while ${CONNECTIONS} connections asked for ${REQUESTS} pages each at once and read none; ${failed} errors; the slowest in the two seconds before ${slowest(before)}, and in the two after they went ${slowest(after)}`,
    }),
    singleRow(peak, {
      ...common,
      unit: 'MB',
      name: `memory of the web process with ${CONNECTIONS} connections that read nothing`,
      goal: `<= ${GOAL_MB}`,
      most: GOAL_MB,
      how: `its largest resident set since the start; ${REQUESTS} requests each, in one piece`,
    }),
  ]
}

async function ask({ url }: ServedSite, path: string, at: number): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  await once(socket, 'connect')
  socket.pause()
  const requests = Array.from(
    { length: REQUESTS },
    (_, each) => `GET ${path}?anew=${at}-${each} HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
  )
  socket.write(requests.join(''))
  return socket
}

interface Honest {
  readonly times: readonly number[]
  readonly errors: number
}

async function readHonestly({ url }: ServedSite, path: string, seconds: number): Promise<Honest> {
  const times: number[] = []
  let errors = 0
  const read = async (at: number) => {
    const from = performance.now()
    try {
      const answer = await fetch(`${url}${path}?honest=${at}`)
      await answer.text()
      if (answer.status !== 200) errors++
    } catch {
      errors++
    }
    times.push(performance.now() - from)
  }
  const reading: Promise<void>[] = []
  for (let at = 0; at < (seconds * 1000) / APART_MS; at++) {
    reading.push(read(at))
    await wait(APART_MS)
  }
  await Promise.all(reading)
  return { times, errors }
}

const slowest = ({ times }: Honest): string => `${Math.round(Math.max(...times))} ms`
