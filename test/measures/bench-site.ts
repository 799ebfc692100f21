// How long the first page takes, how many pages a second, and what a page of a topic costs as the record grows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureUnread } from './bench-site-unread.ts'
import { randomFrom, sizeFor } from './generated-record.ts'
import { type Measurement, summarise } from './measurement.ts'
import { countRequests, serveWithNginx } from './nginx.ts'
import { p95Row, sayCount, singleRow } from './percentiles.ts'
import { recordOf, type ServedSite, serveRecord, sizesToMeasure } from './served-record.ts'

export async function measureSite(): Promise<Measurement[]> {
  const folder = join(mkdtempSync(join(tmpdir(), 'holdfast-first-')), 'data')
  const rows = [
    ...(await measureStarts(folder)),
    ...(await measureRates(folder)),
    ...(await measureUnread(folder, '/topics/recognition')),
  ]
  rmSync(folder, { recursive: true, force: true })
  for (const size of sizesToMeasure()) rows.push(...(await measureTopics(size)))
  return rows
}

const STARTS = 5

async function measureStarts(folder: string): Promise<Measurement[]> {
  const first = await serveRecord(folder)
  await first.end()
  const later: number[] = []
  for (let run = 0; run < STARTS; run++) {
    const site = await serveRecord(folder)
    later.push(site.firstPage / 1000)
    await site.end()
  }
  const common = { group: 'site', unit: 's' } as const
  const summary = summarise(later, null)
  return [
    singleRow(first.firstPage / 1000, {
      ...common,
      name: 'the very first start, to the first page',
      goal: '<= 5',
      most: 5,
      how: 'from the start of the process (holdfast start, built) on a machine without a record to the whole first page: PostgreSQL makes its folder, the content is read, checked and recorded',
    }),
    {
      ...common,
      ...summary,
      name: 'a later start, to the first page',
      against: null,
      goal: '<= 1',
      met: summary.median <= 1,
      how: 'the same with the record there: PostgreSQL starts, the record is read, the first page is made',
    },
  ]
}

const SECONDS = 3
const RUNS = 5

/** The flagship's largest topic page, kept and made anew, beside nginx with the same bytes. */
async function measureRates(folder: string): Promise<Measurement[]> {
  const site = await serveRecord(folder)
  const path = await largestTopic(site)
  const answer = await fetch(`${site.url}${path}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const names = ['content-security-policy', 'referrer-policy', 'x-content-type-options', 'cache-control']
  const headers = Object.fromEntries(names.map((name) => [name, answer.headers.get(name) ?? '']))
  const nginx = await serveWithNginx(bytes, headers)
  const kept: number[] = []
  const peer: number[] = []
  const made: number[] = []
  for (let run = 0; run < RUNS; run++) {
    kept.push(countRequests(`${site.url}${path}`, SECONDS) ?? Number.NaN)
    if (nginx) peer.push(countRequests(nginx.url, SECONDS) ?? Number.NaN)
    // A name that no page reads: the page is made, and not kept.
    made.push(countRequests(`${site.url}${path}?anew=${run}`, SECONDS) ?? Number.NaN)
  }
  nginx?.end()
  await site.end()
  const common = { group: 'site', unit: '1/s' } as const
  const page = `${path}, ${sayCount(bytes.length)} bytes`
  const ratio = summarise(kept, nginx ? peer : null)
  const anew = summarise(made, null)
  return [
    {
      ...common,
      ...ratio,
      name: 'pages per second, kept',
      against: nginx?.version ?? 'absent: nginx',
      goal: '>= 0.3 times nginx',
      met: ratio.ratio === null ? null : ratio.ratio >= 0.3,
      how: `${page}; wrk with one thread and 16 connections, ${SECONDS} s each in turn, ours one process, nginx one worker a core with the same bytes and headers`,
    },
    {
      ...common,
      ...anew,
      name: 'pages per second, each made anew',
      against: null,
      goal: '>= 1000',
      met: anew.median >= 1000,
      how: `${page}, the largest topic page; the same, with an address that is never kept. The page is put together anew each time; kept between pages are what follows from the record alone (standings, timelines, dates in words), the citations of each claim in words, each drawn ladder and the two menus`,
    },
  ]
}

async function largestTopic({ url }: ServedSite): Promise<string> {
  const home = await (await fetch(url)).text()
  const paths = new Set([...home.matchAll(/href="(\/topics\/[a-z0-9-]+)"/g)].map((match) => match[1] ?? ''))
  let largest = { path: '', size: 0 }
  for (const path of paths) {
    const { length: size } = await (await fetch(`${url}${path}`)).text()
    if (size > largest.size) largest = { path, size }
  }
  return largest.path
}

const PAGES = 300
const GOAL_MS = 50
const GOAL_MB = 300

async function measureTopics(size: number): Promise<Measurement[]> {
  const site = await serveRecord(await recordOf(size))
  const { topics } = sizeFor(size)
  const random = randomFrom(5)
  const times: number[] = []
  let largest = 0
  for (let at = 0; at < PAGES; at++) {
    const from = performance.now()
    const answer = await fetch(`${site.url}/topics/topic-${Math.floor(random() * topics)}?anew=1`)
    const { length } = await answer.text()
    if (answer.status !== 200) throw new Error(`a topic page was answered with ${answer.status}`)
    if (at >= WARM) times.push(performance.now() - from)
    largest = Math.max(largest, length)
  }
  for (const path of LISTS) {
    const answer = await fetch(`${site.url}${path}`)
    const { length } = await answer.text()
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
    largest = Math.max(largest, length)
  }
  const peak = site.peak()
  await site.end()
  const name = `${sayCount(size)} statements`
  return [
    p95Row(times, {
      group: 'site',
      name: `topic page, 95th percentile, ${name}`,
      unit: 'ms',
      goal: `<= ${GOAL_MS}`,
      most: GOAL_MS,
      how: `${PAGES - WARM} of ${sayCount(topics)} topics, each as likely as the other, made anew, over HTTP, one after the other; the largest of these and of the lists has ${sayCount(largest)} characters`,
    }),
    singleRow(peak, {
      group: 'site',
      name: `memory of the web process, ${name}`,
      unit: 'MB',
      goal: `<= ${GOAL_MB}`,
      most: GOAL_MB,
      how: 'its largest resident set since the start, after these pages; PostgreSQL is a process of its own and not counted',
    }),
  ]
}

/** A process that has just started compiles its code with the first pages. */
const WARM = 50
const LISTS = [
  '/',
  '/recommendations',
  '/organisations',
  '/sources',
  '/deadlines',
  '/promises',
  '/search?q=stea',
]
