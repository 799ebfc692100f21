import { describe, expect, it } from 'vitest'
import { trackerStyle } from './style.ts'

describe("the tracker's style", () => {
  const css = trackerStyle()
  it('is small, and loads nothing', () => {
    expect(css).toContain('.axes')
    expect(css.length).toBeLessThan(30_000)
    expect(css).not.toMatch(/url\(|@import|@font-face/)
  })
})
