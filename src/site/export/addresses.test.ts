import { describe, expect, it } from 'vitest'
import { fileOf, parseAddress, relativeLink } from './addresses.ts'

describe('the file of an address', () => {
  it.each([
    ['/', 'index.html'],
    ['/topics/allowances', 'topics/allowances/index.html'],
    ['/topics/allowances.csv', 'topics/allowances.csv'],
    ['/topics/allowances.csv-metadata.json', 'topics/allowances.csv-metadata.json'],
    ['/sources?year=2023', 'sources/year=2023/index.html'],
    ['/left-out.csv?group=informal', 'left-out,group=informal.csv'],
    ['/commitments/x?now=3&then=1', 'commitments/x/now=3,then=1/index.html'],
    ['/topics/x?as_at=2023-12-31', 'as-at/2023-12-31/topics/x/index.html'],
    ['/?as_at=2023-12-31', 'as-at/2023-12-31/index.html'],
    ['/api/v1', 'api/v1.json'],
    ['/topics/con', 'topics/~con~/index.html'],
    ['/topics/%2e%2e', 'topics/~..~/index.html'],
    ['/a%2Fb', 'a~2fb/index.html'],
    ['/sources?year=%2F..%2F..', 'sources/~year=~2f..~2f..~/index.html'],
  ])('%s is in %s', (target, file) => expect(fileOf(target)).toBe(file))

  it('stays inside the folder and takes no name that a disk refuses', () => {
    for (const name of [
      '..',
      '.',
      'a\\b',
      'a:b',
      '\u0000',
      '😀',
      'x'.repeat(500),
      'CON.txt',
      'a.',
      '*?"<>|',
    ]) {
      const file = fileOf(`/topics/${encodeURIComponent(name)}`)
      expect(file).toMatch(/^topics\/[A-Za-z0-9._=,~-]+(\/index\.html)?$/)
      expect(file.split('/')).not.toContain('..')
      expect(Math.max(...file.split('/').map((each) => each.length))).toBeLessThanOrEqual(130)
    }
  })

  it('is the same for the same question asked in another order', () => {
    const one = parseAddress('/x?b=2&a=1&c=', '/')
    expect(one).toEqual(parseAddress('?a=1&b=2', '/x'))
  })
})

describe('an address', () => {
  it.each([
    ['https://example.org/a', null],
    ['mailto:a@example.org', null],
    ['//example.org/a', null],
    ['javascript:alert(1)', null],
    ['data:image/png;base64,AA', null],
    ['#asks', { target: '/topics/x', fragment: 'asks' }],
    ['../sources/A#p%202', { target: '/sources/A', fragment: 'p 2' }],
    ['https://[', null],
  ])('%s leads to %j', (href, address) => expect(parseAddress(href, '/topics/x')).toEqual(address))
})

describe('a link from file to file', () => {
  it.each([
    ['index.html', 'topics/x/index.html', 'topics/x/index.html'],
    ['topics/x/index.html', 'index.html', '../../index.html'],
    ['topics/x/index.html', 'topics/y/index.html', '../y/index.html'],
    ['topics/x/index.html', 'topics/x/index.html', 'index.html'],
    ['topics/x/index.html', 'topics/x.csv', '../x.csv'],
    ['topics/xy/index.html', 'topics/x/index.html', '../x/index.html'],
    ['a/index.html', 'a/b/c.html', 'b/c.html'],
  ])('from %s to %s is %s', (from, to, link) => {
    expect(relativeLink(from, to)).toBe(link)
    expect(new URL(link, `https://example.org/sub/${from}`).pathname).toBe(`/sub/${to}`)
  })
})
