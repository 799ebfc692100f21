// How long a search takes as the record grows: words as people choose them, some of them mistyped.
import { makeWords, randomFrom } from './generated-record.ts'
import type { Measurement } from './measurement.ts'
import { p95Row, sayCount } from './percentiles.ts'
import { recordOf, serveRecord, sizesToMeasure } from './served-record.ts'

const SEARCHES = 200
const GOAL_MS = 100

export async function measureSearch(): Promise<Measurement[]> {
  const rows: Measurement[] = []
  for (const size of sizesToMeasure()) {
    const site = await serveRecord(await recordOf(size))
    const times: number[] = []
    await timeSearch(site.url, 'first')
    for (const query of queries()) times.push(await timeSearch(site.url, query))
    await site.end()
    rows.push(
      p95Row(times, {
        group: 'search',
        name: `search, 95th percentile, ${sayCount(size)} statements`,
        unit: 'ms',
        goal: `<= ${GOAL_MS}`,
        most: GOAL_MS,
        how: `${SEARCHES} searches over HTTP for one to three words, common and rare ones, one in eight mistyped, one after the other; the whole page, never kept`,
      }),
    )
  }
  return rows
}

/** From the commonest words to rare ones, as often as they are used; the first are in nearly every text. */
export function queries(): string[] {
  const random = randomFrom(11)
  const words = makeWords()
  const pick = () => words[Math.floor(Math.exp(random() * Math.log(words.length))) - 1] ?? ''
  const mistype = (word: string) =>
    word.length < 5 ? word : word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4)
  return Array.from({ length: SEARCHES }, () => {
    const asked = Array.from({ length: 1 + Math.floor(random() * 3) }, pick)
    return (random() < 1 / 8 ? asked.map(mistype) : asked).join(' ')
  })
}

async function timeSearch(url: string, query: string): Promise<number> {
  const from = performance.now()
  const answer = await fetch(`${url}/search?q=${encodeURIComponent(query)}`)
  await answer.text()
  if (answer.status !== 200) throw new Error(`the search for "${query}" was answered with ${answer.status}`)
  return performance.now() - from
}
