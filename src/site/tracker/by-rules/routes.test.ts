import { describe, expect, it } from 'vitest'
import { readFlagship } from '../../../../test/builders/flagship.ts'
import { aTracker, build, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createTrackerSite } from '../app.tsx'

const today = () => parsePlainDate('2026-11-21')!
const site = createTrackerSite({ ...build(readFlagship()), today })
const get = async (path: string) => {
  const response = await site.request(path)
  return { status: response.status, html: await response.text(), to: response.headers.get('location') }
}

describe('who is left out, by the rules', () => {
  it('shows the law of today, and says where the numbers come from', async () => {
    const { status, html } = await get('/left-out-by-rules')
    expect(status).toBe(200)
    expect(html).toContain('Computed from the rules')
    expect(html).toContain('on 21 November 2026')
    expect(Buffer.byteLength(html)).toBeLessThan(30_000)
  })

  it('leads from the form to an address that holds the choice', async () => {
    const { status, to } = await get('/left-out-by-rules?proposal=review-2022&on=2025-06-01')
    expect([status, to]).toEqual([302, '/left-out-by-rules/review-2022/2025-06-01'])
  })

  it('tells what a plan changes against the law of the day', async () => {
    const { html } = await get('/left-out-by-rules/ask-without-in-care-test/2025-06-01')
    expect(html).toContain('was: ')
    expect((await get('/left-out-by-rules/today/2025-06-01')).html).not.toContain('was: ')
  })

  it('gives the same as CSV, as JSON, and what its columns mean', async () => {
    const path = '/left-out-by-rules/ask-without-in-care-test/2025-06-01'
    const { html } = await get(path)
    expect(html).toContain(`href="${path}.csv"`)
    const response = await site.request(`${path}.csv`)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('link')).toContain(`${path}.csv-metadata.json`)
    const lines = (await response.text()).trim().split('\r\n')
    const { rows, columns } = JSON.parse((await get(`${path}.json`)).html)
    expect(lines.length - 1).toBe(rows.length)
    expect(lines[0]?.replace('\uFEFF', '')).toBe(columns.map(({ key }: { key: string }) => key).join(','))
    const meta = JSON.parse((await get(`${path}.csv-metadata.json`)).html)
    expect(meta.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(
      columns.map(({ key }: { key: string }) => key),
    )
    const changed = rows.filter((row: Record<string, string>) => row.state !== row.state_by_law)
    expect(changed.length).toBe([...html.matchAll(/was: /g)].length)
    const page = new URL(rows[0].page, 'https://kinship.example')
    expect((await get(page.pathname)).html).toContain(`id="${page.hash.slice(1)}"`)
  })

  it('gives the table of today beside the first page, and tells a program what is wrong', async () => {
    const { status, html } = await get('/left-out-by-rules.json')
    expect(status).toBe(200)
    expect(JSON.parse(html).rows[0]).toMatchObject({ plan: 'today', on: '2026-11-21', state_by_law: null })
    for (const path of ['/crown/2025-06-01.csv', '/today/2025-02-30.json', '.csv?proposal=crown']) {
      const answer = await get(`/left-out-by-rules${path}`)
      expect(answer.status).toBe(400)
      expect(JSON.parse(answer.html)).toMatchObject({ code: 'parameter_invalid' })
    }
  })

  it.each([
    ['/left-out-by-rules/crown/2025-06-01', 'no proposal called'],
    ['/left-out-by-rules/today/2025-02-30', 'is not a day'],
    ['/left-out-by-rules/today/2019-06-01', 'begin on 2021-01-01'],
    ['/left-out-by-rules/today/2199-06-01', 'too far off'],
    ['/left-out-by-rules?proposal=%3Cscript%3E&on=x', 'no proposal called'],
  ])('%s says what is wrong, on the page that can put it right', async (path, message) => {
    const { status, html } = await get(path)
    expect(status).toBe(400)
    expect(html).toContain(message)
    expect(html).toContain('name="proposal"')
    expect(html).not.toContain('<script>')
  })

  it.each(['2019-12-31', '2020-12-31'])(
    'begins with the first day of the rules on %s, before them',
    async (day) => {
      const { status, html } = await get(`/left-out-by-rules?as_at=${day}`)
      expect(status).toBe(200)
      expect(html).toContain('on 1 January 2021')
      const asked = [...html.matchAll(/href="(\/left-out-by-rules[^"]*)"/g)].map(([, path = '']) => path)
      expect(asked.length).toBeGreaterThan(5)
      for (const path of asked) expect((await get(path.replaceAll('&amp;', '&'))).status).toBe(200)
    },
  )

  it('explains each cell, and says where the recorded one differs', async () => {
    const { html } = await get('/left-out-by-rules/today/2026-11-21/virtual-school')
    expect(html).toContain('id="informal"')
    expect(html).toContain('Computed from rules.')
    expect(html).toContain('The two differ.')
    expect((await get('/left-out-by-rules/today/2026-11-21/role-in-court')).status).toBe(404)
  })

  it('is not there for a tracker that no rules cover', async () => {
    const rivers = createTrackerSite({ ...aTracker(RIVER_TRACKER), today })
    expect((await rivers.request('/left-out-by-rules')).status).toBe(404)
    expect(await (await rivers.request('/left-out')).text()).not.toContain('left-out-by-rules')
  })
})
