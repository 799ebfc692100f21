import { describe, expect, it } from 'vitest'
import { aDocument, addCopy } from '../../../../test/builders/evidence.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { type DocumentText, parsePlainDate } from '../../../model/index.ts'
import { createMemoryReader, type RecordOf, type TrackerEvent } from '../../../tracker/index.ts'
import { createTrackerSite } from '../app.tsx'

const CHAPTER = Array.from(
  { length: 90 },
  (_, at) => `Line ${at + 1} of the letter tells of a river and its fish, at length, & of <nets>.`,
)
const LETTER = `# Opening <script>alert(1)</script>
We ask that you stop the spills now.
${CHAPTER.join('\n')}
# The second chapter
${CHAPTER.join('\n')}
# The third
${CHAPTER.join('\n')}`

const { events } = aTracker(RIVER_TRACKER)
const letter = { ...aDocument(LETTER), title: 'A letter' }
const added = addCopy(events, 'LETTER', letter)
const texts = new Map<string, DocumentText>([[letter.sha256, letter]])
const today = () => parsePlainDate('2026-02-05')!
const app = createTrackerSite({
  reader: createMemoryReader({ events: added.events }),
  today,
  texts: { readText: async (hash) => texts.get(hash) ?? null },
})
const get = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, html: await response.text(), headers: response.headers }
}
const copy = `/documents/${'a'.repeat(16)}`

describe('a held copy', () => {
  it('says whose copy it is, of what, since when, and where the original is; search engines leave it out', async () => {
    const { html, status } = await get(copy)
    expect(status).toBe(200)
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    for (const fact of ['added on 1 February 2026 by operator', 'https://example.org/letter', letter.sha256])
      expect(html).toContain(fact)
  })

  it('leads to each part, and each part to the next; every page is light', async () => {
    const { html } = await get(copy)
    const parts = [...html.matchAll(new RegExp(`href="${copy}/(\\d+)"`, 'g'))].map(([, part]) => Number(part))
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) {
      const page = await get(`${copy}/${part}`)
      expect(page.status).toBe(200)
      expect(Buffer.byteLength(page.html)).toBeLessThan(30_000)
    }
    expect((await get(`${copy}/1`)).html).toContain(`href="${copy}/2"`)
  })

  it('leads to the note of each passage, and to the mark of those that have no note', async () => {
    const [one] = added.changes.filter(({ type }) => type === 'passage')
    const many = Array.from({ length: 20 }, (_, at): TrackerEvent => {
      const id = `p-many-${at}`
      const body = { ...(one?.body as RecordOf<'passage'>), id }
      return { ...added.events.at(-1)!, sequence: added.events.length + 1 + at, id, body }
    })
    const site = createTrackerSite({
      reader: createMemoryReader({ events: [...added.events, ...many] }),
      today,
      texts: { readText: async (hash) => texts.get(hash) ?? null },
    })
    const read = async (path: string) => (await site.request(path)).text()
    const links = [...(await read(copy)).matchAll(new RegExp(`href="${copy}/1#([^"]+)"`, 'g'))]
    const part = await read(`${copy}/1`)
    expect(links).toHaveLength(21)
    expect(links.filter(([, id]) => id?.startsWith('rests-'))).toHaveLength(14)
    for (const [, id] of links) expect(part).toContain(`id="${id}"`)
  })

  it('shows script in a document as the words it is', async () => {
    const { html } = await get(`${copy}/1`)
    expect(html).toContain('Opening &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script')
  })

  it('marks the words, and links them with what rests on them, both ways', async () => {
    const claim = (await get('/recommendations/rec-stop')).html
    const link = new RegExp(`href="(${copy}/1#(p-[0-9a-f]+))"[^>]*>See the words`).exec(claim)
    const { html } = await get(`${copy}/1`)
    const mark = new RegExp(`<mark class="is-passage" id="${link?.[2]}">stop the spills`)
    expect(html).toMatch(mark)
    expect(html).toContain(`id="rests-${link?.[2]}"`)
    expect(html).toContain('href="/recommendations/rec-stop"')
  })

  it('finds words in the whole of it without script, and marks them in their part', async () => {
    const { html } = await get(`${copy}?q=SECOND%20chap-%0Ater`)
    expect(html).toContain('stands 1 time')
    const [, href = ''] = /href="([^"]+q=[^"]+)#found-1"/.exec(html) ?? []
    expect((await get(href.replaceAll('&amp;', '&'))).html).toContain('<mark class="is-found" id="found-1">')
    expect((await get(`${copy}?q=whales`)).html).toContain('does not stand in this copy')
    expect((await get(`${copy}?q=%3Cscript%3E`)).html).not.toContain('<script')
    expect((await get(`${copy}?q=${'fish'.repeat(3000)}`)).status).toBe(200)
  })

  it('is named by its whole hash too', async () => {
    const { status, headers } = await get(`/documents/${letter.sha256}`)
    expect([status, headers.get('location')]).toEqual([301, copy])
  })

  it.each([`${copy}/0`, `${copy}/999`, `${copy}/x`, '/documents/unknown', `/documents/${'b'.repeat(16)}`])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  it('is listed with the others, and where nothing is held that is said', async () => {
    expect((await get('/documents')).html).toContain(`href="${copy}"`)
    expect((await get('/sources/LETTER')).html).toContain(`href="${copy}"`)
    const empty = createTrackerSite({ reader: createMemoryReader({ events }), today })
    expect(await (await empty.request('/documents')).text()).toContain('No copy is held yet.')
  })
})

it('without the texts no claim leads to them', async () => {
  const bare = createTrackerSite({ reader: createMemoryReader({ events: added.events }), today })
  for (const path of ['/recommendations/rec-stop', '/documents', '/sources/LETTER'])
    expect(await (await bare.request(path)).text()).not.toContain('/documents/aaa')
})
