import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import data from '../../lexicon/decision-cues.yaml'
import { DECISION_CUES } from './decision-cues.ts'
import { commonForm, TwinPattern } from './twin-pattern.ts'

const COMMON = String.raw`[\u0000-\u00ff\u2010-\u2027\u20ac]`
const characters = fc.stringMatching(new RegExp(`^${COMMON}{0,40}$`))
const words = fc
  .array(fc.constantFrom(...(JSON.stringify(data).match(/[\p{L}’'&-]+|[.,;:“”–]/gu) ?? [])), {
    maxLength: 14,
  })
  .map((some) => some.join(' '))
const texts = fc.oneof(
  characters,
  words,
  fc.tuple(words, characters).map((both) => both.join(' ')),
)

describe('a pattern of two forms', () => {
  it('matches common characters one by one as Unicode has them', () => {
    const sources = [
      String.raw`\p{L}`,
      String.raw`[\p{N}]`,
      String.raw`[^\p{L}\p{N}]`,
      String.raw`\W`,
      String.raw`\s`,
      '.',
    ]
    for (const source of [...sources, 's', 'k', 'é', 'ß', 'ÿ'])
      for (let code = 0; code <= 0x20ac; code += code === 0xff ? 0x1f11 : code === 0x2027 ? 0x85 : 1) {
        const text = String.fromCharCode(code)
        const found = [code, source, new RegExp(source, 'iu').test(text)]
        expect([code, source, new RegExp(commonForm(source), 'i').test(text)]).toEqual(found)
        expect([code, source, new TwinPattern(source).test(text)]).toEqual(found)
      }
  })

  it('finds for every cue what its form for any text finds', () => {
    const wide = DECISION_CUES.map((cue) => [cue, new RegExp(cue.pattern.source, 'iu')] as const)
    const check = (text: string) => {
      for (const [cue, pattern] of wide) {
        const [mine, full] = [cue.pattern.exec(text), pattern.exec(text)]
        expect([cue.id, mine?.index, mine?.[0]]).toEqual([cue.id, full?.index, full?.[0]])
      }
    }
    for (const cue of DECISION_CUES) for (const text of [cue.example, cue.counter]) check(text)
    fc.assert(fc.property(texts, check), { numRuns: 300 })
  })

  it('takes the form for any text where letters are others', () => {
    const pattern = new TwinPattern(String.raw`^\p{L}+ agrees$`)
    expect(pattern.test('Łódź agrees')).toBe(true)
    expect(pattern.test('The 𝒷oard agrees')).toBe(false)
    expect(new TwinPattern('^k$').test('\u212a')).toBe(true)
  })

  it('refuses what reads otherwise in the two modes', () => {
    for (const source of [String.raw`\p{Lu}`, String.raw`\P{L}`, String.raw`\u{1f600}`, '😀'])
      expect(() => commonForm(source)).toThrow('no common form')
  })
})
