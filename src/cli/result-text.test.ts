import { describe, expect, it } from 'vitest'
import { riversPair, riversReading } from '../../test/builders/rivers.ts'
import { comparisonText } from './comparison-text.ts'
import { displayWidth } from './display-width.ts'
import { readingText } from './reading-text.ts'
import { plainStyle, terminalStyle } from './text-style.ts'

const at = (width: number) => ({ width, style: plainStyle })

describe('readingText', () => {
  it('leaves findings out, says so, and shows the rest in a table', () => {
    expect(readingText([riversReading], { ...at(80), kinds: null, isAll: false })).toBe(`rivers-response.pdf
Our answer · 1 page
1 commitment, 1 decision. Not shown: 1 finding; --all shows them.

Page  Kind            What it says                             When, money, whom
────  ──────────────  ───────────────────────────────────────  ─────────────────
   1  decision        We accept this recommendation in part.
      accepted in
      part

   1  commitment      We will give £2 million to anglers by    by March 2026
      fund            March 2026.                              £2 million
                                                               anglers
`)
  })

  it('shows all with isAll, and only the kinds asked for', () => {
    expect(readingText([riversReading], { ...at(80), kinds: null, isAll: true })).toContain('boats')
    const decisions = readingText([riversReading], { ...at(80), kinds: ['decision'], isAll: false })
    expect(decisions).not.toContain('anglers')
    expect(decisions).toContain('1 decision. Not shown: 1 commitment, 1 finding')
  })

  it('gives date, money and groups columns of their own where there is room', () => {
    const wide = readingText([riversReading], { ...at(140), kinds: null, isAll: false })
    expect(wide).toMatch(/By when +Money +Whom/)
  })

  it('says so when nothing was found', () => {
    const nothing = readingText([{ ...riversReading, statements: [] }], {
      ...at(80),
      kinds: null,
      isAll: false,
    })
    expect(nothing).toContain('Nothing was found in this document.')
  })
})

describe('comparisonText', () => {
  it('shows the table, then what got no answer, then replies to nothing', () => {
    expect(
      comparisonText(riversPair, { ...at(80), only: null }),
    ).toBe(`rivers-report.pdf → rivers-response.pdf
3 recommendations: 1 accepted in part, 1 rejected, 1 no answer.
1 commitment: 1 fund.
1 of the 2 answers is not said in so many words, but our reading of what the
response does and promises.

No.  Recommendation                          Answer         Promise        Pages
───  ──────────────────────────────────────  ─────────────  ─────────────  ─────
1    The Commission recommends that every    ◐ accepted in  fund           1 → 1
     water company publish its spills by     part           by March 2026
     2026.                                                  £2 million
                                                            anglers

2    Councils should put up signs at every   ○ rejected                    1 → 1
     bathing place.                          (our reading)

3    The Minister should plant trees along   – no answer                   2 → –
     the upper Tarn.

No answer found (1)

  3, p. 2: The Minister should plant trees along the upper Tarn.

Replies that answer none of these (1)

  p. 1: We have also been asked about boats.
`)
  })

  it('keeps only the decisions asked for', () => {
    const text = comparisonText(riversPair, { ...at(80), only: ['rejected'] })
    expect(text).toContain('signs')
    expect(text).not.toContain('anglers')
    expect(text).not.toContain('boats')
  })

  it('fits every width, with weight or without', () => {
    for (let width = 20; width <= 160; width++)
      for (const line of comparisonText(riversPair, { width, style: terminalStyle, only: null }).split('\n'))
        expect(displayWidth(line.replaceAll(/\u001B\[\d+m/g, ''))).toBeLessThanOrEqual(width)
  })
})
