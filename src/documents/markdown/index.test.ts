import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlocks } from '../../../test/documents/block-invariants.ts'
import { DEFAULT_LIMITS } from '../source.ts'
import { parseMarkdown } from './index.ts'

const parse = (text: string) =>
  parseMarkdown('a.md', { text, encoding: 'utf-8', notices: [] }, DEFAULT_LIMITS)
const outline = (markdown: string) => {
  const { text, blocks } = parse(markdown)
  return blocks.map(
    (block) =>
      `${block.kind}${block.level ?? ''}${block.number ? `#${block.number}` : ''} ${text.slice(block.start, block.end)}`,
  )
}

describe('parseMarkdown', () => {
  it.each([
    [
      'leaves the marks out',
      'A **big** *plan* for `all` [of us](https://x.y)',
      ['paragraph A big plan for all of us'],
    ],
    ['joins wrapped lines', 'one\ntwo', ['paragraph one two']],
    ['keeps a hard break', 'one  \ntwo', ['paragraph one\ntwo']],
    ['reads headings of both styles', '# A\n\nB\n---', ['heading1 A', 'heading2 B']],
    [
      'keeps a subject that is also a word of menus, where prose is below',
      '## Register\n\nThe council should keep a register of all empty homes, and publish it.\n\n## Register\n\n- Home',
      [
        'heading2 Register',
        'paragraph The council should keep a register of all empty homes, and publish it.',
        'navigation Register',
        'navigation Home',
      ],
    ],
    ['reads the numbers of lists', '3. a\n4. b', ['list-item1#3 a', 'list-item1#4 b']],
    ['nests lists', '- a\n  - b\n- c', ['list-item1 a', 'list-item2 b', 'list-item1 c']],
    ['reads a second paragraph of an item as its own', '- a\n\n  b', ['list-item1 a', 'paragraph b']],
    ['reads quotations', '> a\n> b', ['quote a b']],
    ['reads tables', '|A|B|\n|-|-|\n|1|2|', ['table-row A\tB', 'table-row 1\t2']],
    [
      'reads notes and leaves their marks out',
      'Fares[^1] rose.\n\n[^1]: Table\n2.',
      ['paragraph Fares rose.', 'footnote#1 Table 2.'],
    ],
    ['decodes entities', 'a &amp; b &#8211; c', ['paragraph a & b – c']],
    ['reads code as lines', '```\na\n  b\n```', ['paragraph a\nb']],
    ['reads blocks of HTML', '<div><h3>A</h3><p>b <i>c</i></p></div>', ['heading3 A', 'paragraph b c']],
    ['drops scripts', '<script>x()</script>\n\ny', ['paragraph y']],
  ])('%s', (_name, markdown, expected) => {
    expect(outline(markdown)).toEqual(expected)
  })

  it('reads title, publisher and date from front matter', () => {
    const document = parse(
      '---\ntitle: "Rail fares"\ndate: 2023-04-02\nauthor: Elm\ntags:\n  - x\n---\n\nText\n',
    )
    expect(document).toMatchObject({
      title: 'Rail fares',
      publisher: 'Elm',
      date: '2023-04-02',
      text: 'Text',
    })
  })

  it('refuses nesting beyond the limit instead of dropping what is inside', () => {
    expect(() => parse(`${'>'.repeat(1_200)} deep`)).toThrow(
      expect.objectContaining({ code: 'document_nested_too_deeply' }),
    )
    expect(outline(`${'>'.repeat(90)} deep`)).toEqual(['quote deep'])
  })
})

describe('any Markdown', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '# A',
      '- b',
      '  - c',
      '1. d',
      '> e',
      '|a|b|',
      '|-|-|',
      '```',
      '**f**',
      '[g](h)',
      '[^1]: i',
      'j[^1]',
      '<div>',
      '</div>',
      '<b>k',
      '---',
      '',
      '    l',
      '&amp;',
    ),
  )

  it('gives blocks in order, in range, apart, parted by white space, and the same each time', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const document = parse(lines.join('\n'))
        checkBlocks(document)
        let at = 0
        for (const { start, end } of document.blocks) {
          expect(document.text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(parse(lines.join('\n'))).toEqual(document)
      }),
      { numRuns: 400 },
    )
  })
})
