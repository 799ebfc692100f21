import { describe, expect, it } from 'vitest'
import { elementsOf, textOf } from '../../../test/builders/crawl.ts'
import { createCopy } from './copy.ts'
import { rewritePage } from './rewrite-page.ts'

const rewrite = (
  body: string,
  { base = null as string | null, days = [] as string[], target = '/topics/x' } = {},
) =>
  rewritePage(createCopy({ base, days: ['2023-12-31'] }), {
    html: `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`,
    target,
    file: 'topics/x/index.html',
    days,
  })

const hrefOf = (html: string) => elementsOf(html, 'a').map(({ attributes }) => attributes.href)

describe('links of a copied page', () => {
  it.each([
    ['/topics/y', '../y/index.html'],
    ['/topics/y#asks', '../y/index.html#asks'],
    ['#asks', '#asks'],
    ['/topics/x#asks', '#asks'],
    ['https://example.org/?a=1&amp;b=2', 'https://example.org/?a=1&b=2'],
    ['/search?q=a%20b&amp;kind=ask', '../../search/index.html?kind=ask&q=a+b'],
    ['/search.json?q=x', '../../this-copy/index.html'],
    ['/topics/y?as_at=2023-12-31', '../../as-at/2023-12-31/topics/y/index.html'],
    ['/topics/y?as_at=2022-01-01#asks', '../../as-at/index.html'],
    ['/changes.atom', '../../this-copy/index.html'],
  ])('%s becomes %s', (href, copied) =>
    expect(hrefOf(rewrite(`<a href="${href}">x</a>`).html)).toEqual([copied]),
  )

  it('go to a feed where the copy knows its address', () => {
    expect(hrefOf(rewrite('<a href="/changes.atom">x</a>', { base: 'https://example.org/k' }).html)).toEqual([
      '../../changes.atom',
    ])
  })

  it('are told with their place, for the check', () => {
    const { links, ids } = rewrite(
      '<p id="a"><a href="/topics/y#b">x</a> <a href="https://example.org">y</a></p>',
    )
    expect(links).toEqual(['/topics/y#b'])
    expect(ids).toEqual(['a'])
  })

  it('are left alone inside texts, comments and scripts', () => {
    const body =
      '<!-- <a href="/x"> --><p>&lt;a href="/x"&gt;</p><script type="application/ld+json">{"a":"<a href=\\"/x\\">"}</script>'
    expect(rewrite(body).html).toContain(body)
  })

  it('survive markup that is broken off', () => {
    for (const body of ['<a href="/x', '<a href=/x>x</a', '<form action="/y"><input', '<', '<a href="/x"><b'])
      expect(() => rewrite(body)).not.toThrow()
  })
})

describe('forms of a copied page', () => {
  it('give each choice of a list as a link', () => {
    const { html } = rewrite(
      '<form class="chooser" action="/left-out"><label for="g">My <i>own</i></label><select id="g" name="group"><option value="">All</option><option value="a&amp;b" selected>A &amp; B</option></select><button>Show</button></form>',
    )
    expect(hrefOf(html)).toEqual(['../../left-out/index.html', '../../left-out/group=a~26b/index.html'])
    expect(textOf(html)).toContain('A & B')
    expect(elementsOf(html, 'form')).toEqual([])
  })

  it('give each pair of one list once', () => {
    const list = (name: string) =>
      `<label>${name} <select name="${name}">${[1, 2, 3].map((at) => `<option value="${at}">v${at}</option>`).join('')}</select></label>`
    const { html } = rewrite(
      `<form action="/topics/x#t">${list('then')}${list('now')}<button>Go</button></form>`,
    )
    expect(hrefOf(html)).toEqual([
      'now=2,then=1/index.html#t',
      'now=3,then=1/index.html#t',
      'now=3,then=2/index.html#t',
    ])
  })

  it('keep the search, without the day', () => {
    const { html } = rewrite(
      '<form action="/search"><input name="q" type="search"><input type="hidden" name="as_at" value="2023-12-31"><button>Go</button></form>',
    )
    const [form] = elementsOf(html, 'form')
    expect(form?.attributes.action).toBe('../../search/index.html')
    expect(elementsOf(html, 'input').map(({ attributes }) => attributes.name)).toEqual(['q'])
  })

  it('lead to the days that the copy holds, and never to nothing', () => {
    const form =
      '<form class="as-at" action="/topics/x"><input name="as_at" type="date"><button>Show</button></form>'
    expect(hrefOf(rewrite(form, { days: ['2023-12-31'] }).html)).toContain(
      '../../as-at/2023-12-31/topics/x/index.html',
    )
    expect(hrefOf(rewrite(form).html)).toContain('../../as-at/index.html')
  })

  it('say plainly what would take a server', () => {
    const { html } = rewrite('<form action="/comment"><input name="text"><button>Send</button></form>')
    expect([textOf(html), elementsOf(html, 'button')]).toEqual([expect.stringContaining('server'), []])
  })
})

describe('the policy of a copied page', () => {
  const policyOf = (body: string) =>
    elementsOf(rewrite(body).html, 'meta').find(
      (each) => each.attributes['http-equiv'] === 'Content-Security-Policy',
    )?.attributes.content ?? ''

  it('allows nothing that the page does not have', () => {
    expect(policyOf('')).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'$/,
    )
  })

  it('names scripts and styles in the page by their hash', () => {
    const policy = policyOf('<style>p{}</style><script>alert(1)</script><script src="/a.js"></script>')
    expect(policy).toMatch(/style-src 'self' 'sha256-[^']+'; script-src 'self' 'sha256-[^']+'/)
    expect(policy).not.toContain('unsafe')
  })
})
