import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { fixedFile } from './fixed-file.ts'

const TEXT = 'a{color:red}'.repeat(400)

describe('a file that is the same for everyone', () => {
  const app = new Hono().get(
    '/x.css',
    fixedFile('text/css; charset=utf-8', () => TEXT),
  )
  const get = async (headers: Record<string, string>) => {
    const response = await app.request('/x.css', { headers })
    return {
      status: response.status,
      headers: response.headers,
      bytes: Buffer.from(await response.arrayBuffer()),
    }
  }

  it.each([
    ['gzip, deflate, br', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
    ['gzip', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
    ['br;q=0, gzip;q=0.5', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
    ['', null, (bytes: Buffer) => bytes],
    ['zstd', null, (bytes: Buffer) => bytes],
  ])('is packed for who takes "%s" as %s', async (accepted, packing, unpack) => {
    const { headers, bytes } = await get(accepted === '' ? {} : { 'Accept-Encoding': accepted })
    expect(headers.get('content-encoding')).toBe(packing)
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(unpack(bytes).toString()).toBe(TEXT)
    if (packing !== null) expect(bytes.length).toBeLessThan(TEXT.length / 10)
  })

  it('is not sent to who has it, in the packing it has it in', async () => {
    const tag = (await get({ 'Accept-Encoding': 'br' })).headers.get('etag') ?? ''
    const again = await get({ 'Accept-Encoding': 'br', 'If-None-Match': `"other", ${tag}` })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    expect((await get({ 'If-None-Match': tag })).status).toBe(200)
  })
})
