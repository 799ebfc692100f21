import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { elementsOf, textOf } from '../../../../test/builders/crawl.ts'
import { validate } from '../../../../test/builders/json-schema.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createTrackerSite } from '../app.tsx'

const siteOf = (content: string, address?: string) =>
  createTrackerSite({
    reader: aTracker(content).reader,
    today: () => parsePlainDate('2026-02-01')!,
    ...(address === undefined ? {} : { address }),
  })
const site = siteOf(RIVER_TRACKER)
const get = async (path: string, from = site) => {
  const response = await from.request(`https://rivers.example${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const oembed = async (page: string, more = '', from = site) => {
  const answer = await get(`/oembed?url=${encodeURIComponent(page)}${more}`, from)
  return { ...answer, body: JSON.parse(answer.text) }
}

/** What oEmbed 1.0 asks of an answer of type "rich". */
const RICH = {
  type: 'object',
  required: ['type', 'version', 'html', 'width', 'height'],
  additionalProperties: false,
  properties: {
    type: { const: 'rich' },
    version: { const: '1.0' },
    html: { type: 'string', minLength: 1 },
    width: { type: 'integer', minimum: 1 },
    height: { type: 'integer', minimum: 1 },
    title: { type: 'string' },
    author_name: { type: 'string' },
    author_url: { type: 'string', format: 'uri' },
    provider_name: { type: 'string' },
    provider_url: { type: 'string', format: 'uri' },
    cache_age: { type: 'integer' },
  },
}

describe('a card', () => {
  it.each([
    '/embed/topics/sewage',
    '/embed/commitments/stop-spills',
    '/embed/topics/fish',
    '/embed/topics/sewage?as_at=2023-06-01',
  ])('%s is small, whole, and may stand in a frame', async (path) => {
    const { status, headers, text } = await get(path)
    expect(status).toBe(200)
    expect(Buffer.byteLength(text)).toBeLessThan(10_000)
    const problems: string[] = []
    parse(text, { onParseError: ({ code }) => problems.push(code) })
    expect(problems).toEqual([])
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors \*$/,
    )
    expect(headers.get('x-frame-options')).toBeNull()
    expect(elementsOf(text, 'script')).toEqual([])
    for (const { attributes } of elementsOf(text, 'a'))
      expect(attributes.href).toMatch(/^https:\/\/rivers\.example\/(topics|commitments)\//)
  })

  it('of a topic has the five axes, that of a promise how it stands', async () => {
    expect(textOf((await get('/embed/topics/sewage')).text)).toContain('Verdict')
    const { text } = await get('/embed/commitments/stop-spills')
    expect(elementsOf(text, 'dd').map(({ html }) => textOf(html))).toEqual([
      'The Water Office',
      'Pilot 1 October 2024',
      '3 times',
      'Cannot be judged',
    ])
  })

  it.each(['/embed/topics/none', '/embed/deadlines', '/embed/', '/embed/topics/sewage/timeline'])(
    '%s is none',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )
})

describe('the code under a page', () => {
  const codeOn = async (path: string, site?: Parameters<typeof get>[1]) => {
    const [code = ''] = elementsOf((await get(path, site)).text, 'code').map(({ html }) => textOf(html))
    return elementsOf(code, 'iframe')[0]?.attributes
  }

  it('names the card by what it is of, and keeps to the day of the page', async () => {
    expect(await codeOn('/topics/sewage')).toMatchObject({
      title: 'Sewage in rivers',
      src: 'https://ADDRESS-OF-THIS-SITE/embed/topics/sewage',
    })
    expect(await codeOn('/commitments/stop-spills?as_at=2023-06-01')).toMatchObject({
      src: 'https://ADDRESS-OF-THIS-SITE/embed/commitments/stop-spills?as_at=2023-06-01',
    })
  })

  it('can be pasted, whatever the name', async () => {
    const title = '"><script>alert(1)</script> & more'
    const hostile = siteOf(RIVER_TRACKER.replace('title: Sewage in rivers', `title: '${title}'`))
    expect(await codeOn('/topics/sewage', hostile)).toMatchObject({ title })
  })
})

describe('oEmbed', () => {
  it.each([
    'https://rivers.example/topics/sewage',
    '/topics/sewage',
    'https://rivers.example/commitments/stop-spills#v2',
    'http://rivers.example/topics/fish?as_at=2024-01-01',
  ])('turns %s into its card', async (page) => {
    const { status, headers, body } = await oembed(page, '&format=json')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(validate(RICH, body).errors).toEqual([])
    const [frame] = elementsOf(body.html, 'iframe')
    const card = await get(new URL(frame!.attributes.src!).pathname)
    expect([card.status, frame!.attributes.title]).toEqual([200, body.title])
  })

  it('keeps within what the asker allows', async () => {
    expect((await oembed('/topics/sewage', '&maxwidth=300&maxheight=200')).body).toMatchObject({
      width: 300,
      height: 200,
    })
    expect((await oembed('/topics/sewage', '&maxwidth=9999&maxheight=-4')).body).toMatchObject({
      width: 480,
      height: 420,
    })
  })

  it('knows the address it is given, in a folder too', async () => {
    const inFolder = siteOf(RIVER_TRACKER, 'https://example.org/rivers/')
    const { body } = await oembed('https://example.org/rivers/topics/sewage', '', inFolder)
    expect(body.html).toContain('src="https://example.org/rivers/embed/topics/sewage"')
    expect((await oembed('https://example.org/other/topics/sewage', '', inFolder)).status).toBe(404)
  })

  it.each([
    ['https://elsewhere.example/topics/sewage', 404],
    ['/about', 404],
    ['/topics/none', 404],
    ['', 400],
    ['javascript:alert(1)', 404],
    ['https://', 404],
    [`/topics/${'x'.repeat(3000)}`, 400],
  ])('of %s says what is wrong', async (page, status) => {
    const answer = await oembed(page)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
  })

  it('is only JSON', async () => {
    expect((await oembed('/topics/sewage', '&format=xml')).status).toBe(501)
  })

  it('and the card hold hostile names as text', async () => {
    const hostile = siteOf(
      RIVER_TRACKER.replace('title: Sewage in rivers', 'title: "\\"><script>alert(1)</script>"'),
    )
    const { body } = await oembed('/topics/sewage', '', hostile)
    expect(elementsOf(body.html, 'script')).toEqual([])
    expect(elementsOf(body.html, 'iframe')[0]?.attributes.title).toBe('"><script>alert(1)</script>')
    expect(elementsOf((await get('/embed/topics/sewage', hostile)).text, 'script')).toEqual([])
  })
})
