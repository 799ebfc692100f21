import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonicalJson', () => {
  it.each([
    [null, 'null'],
    [[true, false], '[true,false]'],
    [{ b: 1, a: { d: [], c: {} } }, '{"a":{"c":{},"d":[]},"b":1}'],
    [[333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
    ['€$\u000f\nA\'B"\\/', '"€$\\u000f\\nA\'B\\"\\\\/"'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
  ])('writes %j as RFC 8785 does', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it('sorts keys by UTF-16 code units, as the example of RFC 8785 section 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))
    expect(Object.keys(JSON.parse(written) as object)).toEqual([
      '1', // a key that looks like an index comes first in any object
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ])
    expect(written.indexOf('\\r')).toBeLessThan(written.indexOf('"1"'))
  })

  it.each([
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['\ud800'],
    [{ '\udc00': 1 }],
    [new Date(0)],
    [[undefined]],
    [10n],
    [() => 1],
  ])('refuses what JSON cannot say everywhere (%#)', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('refuses nesting without end', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(() => canonicalJson(circle)).toThrow('nested deeper')
  })

  it('says the same whatever the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const written = (() => {
          try {
            return canonicalJson(value)
          } catch {
            return null // half surrogates, which JSON cannot say
          }
        })()
        if (written === null) return
        expect(canonicalJson(shuffled(JSON.parse(written)))).toBe(written)
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, shuffled(item)] as const)
      .reverse(),
  )
}
