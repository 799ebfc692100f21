import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { aDocument, anExtract, aRow, aStatement } from '../../../test/builders/records.ts'
import { riversPair, riversReading } from '../../../test/builders/rivers.ts'
import { faultsIn } from '../../../test/builders/valid-html.ts'
import { type ComparedPair, describeInferred, type Reading } from '../../api/index.ts'
import { headline } from './comparison-page.tsx'
import { renderComparisonPage, renderReadingPage } from './stand-alone.ts'

const made = { version: '1.2.3', madeOn: '2024-05-01' }

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(nodesOf)]
const allNodes = (html: string): Node[] => nodesOf(parse(html) as Node) // parse5's tree has these fields on every node
const attribute = (node: Node, name: string) => node.attrs?.find((each) => each.name === name)?.value
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('')

const reading = renderReadingPage([riversReading], made)
const comparison = renderComparisonPage(riversPair, made)

describe.each([
  ['reading', reading],
  ['comparison', comparison],
  ['two readings', renderReadingPage([riversReading, { ...riversReading, file: 'again.pdf' }], made)],
])('the page of a %s', (name, html) => {
  const nodes = allNodes(html)

  it('is valid HTML', async () => {
    expect(await faultsIn(html, name)).toEqual([])
  })

  it('stands alone: nothing is loaded, run or sent', () => {
    const loading = nodes.filter(({ nodeName }) =>
      ['script', 'img', 'iframe', 'object', 'embed', 'base', 'form'].includes(nodeName),
    )
    expect(loading).toEqual([])
    const links = nodes.flatMap((node) => attribute(node, 'href') ?? [])
    expect(links.filter((href) => !href.startsWith('#') && !href.startsWith('data:'))).toEqual([])
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;sha256-')
    expect(html).not.toMatch(/url\(|@import/)
  })

  it('has an anchor for every link, and no anchor twice', () => {
    const ids = nodes.flatMap((node) => attribute(node, 'id') ?? [])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const targets = nodes
      .filter(({ nodeName }) => nodeName === 'a' || nodeName === 'use')
      .flatMap((node) => attribute(node, 'href') ?? [])
    expect(targets.length).toBeGreaterThan(5)
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([])
  })

  it('has one first heading, and no gap in the levels below it', () => {
    const levels = nodes.flatMap(({ nodeName }) => /^h([1-6])$/.exec(nodeName)?.[1] ?? []).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  })
})

describe('the links', () => {
  it('lead to the very words', () => {
    const nodes = allNodes(comparison)
    const target = (words: string) => {
      const link = nodes.find((node) => node.nodeName === 'a' && textOf(node) === words)
      const id = attribute(link ?? { nodeName: '' }, 'href')?.slice(1)
      const place = nodes.find((node) => attribute(node, 'id') === id)
      return place === undefined ? undefined : textOf(place)
    }
    expect(target('by March 2026')).toBe('by March 2026')
    expect(target('£2 million')).toBe('£2 million')
    expect(target('anglers')).toBe('anglers')
  })

  it('light up all paragraphs of a long reply', () => {
    const document = aDocument([
      {
        blocks: [
          ['paragraph', 'Before.'],
          ['paragraph', 'We agree.'],
          ['paragraph', 'We will act.'],
          ['paragraph', 'After.'],
        ],
      },
    ])
    const report = aDocument([{ blocks: [['paragraph', 'Act now.']] }])
    const html = renderComparisonPage(
      {
        report: { file: 'a', document: report },
        response: { file: 'b', document },
        comparison: {
          rows: [
            aRow(anExtract(report, 'Act now.'), {
              response: anExtract(document, 'We agree.\n\nWe will act.'),
              decision: 'accepted',
            }),
          ],
          unmatchedResponses: [],
        },
      },
      made,
    )
    const extent = allNodes(html).find((node) => attribute(node, 'class')?.startsWith('extent'))
    expect(textOf(extent ?? { nodeName: '' })).toBe('We agree.We will act.↩')
    expect(attribute(extent ?? { nodeName: '' }, 'id')).toBe('b1')
  })
})

describe('what a document says', () => {
  const evil =
    '</style></script><script>alert(1)</script><img src=x onerror=alert(2)>"\'><a href="javascript:alert(3)">'
  const document = aDocument(
    [
      {
        blocks: [
          ['heading', `Head ${evil}`],
          ['paragraph', `We will ${evil} act.`],
        ],
      },
    ],
    {
      title: `Title ${evil}`,
      publisher: `Publisher ${evil}`,
      date: evil,
      notices: [{ code: 'damaged', message: `Notice ${evil}` }],
    },
  )
  const statement = aStatement(document, `We will ${evil} act.`, {
    strength: 'commit',
    headings: [`Head ${evil}`],
    number: evil,
    speaker: evil,
    conditions: [evil],
    because: [evil],
    deadline: { text: evil, start: 9, end: 12, from: evil, to: evil, precision: 'day' },
    money: [{ text: evil, start: 12, end: 14, amount: 1, currency: 'GBP', per: null }],
    groups: [{ group: evil, text: evil, start: 15, end: 18, relation: 'only' }],
  })
  const evilReading: Reading = { file: `file ${evil}.pdf`, document, statements: [statement] }
  const extract = anExtract(document, `We will ${evil} act.`)
  const row = aRow(extract, {
    number: evil,
    headings: [evil],
    response: extract,
    decision: 'accepted',
    decisionEvidence: extract,
    commitments: [statement],
    because: [evil],
  })
  const pair: ComparedPair = {
    report: evilReading,
    response: evilReading,
    comparison: {
      rows: [
        row,
        { ...row, decision: 'no-response', response: null, decisionEvidence: null, commitments: [] },
      ],
      unmatchedResponses: [{ ...extract, number: evil, headings: [evil], decision: null }],
    },
  }

  it.each([
    ['reading', renderReadingPage([evilReading], { ...made, version: evil, madeOn: evil })],
    ['comparison', renderComparisonPage(pair, { ...made, version: evil, madeOn: evil })],
  ])('is text in the page of a %s, whatever it looks like', (_name, html) => {
    const nodes = allNodes(html)
    expect(nodes.filter(({ nodeName }) => nodeName === 'script' || nodeName === 'img')).toEqual([])
    expect(nodes.filter((node) => attribute(node, 'onerror') !== undefined)).toEqual([])
    expect(
      nodes.flatMap((node) => attribute(node, 'href') ?? []).filter((href) => /javascript/i.test(href)),
    ).toEqual([])
    expect(nodes.filter(({ nodeName }) => nodeName === 'style')).toHaveLength(1)
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('inferred answers', () => {
  const [said, inferred, unanswered] = riversPair.comparison.rows.map((row) => [row])
  it.each([
    ['all said', said, null],
    ['none said', inferred, 'says no answer in so many words'],
    ['some said', [...(said ?? []), ...(inferred ?? [])], '1 of the 2 answers is not said in so many words'],
    ['none given', unanswered, null],
  ])('%s', (_, rows, expected) => {
    const sentence = describeInferred({ rows: rows ?? [], unmatchedResponses: [] })
    if (expected === null) expect(sentence).toBeNull()
    else expect(sentence).toContain(expected)
  })
})

describe('headline', () => {
  it.each([
    [
      riversPair.comparison.rows,
      'Of 3 recommendations, 1 was accepted in part, 1 was rejected and 1 got no answer.',
    ],
    [[], 'No recommendation was found in the report.'],
    [riversPair.comparison.rows.slice(2), 'Of 1 recommendation, 1 got no answer.'],
  ])('answers in a sentence', (rows, expected) => {
    expect(headline({ ...riversPair, comparison: { rows, unmatchedResponses: [] } })).toBe(expected)
  })
})
