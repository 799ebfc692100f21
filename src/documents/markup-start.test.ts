import { describe, expect, it } from 'vitest'
import { looksLikeHtml } from './detect-markup.ts'
import { describeForeignText } from './foreign-texts.ts'
import { findMarkupStart } from './markup-start.ts'

describe('findMarkupStart', () => {
  it.each<[string, string, boolean, string]>([
    ['nothing before it', '<p>a', false, '<p>a'],
    ['a declaration', '\n<?xml version="1.0"?>\n<act/>', true, '<act/>'],
    ['comments', '<!-- a --> <!-- b > c -->\n<html>', false, '<html>'],
    ['instructions', '<?xml version="1.0"?><?style x?><a/>', true, '<a/>'],
    ['a comment that never ends', '<!-- a', false, '<!-- a'],
    ['no mark-up', 'We will act.', false, 'We will act.'],
    ['nothing', '', false, ''],
  ])('finds it past %s', (_name, text, isDeclaredXml, rest) => {
    expect(findMarkupStart(text)).toEqual({ isDeclaredXml, rest })
  })

  // A pattern with a star over comments would not end within the life of the sun.
  it('ends on hundreds of comments before plain words', () => {
    const text = `${'<!--a-->'.repeat(500)}words`
    expect(looksLikeHtml(text)).toBe(false)
    expect(describeForeignText(text)).toBeUndefined()
  })
})
