// What carers read is held to a reading age of eleven: Flesch-Kincaid grade 6 (a grade and five years make the age).
import { describe, expect, it } from 'vitest'
import { readFlagship } from '../../../test/builders/flagship.ts'
import { build } from '../../../test/builders/tracker.ts'
import { readBlocks } from '../../../test/measures/page-text.ts'
import { measureReadability } from '../../../test/measures/readability.ts'
import { parsePlainDate } from '../../model/index.ts'
import { answerSituation, readEnglandRulebook } from '../../rules/index.ts'
import { createTrackerSite } from '../tracker/app.tsx'
import { answerContent, questionContent } from './browser/content.ts'
import { WORDS } from './browser/words.ts'

/** Reading age 11. */
const GRADE = 6
/** SMOG counts every long word alike, and the law's names (guardianship, allowance) are long: it is held to a looser line. */
const SMOG = 9

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return [String(value(3, 4))]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

const rulebook = readEnglandRulebook()

describe('the words of the checker', () => {
  it.each(questionContent.questions.map((question) => [question.id, question] as const))(
    'ask %s plainly',
    (_, question) => {
      const { ask, why, help, options = [], none = '' } = question
      const texts = [ask, why, help, none, ...options.flatMap(({ say, more = '' }) => [say, more])]
      expect(measureReadability(texts).grade).toBeLessThanOrEqual(GRADE)
      expect(Math.max(...texts.map((text) => text.split(' ').length))).toBeLessThanOrEqual(45)
    },
  )

  it.each([
    [
      'the kinds of carer',
      Object.values(questionContent.kinds).flatMap(({ name, plain, asked = '' }) => [name, plain, asked]),
    ],
    ['everything around the questions', textsOf(WORDS)],
    ['the answers', textsOf({ ...answerContent, advice: [], leave: [] })],
  ])('tell %s plainly', (_, texts) => {
    const { grade, smog } = measureReadability(texts)
    expect(grade).toBeLessThanOrEqual(GRADE)
    expect(smog).toBeLessThanOrEqual(SMOG)
  })

  it('tell plainly what the rules of today say, for every kind of carer', () => {
    const texts = Object.keys(questionContent.kinds).flatMap((arrangement) =>
      [true, false].flatMap((previouslyLookedAfter) => {
        const situation = { children: [{ arrangement, previouslyLookedAfter, age: 9 }] }
        const { outcomes } = answerSituation(situation, rulebook, { on: '2026-11-21' })
        return outcomes.map(({ because }) => because[0]?.text.replace(/^Perhaps "[^"]*": /, '') ?? '')
      }),
    )
    const { grade, smog } = measureReadability([...new Set(texts)])
    expect(grade).toBeLessThanOrEqual(GRADE)
    expect(smog).toBeLessThanOrEqual(SMOG)
  })

  it('write out what they shorten', () => {
    const texts = [...textsOf(questionContent), ...textsOf(WORDS), ...textsOf(answerContent)]
    const short = texts.flatMap((text) =>
      /[a-z]/.test(text) ? (text.match(/\b[A-Z]{3,}s?\b/g) ?? []).map((name) => [name, text] as const) : [],
    )
    const unexplained = short.filter(
      ([name, text]) => name !== 'BBC' && !new RegExp(`${name} \\(`).test(text),
    )
    expect(unexplained).toEqual([])
  })
})

describe('the pages that carers go to', () => {
  const site = createTrackerSite({ ...build(readFlagship()), today: () => parsePlainDate('2026-11-21')! })
  it.each([
    ['/what-applies', ['promises']],
    ['/what-applies/cover-your-tracks', []],
    ['/left-out', ['scroll']],
    ['/left-out-by-rules', []],
    ['/left-out-by-rules/review-2022/2026-11-21', []],
  ])('%s is read at eleven', async (path, skip) => {
    const html = await (await site.request(path)).text()
    const { grade, words } = measureReadability(readBlocks(html, [...skip, 'note']))
    expect(words).toBeGreaterThan(40)
    expect(grade).toBeLessThanOrEqual(GRADE)
  })
})
