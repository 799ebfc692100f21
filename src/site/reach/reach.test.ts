import { beforeAll, describe, expect, it } from 'vitest'
import { readXml } from '../../../test/builders/read-xml.ts'
import { aTracker, RIVER_TRACKER } from '../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../model/index.ts'
import { readEngland, type Simulation, supportsOf } from '../../rules/population/index.ts'
import { createMemoryReader } from '../../tracker/index.ts'
import { createTrackerSite } from '../tracker/app.tsx'

const { events } = aTracker(RIVER_TRACKER)
const site = createTrackerSite({
  reader: createMemoryReader({ events }),
  today: () => parsePlainDate('2026-11-22')!,
})
const get = async (path: string) => {
  const response = await site.request(`https://rivers.example${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

let simulation: Simulation
beforeAll(async () => {
  simulation = JSON.parse((await get('/who-gains.json')).text)
})

const PAGES = [
  '/who-gains',
  '/who-gains/review-2022',
  '/who-gains/today',
  '/who-gains/method',
  '/who-gains/figures',
]

describe('the pages on who gains', () => {
  it.each(PAGES)('%s is small, needs no script, and has its numbers in tables', async (path) => {
    const { status, text, headers } = await get(path)
    expect(status).toBe(200)
    expect(Buffer.byteLength(text)).toBeLessThan(30_000)
    expect(text).not.toContain('<script')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('says on every result that families are simulated and orders uncounted', async () => {
    for (const path of ['/who-gains', '/who-gains/review-2022']) {
      const { text } = await get(path)
      expect(text).toContain('simulated families, not counted ones')
      expect(text).toContain('Nobody counts how many children live')
    }
  })

  it('says in each cell that too few families stand behind it', async () => {
    const { text } = await get('/who-gains/review-2022')
    expect(text).toContain('<td>too few families</td>')
    const csv = (await get('/who-gains/zones-2026.csv')).text
    expect(csv).toMatch(/,yes\r\n/)
    expect((await get('/who-gains.json')).text).toContain('"isTooFew":true')
  })

  it('shows the numbers of the data', async () => {
    const { text } = await get('/who-gains/review-2022')
    const plan = simulation.proposals.find(({ proposal }) => proposal === 'review-2022')
    for (const { children } of plan?.results ?? []) {
      const unit = 10 ** Math.max(0, Math.floor(Math.log10(children.newlyReached.value)) - 2)
      expect(text).toContain((Math.round(children.newlyReached.value / unit) * unit).toLocaleString('en-GB'))
    }
  })

  it('has the same numbers as CSV, as JSON and by proposal', async () => {
    const csv = (await get('/who-gains/review-2022.csv')).text.split('\r\n')
    const one: Simulation = JSON.parse((await get('/who-gains/review-2022.json')).text)
    expect(one.proposals).toEqual(simulation.proposals.filter(({ proposal }) => proposal === 'review-2022'))
    const value = one.proposals[0]?.results[0]?.cost?.net.value ?? 0
    const row = csv.find((line) => line.includes('census-led,cost,,net,'))
    expect(Number(row?.split(',')[8])).toBe(Math.round(value * 100) / 100)
  })

  it.each(['/who-gains.csv', '/who-gains/review-2022.csv?support=child-benefit'])(
    '%s is described for machines, column by column',
    async (path) => {
      const { headers, text } = await get(path)
      const [, described = ''] = /^<([^>]+)>; rel="describedby"/.exec(headers.get('link') ?? '') ?? []
      const meta = JSON.parse((await get(described)).text)
      expect(meta.url).toBe(path)
      const [header = ''] = text.replace('\uFEFF', '').split('\r\n')
      expect(meta.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(header.split(','))
      expect((await get('/who-gains/nothing.csv-metadata.json')).status).toBe(404)
    },
  )

  it.each(['/who-gains/reach.svg', '/who-gains/equality.svg', '/who-gains/review-2022/conditions.svg'])(
    '%s is a drawing that stands alone and loads nothing',
    async (path) => {
      const { status, headers, text } = await get(path)
      expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(readXml(text)[0]?.name).toBe('svg')
      expect(text).toContain('aria-label=')
    },
  )

  it('answers for another day, and says when its rate is not held', async () => {
    const { text } = await get('/who-gains?on=2026-11-22')
    expect(text).toContain('rate not held')
    expect(text).toContain('22 November 2026')
  })

  it.each([
    ['/who-gains?on=2026-02-30', 400],
    ['/who-gains?on=1999-01-01', 400],
    ['/who-gains?on=<b>', 400],
    ['/who-gains.csv?on=never', 400],
    ['/who-gains?support=pocket-money', 400],
    ['/who-gains?support=<b>', 400],
    ['/who-gains.json?support=nothing', 400],
    ['/who-gains/no-such-proposal', 404],
    ['/who-gains/no-such-proposal.csv', 404],
    ['/who-gains/today/no-such.svg', 404],
  ])('%s is answered with %i and words', async (path, wanted) => {
    const { status, text } = await get(path)
    expect(status).toBe(wanted)
    expect(text.length).toBeGreaterThan(20)
    expect(text).not.toContain('<b>"')
  })

  it.each([
    ['/who-gains.csv?on=never', 'parameter_invalid'],
    ['/who-gains.json?support=nothing', 'parameter_invalid'],
    ['/who-gains/reach.svg?on=2026-02-30', 'parameter_invalid'],
    ['/who-gains.csv?proposal=today', 'parameter_unknown'],
    ['/who-gains/today.csv?%3Cb%3E=1', 'parameter_unknown'],
  ])('%s tells a program what is wrong as every table does', async (path, code) => {
    const { headers, text } = await get(path)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({ status: 400, code })
  })

  it('links to every support that the rules cover, and stays with the one chosen', async () => {
    const { text } = await get('/who-gains')
    const others = [...text.matchAll(/href="(\/who-gains\?support=[a-z0-9-]+)"/g)].map(
      ([, href = '']) => href,
    )
    expect(others).toHaveLength(supportsOf(readEngland()).length - 1)
    const chosen = (await get('/who-gains?support=child-benefit')).text
    expect(chosen).toContain('href="/who-gains/review-2022?support=child-benefit"')
    expect(chosen).toContain('href="/who-gains.csv?support=child-benefit"')
    expect(chosen).toContain('<input type="hidden" name="support" value="child-benefit"')
    expect(chosen).toContain('Another support than “Child Benefit”')
  })

  it.each(supportsOf(readEngland()).map(({ name }) => name))(
    'shows the support %s under every proposal, small, with its numbers and no cost where it is no money',
    async (name) => {
      const one: Simulation = JSON.parse((await get(`/who-gains.json?support=${name}`)).text)
      expect(one.support).toBe(name)
      const paths = ['', ...one.proposals.map(({ proposal }) => `/${proposal}`)]
      for (const path of paths) {
        const { status, text } = await get(`/who-gains${path}?support=${name}`)
        expect([path, status]).toEqual([path, 200])
        expect([path, Buffer.byteLength(text) < 30_000]).toEqual([path, true])
        expect(text.replaceAll('&#39;', "'")).toContain(one.supportTitle)
        expect(text).toContain('simulated families, not counted ones')
        if (one.per === null) expect(text).not.toMatch(/rate not held|Cost a year/)
      }
      const csv = (await get(`/who-gains.csv?support=${name}`)).text
      expect(csv.split('\r\n')[1]).toContain(`,${name},`)
    },
  )

  it('asks the question of equality only where the option tied to orders gives something', async () => {
    const none = (await get('/who-gains?support=child-benefit')).text
    expect(none.replace(/\s+/g, ' ')).toContain('the question does not arise for it')
    expect(none).not.toContain('equality.svg')
    expect((await get('/who-gains')).text).toContain('equality.svg')
  })

  it('tells families and children, those reached already, and what is paid now', async () => {
    const { text } = await get('/who-gains/review-2022')
    for (const words of [
      'Children newly reached',
      'Families newly reached',
      'whom the council pays something now',
      'Children reached already',
      'Families reached already',
      'Children left out',
      'Cost a year',
      'what councils pay the same children now',
      'what is left to pay',
      'Ethnic group',
      'Arrangement',
      'Region',
      'Age',
      'The carer&#39;s work',
      'mean',
    ])
      expect(text).toContain(words)
  })

  it('links every page of its own to one that is there', async () => {
    const seen = new Set<string>(PAGES)
    for (const path of PAGES)
      for (const [, href = ''] of (await get(path)).text.matchAll(/href="(\/who-gains[^"#]*)/g))
        seen.add(href)
    expect(seen.size).toBeGreaterThan(15)
    for (const path of seen) expect([path, (await get(path)).status]).toEqual([path, 200])
  })
})
