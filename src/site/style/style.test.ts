import { describe, expect, it } from 'vitest'
import { localStyle, resultStyle } from './index.ts'

describe('the style', () => {
  it.each([
    ['result', resultStyle()],
    ['local', localStyle()],
  ])('of a %s page cannot end its element, and loads nothing', (_name, css) => {
    expect(css).not.toContain('</')
    expect(css).not.toMatch(/url\(|@import|@font-face/)
  })

  it('is small enough to be sent with every page', () => {
    expect(localStyle().length).toBeLessThan(30_000)
  })
})
