import { describe, expect, it } from 'vitest'
import { PlainHeaders, PlainResponse, plainRequest } from './plain-answers.ts'

describe('a plain answer', () => {
  it('says what one of the web says', async () => {
    const given = { status: 201, headers: { 'Content-Type': 'text/csv', Vary: 'A' } }
    for (const body of ['\uFEFFa,b', Buffer.from('ä'), null]) {
      const [plain, web] = [new PlainResponse(body, given), new Response(body, given)]
      expect(plain.status).toBe(web.status)
      expect(plain.ok).toBe(web.ok)
      for (const name of ['content-type', 'VARY', 'x-none'])
        expect(plain.headers.get(name)).toBe(web.headers.get(name))
      expect(Buffer.from(await plain.arrayBuffer())).toEqual(Buffer.from(await web.arrayBuffer()))
    }
  })

  it('is made again from another, with its headers', () => {
    const first = new PlainResponse('x', { headers: { ETag: '"1"' } })
    const second = new PlainResponse(first.body, first)
    second.headers.set('Link', '<y>')
    expect([...second.headers]).toEqual([
      ['etag', '"1"'],
      ['link', '<y>'],
    ])
    expect(first.headers.has('link')).toBe(false)
  })

  it('refuses a body that it cannot give back', () => {
    expect(() => new PlainResponse(new ReadableStream() as unknown as string)).toThrow(TypeError)
  })
})

it('plain headers know a name in any case, and join what is said twice', () => {
  const headers = new PlainHeaders([['Vary', 'A']])
  headers.append('VARY', 'B')
  expect(headers.get('vary')).toBe('A, B')
  headers.delete('Vary')
  expect(headers.has('vary')).toBe(false)
  expect(plainRequest('https://example.org/a').headers.get('origin')).toBe(null)
})
