import { describe, expect, it } from 'vitest'
import content from '../../../rulebook/checker/questions.yaml'
import { makeRandom } from '../../../test/rules/random-households.ts'
import { answerAtRandom, answerFrom, situationOf, walkInterview } from '../../../test/rules/walk-interview.ts'
import { answerSituation } from '../answer.ts'
import { compareAnswers } from '../compare-answers.ts'
import { readEnglandRulebook } from '../england.ts'
import { CLOSE_RELATIVES, checkSituation, RELATIONSHIPS } from '../situation.ts'
import { asIfUnder } from './as-if.ts'
import { answerPage, givenAge, givenValue, type Interview, startInterview, toSituation } from './given.ts'
import { findNextQuestion, offeredOptions } from './next-question.ts'
import type { QuestionContent, Value } from './question.ts'
import { resumeInterview } from './resume.ts'

// The shape is what the checker's own test of its content holds the file to.
const { questions, kinds } = content as QuestionContent
const rulebook = readEnglandRulebook()
const setting = { rulebook, questions }
const ON = '2026-11-21'

const give = (interview: Interview, question: string, value: Value, child: number | null = 0) =>
  answerPage(interview, { question, values: [{ child, value }] }, questions)

describe('the content of the questions', () => {
  it('reads every input that an answer can fill, and only such', () => {
    const read = new Set(questions.flatMap(({ reads }) => reads))
    const derived = ['household.children', 'child.order-made']
    // Only a file says these: the answers name the condition, and no question waits for it.
    const unasked = [
      'child.education-plan',
      'child.guardians-allowance-paid',
      'child.guardians-allowance-not-paid',
    ]
    expect(
      [...rulebook.inputs.keys()].filter(
        (name) => !read.has(name) && ![...derived, ...unasked].includes(name),
      ),
    ).toEqual([])
    expect([...read].filter((name) => !rulebook.inputs.has(name))).toEqual([])
  })

  it('sets only what a situation can hold', () => {
    for (const { options = [], of } of questions)
      for (const { sets = {} } of options) {
        const data = of === 'child' ? { children: [sets] } : { carer: sets, children: [{}] }
        const { problems, notices } = checkSituation(data)
        expect([...problems, ...notices]).toEqual([])
      }
  })

  it('offers every relationship, and tells close family as the law does', () => {
    const offered = questions.find(({ id }) => id === 'relationship')?.options?.map(({ id }) => id)
    expect(offered).toEqual([...RELATIONSHIPS])
    expect(CLOSE_RELATIVES.every((name) => offered?.includes(name))).toBe(true)
  })
})

describe('the order of the questions', () => {
  it('settles the kind of carer before anything else, on every path of answers about it', () => {
    const ends: string[] = []
    const follow = (interview: Interview, path: string) => {
      const next = findNextQuestion(interview, setting)
      if (next?.question.isFirst && next.question.of === 'child') {
        const options: Value[] = [...offeredOptions(interview, next.question, 0).map(({ id }) => id), null]
        for (const value of options)
          follow(give(interview, next.question.id, value), `${path} ${next.question.id}=${value}`)
        return
      }
      const [child = {}] = toSituation(interview, questions).children
      ends.push(
        `${child.arrangement ?? (child.arrangementIsOneOf as string[] | undefined)?.join('|') ?? 'any'}:${path}`,
      )
    }
    follow(startInterview(ON, 1), '')
    expect(ends.length).toBeGreaterThan(25)
    // Whoever can say what the paper is, or who decides, is told one kind.
    const open = ends.filter((end) => /^(any|[^:]*\|)/.test(end))
    expect(open.every((end) => end.includes('=null') || end.includes('=asked'))).toBe(true)
    expect(
      ends
        .filter((end) => end.includes('order-kind=special-guardianship'))
        .every((end) => end.startsWith('special-guardianship:')),
    ).toBe(true)
    expect(ends).toContain('informal: paper=no foster-carer=no')
    expect(ends).toContain('kinship-foster: paper=no foster-carer=asked in-care-now=yes')
    expect(
      ends.some((end) =>
        end.startsWith('informal|kinship-foster: paper=no foster-carer=asked in-care-now=null'),
      ),
    ).toBe(true)
  })

  it('is the same for the same answers, and never promises fewer questions than come', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const children = seed % 4 === 0 ? 2 : 1
      const walk = () =>
        walkInterview(ON, children, setting, answerAtRandom(makeRandom(seed), seed % 3 === 0 ? 0.3 : 0))
      const { asked, bounds } = walk()
      if (seed < 6) expect(walk().asked).toEqual(asked)
      for (const [index, bound] of bounds.entries())
        expect(asked.length - index - 1).toBeLessThanOrEqual(bound)
    }
  }, 120_000)

  it('asks most families at most twelve, and asks nothing that would change nothing', () => {
    const counts: number[] = []
    for (let seed = 100; seed < 140; seed++) {
      const { interview, asked } = walkInterview(ON, 1, setting, answerAtRandom(makeRandom(seed), 0))
      counts.push(asked.length)
      const { outcomes } = answerSituation(toSituation(interview, questions), rulebook, { on: ON })
      // What is still open when all was answered rests on a rate that is not held.
      for (const { outcome, settles } of outcomes)
        if (outcome === 'cannot-tell')
          expect(settles.every((name) => rulebook.parameters.has(name))).toBe(true)
    }
    expect(counts.filter((count) => count <= 12).length / counts.length).toBeGreaterThan(0.85)
  }, 120_000)

  it('asks how old the child is only where the day of birth is not known', () => {
    const family = (said: object) => ({
      area: 'Leeds',
      carer: { relationship: 'grandparent', employment: 'retired', universalCredit: false },
      children: [
        { arrangement: 'special-guardianship', previouslyLookedAfter: true, parents: 'both-alive', ...said },
      ],
    })
    const asked = (said: object) => walkInterview('2026-03-01', 1, setting, answerFrom(family(said))).asked
    expect(asked({ born: '2017-05-01' })).toContain('born')
    expect(asked({ born: '2017-05-01' })).not.toContain('age')
    expect(asked({ age: 9 }).filter((id) => id === 'born' || id === 'age')).toEqual(['born', 'age'])
  })

  it('answers as the situation itself does, once its questions are answered', () => {
    const situation = {
      area: 'Bexley',
      carer: { relationship: 'cousin', employment: 'employed', universalCredit: true, weeklyEarnings: 200 },
      children: [
        {
          arrangement: 'informal',
          age: 9,
          since: '2026-06-01',
          parents: 'both-dead',
          previouslyLookedAfter: false,
          inCareMarkers: [],
        },
      ],
    }
    const walk = walkInterview(ON, 1, setting, answerFrom(situation))
    const told = (data: unknown) =>
      answerSituation(data, rulebook, { on: ON }).outcomes.map(({ support, outcome, amount }) => [
        support,
        outcome,
        amount,
      ])
    expect(told(situationOf(walk, setting))).toEqual(told({ on: ON, ...situation }))
  })
})

describe('changing an answer', () => {
  it('lets go later answers that no longer fit, and keeps the others', () => {
    let interview = startInterview(ON, 1)
    interview = give(interview, 'paper', 'made')
    interview = give(interview, 'order-kind', 'adoption')
    interview = give(interview, 'born', null)
    interview = give(interview, 'age', 9)
    interview = give(interview, 'paper', 'no')
    expect(givenValue(interview, 'order-kind', 0)).toBeUndefined()
    expect(givenValue(interview, 'age', 0)).toBe(9)
    expect(toSituation(interview, questions).children[0]).toMatchObject({
      age: 9,
      arrangementIsOneOf: ['informal', 'kinship-foster'],
    })
  })

  it('lets the age go once the day of birth is known', () => {
    const guessed = give(give(startInterview(ON, 1), 'born', null), 'age', 9)
    expect(givenAge(guessed, 0)).toBe(9)
    const known = give(guessed, 'born', '2017-11-22')
    expect(toSituation(known, questions).children[0]).toEqual({ born: '2017-11-22' })
    expect(givenAge(known, 0)).toBe(8)
    expect(givenAge(startInterview(ON, 1), 0)).toBeNull()
  })

  it('takes a saved age up again without asking for the birth', () => {
    const resumed = resumeInterview({ on: ON, children: [{ age: 9 }] }, { kinds, questions }, ON, rulebook)
    if ('kind' in resumed) throw new Error(resumed.kind)
    expect(resumed.interview.given.map(({ question }) => question)).toEqual(['born', 'age'])
    expect(givenAge(resumed.interview, 0)).toBe(9)
  })
})

describe('a saved situation', () => {
  const resume = (data: unknown) => {
    const resumed = resumeInterview(data, { kinds, questions }, ON, rulebook)
    if ('kind' in resumed) throw new Error(resumed.kind)
    return resumed
  }

  it('is taken up again as it was left, for families at random', () => {
    let taken = 0
    for (let seed = 1; seed <= 30; seed++) {
      const walk = walkInterview(ON, seed % 3 === 0 ? 2 : 1, setting, answerAtRandom(makeRandom(seed), 0.2))
      const saved = JSON.parse(JSON.stringify(situationOf(walk, setting)))
      // Answers at random can contradict each other; the page refuses them, and so does the file.
      if (checkSituation(saved).contradictions.length > 0) continue
      taken++
      const again = toSituation(resume(saved).interview, questions)
      expect(checkSituation(again).situation).toEqual(checkSituation(saved).situation)
    }
    expect(taken).toBeGreaterThan(20)
  }, 120_000)

  it('keeps what no question asks for', () => {
    const saved = {
      on: ON,
      carer: {},
      children: [{ arrangement: 'private-fostering', childBenefitClaimed: true, age: 9 }],
    }
    const { interview } = resume(saved)
    expect(toSituation(interview, questions).children[0]).toMatchObject({
      arrangement: 'private-fostering',
      childBenefitClaimed: true,
    })
  })

  it('is refused whole where it is of another version or contradicts itself', () => {
    const kindOf = (data: unknown) => {
      const resumed = resumeInterview(data, { kinds, questions }, ON, rulebook)
      return 'kind' in resumed ? resumed.kind : 'taken'
    }
    expect(kindOf(null)).toBe('not-a-situation')
    expect(kindOf({ children: 'many' })).toBe('not-a-situation')
    expect(kindOf({ schema: 'holdfast/situation@2', children: [{}] })).toBe('other-version')
    expect(kindOf({ on: ON, children: [{ age: 3, since: '2010-01-01' }] })).toBe('contradictory')
    expect(kindOf({ schema: 'holdfast/situation@1', children: [{}] })).toBe('taken')
  })

  it('leaves out what cannot be, and says so', () => {
    const { interview, leftOut } = resume({
      on: ON,
      area: 'Atlantis',
      children: [{ born: '2031-01-01', arrangement: 'crown' }],
    })
    expect(leftOut.map(({ path }) => path)).toEqual(['children[0].arrangement', 'area', 'born'])
    expect(toSituation(interview, questions)).toMatchObject({ area: null, children: [{}] })
  })

  it.each(['2020-12-31', '2150-01-01', 'yesterday'])('does not take %s for the day it was saved', (on) => {
    const { interview, leftOut } = resume({ on, children: [{ arrangement: 'special-guardianship' }] })
    expect(leftOut.map(({ path }) => path)).toEqual(['on'])
    expect(interview.on).toBe(ON)
  })
})

describe('another order beside the own', () => {
  const situation = {
    on: '2025-06-01',
    area: 'Leeds',
    carer: { relationship: 'grandparent' },
    children: [{ arrangement: 'kinship-foster', age: 9 }],
  }
  const answerOf = (data: unknown) => answerSituation(data, rulebook)
  const shifts = (arrangement: 'special-guardianship' | 'informal') =>
    Object.fromEntries(
      compareAnswers(answerOf(situation), answerOf(asIfUnder(situation, arrangement))).map(
        ({ before, shift }) => [before.support, shift],
      ),
    )

  it('tells a foster carer what a special guardianship order would take and give', () => {
    expect(shifts('special-guardianship')).toMatchObject({
      'weekly-allowance': 'loss',
      'child-benefit': 'gain',
      'parental-responsibility': 'gain',
      'pupil-premium-plus': 'same',
      'therapy-fund': 'gain',
    })
  })

  it('counts a child who leaves foster care for an order as in care before, and for no order not', () => {
    expect(asIfUnder(situation, 'special-guardianship').children[0]).toMatchObject({
      previouslyLookedAfter: true,
    })
    expect(asIfUnder(situation, 'informal').children[0]).toEqual({ arrangement: 'informal', age: 9 })
    expect(shifts('informal')).toMatchObject({ 'pupil-premium-plus': 'loss' })
  })

  it('leaves the old paper behind', () => {
    const from = {
      ...situation,
      children: [
        {
          arrangement: 'child-arrangements',
          orderDate: '2024-01-01',
          orderNamesParent: true,
          route: 'private',
          age: 9,
        },
      ],
    }
    expect(asIfUnder(from, 'special-guardianship').children[0]).toEqual({
      arrangement: 'special-guardianship',
      age: 9,
    })
  })
})
