import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairDoubled } from './repair-doubled.ts'
import { WINDOWS_1252 } from './windows-1252.ts'

/** As a program does that takes UTF-8 for an older encoding. */
function double(text: string, as: 'windows' | 'latin-1' | 'macintosh' = 'windows'): string {
  const bytes = Buffer.from(text)
  if (as === 'macintosh') return new TextDecoder('macintosh').decode(bytes)
  const latin = bytes.toString('latin1')
  return as === 'latin-1'
    ? latin
    : latin.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 128] ?? '')
}

const said = 'The minister said: “We’ll pay £5m – in Māori schools too…” 🏥 for a café'

describe('repairDoubled', () => {
  it.each([
    ['once', double(said), said],
    ['twice', double(double(said)), said],
    ['three times', double(double(double(said))), said],
    ['as Latin-1', double(said, 'latin-1'), said],
    ['by a Macintosh', double(said, 'macintosh'), said],
    ['an amount alone', double('It costs £5.'), 'It costs £5.'],
    ['a part of a text', `“Fine” – ${double('it’s')} so`, '“Fine” – it’s so'],
    ['a closing quote that lost its last byte', `${double('“ay')}â€, he said`, '“ay”, he said'],
    ['one whose last byte was replaced', `${double('“ay')}â€\ufffd she said`, '“ay” she said'],
    ['a space that lost its kind', `${double('’')} Â a`, '’  a'],
  ])('puts right what was encoded again: %s', (_name, text, expected) => {
    expect(repairDoubled(text).text).toBe(expected)
  })

  it('says how much, with an example', () => {
    expect(repairDoubled(double('it’s £5, isn’t it')).count).toBe(3)
    expect(repairDoubled(double('it’s')).example).toEqual(['â€™', '’'])
  })

  it.each([
    'Plain words.',
    'Café, naïve, coöperate, Ångström, “AMANHÔ, «Â», à la châtelaine…',
    'NESCAFɮ and VOILÀ” and “Beyoncé”…',
    'ÃÅÄ ðÐ √2 ≈ 1.4, ‚gut‘',
    '',
  ])('leaves alone what was encoded once: %s', (text) => {
    expect(repairDoubled(text)).toEqual({ text, count: 0, example: null })
  })

  it('undoes it for any text of letters, signs and emoji that shows it', () => {
    const sign = fc.constantFrom(...'aé£“”’–—…½ü•™€🏥 .,')
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = `’${signs.join('')}`
        expect(repairDoubled(double(text)).text).toBe(text)
      }),
    )
  })

  it('takes time in the measure of the text', () => {
    const started = performance.now()
    repairDoubled(`â€™${'â€Â'.repeat(500_000)}`)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
