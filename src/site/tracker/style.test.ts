import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { trackerStyle } from './style.ts'

describe("the tracker's style", () => {
  const css = trackerStyle()
  it('is one small sheet that is fetched once and loads nothing', () => {
    expect(css).toContain('.axes{')
    expect(css.length).toBeLessThan(40_000)
    expect(gzipSync(css).length).toBeLessThan(9000)
    expect(css).not.toMatch(/url\(|@import|@font-face/)
  })
  it('holds whole rules', () => {
    expect(css.split('{').length).toBe(css.split('}').length)
    expect(css).not.toMatch(/\/\*|[{};]\s|undefined/)
    expect(css).toContain('content: "▲" / ""')
  })
})
