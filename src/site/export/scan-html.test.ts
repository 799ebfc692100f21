import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributesOf, scanTags, walkTags } from './scan-html.ts'

/** Name and raw value of every attribute in quotes, as the walk and as the patterns find them. */
function walked(html: string): string[] {
  const found: string[] = []
  walkTags(html, new Set(['head', 'script', 'form']), {
    take: ({ name, isEnd, inside }) => void found.push(`${isEnd ? '/' : ''}${name}${inside}`),
    attribute: (name, start, end) => void found.push(`${name}=${html.slice(start, end)}`),
  })
  return found
}

const page = fc
  .array(
    fc.constantFrom(
      '<a href="/x?a=1&amp;b=2" id=\'one\'>',
      '<p>',
      '<p class="a" hidden>',
      '</form>',
      '<form action="/y">',
      '<br/>',
      '<img src="a>b.png"/>',
      '<!-- <a href="/no"> -->',
      '<!doctype html>',
      '<script>if (a < b) "<a href=\\"/no\\">"</script>',
      'a < b',
      '<head>',
      '<',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('text'))

describe('the walk through a page', () => {
  it('finds what patterns find, in the same order', () => {
    fc.assert(
      fc.property(page, (html) => {
        const patterns = [...scanTags(html)].flatMap((tag) => {
          if (tag.isEnd) return tag.name === 'form' ? ['/form'] : []
          if (['head', 'script', 'form'].includes(tag.name)) return [`${tag.name}${tag.inside}`]
          return [...tag.inside.matchAll(/([^\s=/"'>]+)=(?:"([^"]*)"|'([^']*)')/g)].map(
            ([, name, double, single]) => `${name}=${double ?? single}`,
          )
        })
        expect(walked(html)).toEqual(patterns)
      }),
    )
  })

  it.each([
    '<a href="/x',
    '<a href=/x>x</a',
    '<form action="/y"><input',
    '<',
    '<a b=',
    '<a ="x">',
    '</form',
    '<!--',
  ])('ends at %s', (html) => expect(() => walked(html)).not.toThrow())

  it('reads attributes that the patterns read', () => {
    expect(walked('<a x:href="1" href = "2" HREF="3">')).toContain('HREF=3')
    const [tag] = scanTags('<a href="1">')
    expect(tag && attributesOf(tag).get('href')).toBe('1')
  })
})
