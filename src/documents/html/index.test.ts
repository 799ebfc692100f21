import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBlocks } from '../../../test/documents/block-invariants.ts'
import { DEFAULT_LIMITS } from '../source.ts'
import { parseHtml } from './index.ts'

const parse = (html: string) =>
  parseHtml('page.html', { text: html, encoding: 'utf-8', notices: [] }, DEFAULT_LIMITS)
const outline = (html: string) => {
  const { text, blocks } = parse(html)
  return blocks.map((block) => {
    const words = block.cells
      ? block.cells.map((cell) => text.slice(cell.start, cell.end)).join(' ¦ ')
      : text.slice(block.start, block.end)
    return `${block.kind}${block.level ?? ''}${block.number ? `#${block.number}` : ''} ${words}`
  })
}

const wordItem = (level: number, mark: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span></span><![endif]>${words}</p>`

describe('parseHtml', () => {
  it.each([
    [
      'collapses white space and decodes entities',
      '<p>Fish &amp;\n  chips&nbsp;£3</p>',
      ['paragraph Fish & chips\u00a0£3'],
    ],
    [
      'keeps one no-break space and takes several for room',
      '<h1>1.<span>&nbsp;&nbsp;&nbsp; </span>£3&nbsp;million</h1>',
      ['heading1#1 1. £3\u00a0million'],
    ],
    [
      'keeps a cell in its column after one that covers two',
      '<table><tr><th colspan=2>Reply</th><th>By</th></tr><tr><td colspan=3>Part one</td></tr><tr><td>Yes</td><td>We will.</td><td>May</td></tr></table>',
      ['table-row Reply ¦  ¦ By', 'table-row Part one', 'table-row Yes ¦ We will. ¦ May'],
    ],
    [
      'reads headings by role, and those inside buttons',
      '<div role="heading" aria-level="3">Costs</div><p>a</p><h2><button>Fares</button></h2><p>b <button>no</button></p>',
      ['heading3 Costs', 'paragraph a', 'heading2 Fares', 'paragraph b'],
    ],
    [
      'leaves out what was deleted',
      '<p>We <del>may</del> <ins>will</ins> act.</p>',
      ['paragraph We will act.'],
    ],
    [
      'parts preformatted text at its empty lines',
      '<pre>\nOne line\n  goes on.\n\n \nTwo.\n</pre>',
      ['paragraph One line\ngoes on.', 'paragraph Two.'],
    ],
    [
      'counts lists down that say so',
      '<ol reversed><li>x</li><li>y</li></ol>',
      ['list-item1#2 x', 'list-item1#1 y'],
    ],
    [
      'reads pages written as XML',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a"/></head><body><p>We will act.</p></body></html>',
      ['paragraph We will act.'],
    ],
    [
      'reads lists, titles and notes as Word saves them',
      `<p class=MsoTitle>Plan</p><p>The council should:</p>${wordItem(1, '·', 'fund buses')}${wordItem(2, 'o', 'at night')}<p>Then:</p>${wordItem(1, '2.', 'stop<a href="#_ftn1">[1]</a>')}<div id=ftn1><p><a href="#_ftnref1">[1]</a> Why.</p></div>`,
      [
        'heading1 Plan',
        'paragraph The council should:',
        'list-item1 fund buses',
        'list-item2 at night',
        'paragraph Then:',
        'list-item1#2 stop',
        'footnote#1 Why.',
      ],
    ],
    ['drops what only typesets', '<p>infor&shy;ma\u200btion</p>', ['paragraph information']],
    ['keeps a word whole across inline elements', '<p>k<b>it</b>chen</p>', ['paragraph kitchen']],
    ['breaks a line at br', '<p>one<br>two</p>', ['paragraph one\ntwo']],
    ['parts paragraphs at two br', 'one<br><br>two', ['paragraph one', 'paragraph two']],
    [
      'reads text that stands in no element',
      'one<div>two</div>three',
      ['paragraph one', 'paragraph two', 'paragraph three'],
    ],
    [
      'skips scripts, styles and templates',
      '<script>x</script><style>x</style><template><p>x</p></template><p>y',
      ['paragraph y'],
    ],
    [
      'skips what is hidden',
      '<p hidden>x</p><p aria-hidden="true">x</p><p style="display: none">x</p><p>y',
      ['paragraph y'],
    ],
    ['skips noscript', '<noscript><p>turn it on</p></noscript><p>y', ['paragraph y']],
    ['reads headings', '<h2>Wards</h2><h4>Menus</h4>', ['heading2 Wards', 'heading4 Menus']],
    [
      'numbers ordered lists as the page does',
      '<ol start=3><li>a<li>b</ol><ol type=i><li>c</ol>',
      ['list-item1#3 a', 'list-item1#4 b', 'list-item1#i c'],
    ],
    ['nests lists', '<ul><li>a<ul><li>b</ul><li>c</ul>', ['list-item1 a', 'list-item2 b', 'list-item1 c']],
    ['reads a quotation', '<blockquote><p>a</p></blockquote>', ['quote a']],
    [
      'reads a data table',
      '<table><tr><th>A<th>B<tr><td>1<td>2</table>',
      ['table-row A ¦ B', 'table-row 1 ¦ 2'],
    ],
    [
      'keeps the column of cells beside one that spans rows',
      '<table><tr><td rowspan=2>A<td>B<tr><td>C<tr><td>D<td>E</table>',
      ['table-row A ¦ B', 'table-row  ¦ C', 'table-row D ¦ E'],
    ],
    ['keeps an empty cell in its column', '<table><tr><td>A<td><td>C</table>', ['table-row A ¦  ¦ C']],
    [
      'reads a layout table as text',
      '<table role=presentation><tr><td>A<td>B</table>',
      ['paragraph A', 'paragraph B'],
    ],
    ['reads details open', '<details><summary>a</summary>b</details>', ['paragraph a', 'paragraph b']],
    [
      'leaves the marks of notes out',
      '<p>Fares<sup><a href="#fn:1">1</a></sup> rose.</p>',
      ['paragraph Fares rose.'],
    ],
    ...[
      '40 m<sup>2</sup>',
      '10<sup>6</sup> fish',
      'y = x<sup>2</sup>',
      'the 1<sup>st</sup>',
      'R<sup>2</sup>',
    ].map((html): [string, string, string[]] => [
      `keeps what is raised and no mark: ${html}`,
      `<p>${html}</p>`,
      [`paragraph ${html.replaceAll(/<.?sup>/g, '')}`],
    ]),
    [
      'leaves raised digits out that stand like the mark of a note and lead nowhere',
      '<p>We will act by 2026<sup>3</sup>, and pay £5 million<sup>[4]</sup>.<sup>5, 6</sup> All of it*<sup>†</sup></p>',
      ['paragraph We will act by 2026, and pay £5 million. All of it*'],
    ],
    [
      'reads items that are typed with signs and breaks',
      '<p>Ministers should:<br>• fund it<br/>•&nbsp;<b>train</b> staff<br>- reply</p><p>Thanks.</p>',
      [
        'paragraph Ministers should:',
        'list-item1 fund it',
        'list-item1 train staff',
        'list-item1 reply',
        'paragraph Thanks.',
      ],
    ],
    [
      'reads items that are typed as paragraphs',
      '<p>Ministers should:</p><p>· fund it</p><p>· reply</p><p>- 5 degrees is - cold</p><p>– Jo</p>',
      [
        'paragraph Ministers should:',
        'list-item1 fund it',
        'list-item1 reply',
        'list-item1 5 degrees is - cold',
        'paragraph – Jo',
      ],
    ],
    [
      'parts numbered lines and labelled recommendations at breaks',
      '<p>1. Fund it.<br>2. Train staff.<br>12 more<br><strong>Recommendation 3:</strong> Reply.<br>Soon.</p>',
      [
        'paragraph#1 1. Fund it.',
        'paragraph#2 2. Train staff.\n12 more',
        'paragraph#3 Recommendation 3: Reply.\nSoon.',
      ],
    ],
    [
      'reads lists that only roles mark',
      '<div role=list><div role=listitem>a</div><div role=listitem>b</div></div>',
      ['list-item1 a', 'list-item1 b'],
    ],
    [
      'reads notes',
      '<div class="footnotes"><ol><li id="fn:1"><p>Source. <a href="#fnref:1">↩</a></p></ol></div>',
      ['footnote#1 Source.'],
    ],
    [
      'takes a bold line over text for a heading',
      '<h2>A</h2><p><b>Recommendation 4</b></p><p>Text below.</p>',
      ['heading2 A', 'heading3#4 Recommendation 4', 'paragraph Text below.'],
    ],
    [
      'marks furniture',
      '<nav><a>Home</a></nav><article><p>Text</p></article><footer><p>Legal</p></footer>',
      ['navigation Home', 'paragraph Text', 'navigation Legal'],
    ],
    [
      'marks a cookie banner by its class',
      '<div class="cookie-banner"><p>Yum</p></div><p>Text</p>',
      ['navigation Yum', 'paragraph Text'],
    ],
    [
      'takes main for the content',
      '<div>Site</div><main><p>The text of the page, long enough.</p></main>',
      ['navigation Site', 'paragraph The text of the page, long enough.'],
    ],
    [
      'distrusts a main that is all but empty',
      `<main><p>x</p></main><p>${'Text. '.repeat(9)}</p>`,
      ['paragraph x', `paragraph ${'Text. '.repeat(9).trim()}`],
    ],
    [
      'keeps a page that is all furniture',
      '<nav><p>The whole text.</p></nav>',
      ['paragraph The whole text.'],
    ],
    [
      'takes sentences out of a menu',
      '<nav><ul><li><a href="/">Home</a><li><a href="/n">News</a></ul></nav><nav><p>The council should appoint a harbour master. It should say each year what was done.</p><p>The agency should pay for lights by June, and count the boats.</p></nav><p>Contact us.</p>',
      [
        'navigation Home',
        'navigation News',
        'paragraph The council should appoint a harbour master. It should say each year what was done.',
        'paragraph The agency should pay for lights by June, and count the boats.',
        'paragraph Contact us.',
      ],
    ],
    [
      'leaves a menu with sentences about its links a menu',
      `<nav>${'<a href="/a">Plans of the council for each year</a><p>See them all.</p>'.repeat(9)}</nav><p>Text</p>`,
      [
        ...Array.from({ length: 9 }, () => [
          'navigation Plans of the council for each year',
          'navigation See them all.',
        ]).flat(),
        'paragraph Text',
      ],
    ],
    [
      'reads notes of Google Docs, and leaves comments on the text out',
      '<p>We will act.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;In May.</span></p></div><div class="c8"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Should we?</span></p></div>',
      ['paragraph We will act.', 'footnote#1 In May.'],
    ],
    ['survives tags left open and crossed', '<p>a<b>b<p>c</i></b>', ['paragraph ab', 'paragraph c']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected)
  })

  it('leads lists in, also through the item above', () => {
    const { blocks } = parse(
      '<p>The council should:</p><ul><li>fund:<ul><li>buses</ul><li>trams</ul><p>Done.</p><ul><li>x</ul>',
    )
    expect(blocks.map((block) => block.leadIn)).toEqual([undefined, 0, 1, 0, undefined, undefined])
  })

  it('gives the blocks of one box one id', () => {
    const { blocks } = parse(
      '<p>a</p><div class="call-to-action"><p>b</p><ul><li>c</ul></div><div class="govuk-inset-text">d</div>',
    )
    expect(blocks.map((block) => block.box)).toEqual([undefined, 0, 0, 1])
  })

  it.each([
    ['the heading', '<title>A - Site</title><h1>B</h1>', 'B'],
    ['the title without the site', '<title>Rail fares - GOV.UK</title><p>x', 'Rail fares'],
    ['the shared title', '<meta property="og:title" content="C"><title>D</title><p>x', 'C'],
    ['none', '<p>x', null],
  ])('takes the title from %s', (_name, html, title) => {
    expect(parse(html).title).toBe(title)
  })

  it.each([
    [
      'article:published_time',
      '<meta property="article:published_time" content="2022-05-12T10:00Z"><p>x',
      '2022-05-12',
    ],
    ['dcterms', '<meta name="DCTERMS.issued" content="2021-03"><p>x', '2021-03-01'],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2020-01-02"}</script><p>x',
      '2020-01-02',
    ],
    [
      'broken JSON-LD, then words',
      '<script type="application/ld+json">{</script><p>Published 3 June 2019</p>',
      '2019-06-03',
    ],
    ['a marked time', '<time class="published" datetime="2018-07-01">1 July</time>', '2018-07-01'],
    ['words', '<p>Last updated: 24 May 2022</p>', '2022-05-24'],
    ['nothing', '<p>It began on 24 May 2022 in three wards of the hospital.</p>', null],
  ])('takes the date from %s', (_name, html, date) => {
    expect(parse(html).date).toBe(date)
  })

  it.each([
    ['From:', '<dl><dt>From:</dt><dd>Office of Rail Fares</dd></dl>', 'Office of Rail Fares'],
    ['the site name', '<meta property="og:site_name" content="Elm Council"><p>x', 'Elm Council'],
    [
      'the site before a person',
      '<meta name="author" content="Ann O\'Bell"><meta property="og:site_name" content="The Hedge Trust"><p>x',
      'The Hedge Trust',
    ],
    ['a person alone', '<meta name="author" content="Ann Bell"><p>x', 'Ann Bell'],
    ['an author that is an address: no one', '<meta name="author" content="https://x.org/y"><p>x', null],
  ])('takes the publisher from %s', (_name, html, publisher) => {
    expect(parse(html).publisher).toBe(publisher)
  })

  it('takes no title from a drawing', () => {
    expect(parse('<p>Fares</p><svg><title>Close</title></svg>').title).toBeNull()
  })

  it("keeps readers' comments apart from the page's own words", () => {
    const comment = '<ol><li>Bob: Close the wards!</li></ol>'
    expect(
      outline(`<h1>Wards</h1><p>We ask.</p><div id=comments><h2>2 comments</h2>${comment}</div>`),
    ).toEqual([
      'heading1 Wards',
      'paragraph We ask.',
      'navigation 2 comments',
      'navigation Bob: Close the wards!',
    ])
    expect(
      outline(`<h1>Wards</h1><section id=comments><h2>Comments of the board</h2>${comment}</section>`),
    ).toContain('list-item1#1 Bob: Close the wards!')
  })

  it('refuses nesting beyond the limit, which would cost more than it tells', () => {
    expect(() => parse('<div>'.repeat(100_000))).toThrow(
      expect.objectContaining({ code: 'document_nested_too_deeply' }),
    )
  })

  it('reads nesting up to the limit without overflowing', () => {
    expect(outline(`${'<div>'.repeat(900)}deep`)).toEqual(['paragraph deep'])
  })
})

describe('any HTML', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'b',
    'a',
    'span',
    'h2',
    'blockquote',
    'pre',
    'br',
    'main',
    'nav',
    'sup',
    'dl',
    'dt',
    'details',
    'section',
    'aside',
  )
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      ' ',
      '\n',
      '&nbsp;',
      '&shy;',
      '\u00a0',
      '<div class="call-to-action">',
      '<li id="fn:1">',
      '&#x1F3E5;',
      '&lt;',
      '<!-- x -->',
    ),
  )

  it('gives blocks in order, in range, apart, parted by white space, and the same each time', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('')
        const document = parse(html)
        checkBlocks(document)
        let at = 0
        for (const { start, end } of document.blocks) {
          expect(document.text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(document.text.slice(at).trim()).toBe('')
        expect(parse(html)).toEqual(document)
      }),
      { numRuns: 400 },
    )
  })
})
