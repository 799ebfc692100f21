import { describe, expect, it } from 'vitest'
import { findDeadlines, findTimes, mainDeadline } from './index.ts'

const DATED = { documentDate: '2025-11-20' }

/** text | "the deadline as printed | from | to | precision", with "-" for a side left open */
const FOUND: readonly (readonly [string, string])[] = [
  // Days
  [
    'Bids must be in by midnight on 27 November 2025.',
    'by midnight on 27 November 2025 | - | 2025-11-27 | day',
  ],
  [
    'The portal will close at 11:59pm on 3 February 2026.',
    'at 11:59pm on 3 February 2026 | 2026-02-03 | 2026-02-03 | day',
  ],
  ['Please ask that replies be sent by Friday 12 December.', 'by Friday 12 December | - | 2025-12-12 | day'],
  ['The scheme will open from 9 October.', 'from 9 October | 2026-10-09 | - | day'],
  ['Works to be completed by 30/06/2026.', 'by 30/06/2026 | - | 2026-06-30 | day'],
  ['Progress will be reviewed on 2026-03-01.', 'on 2026-03-01 | 2026-03-01 | 2026-03-01 | day'],
  ['The rules come into force on 1 October 2026.', 'on 1 October 2026 | 2026-10-01 | 2026-10-01 | day'],
  ['We aim to be done by Easter 2026.', 'by Easter 2026 | - | 2026-04-05 | day'],
  ['An update will come before Christmas.', 'before Christmas | - | 2025-12-24 | day'],
  // Months, seasons, quarters
  ['The council should report by March 2026.', 'by March 2026 | 2026-03-01 | 2026-03-31 | month'],
  ['We shall write to the panel in January.', 'in January | 2026-01-01 | 2026-01-31 | month'],
  ['A paper will come out next month.', 'next month | 2025-12-01 | 2025-12-31 | month'],
  [
    'The grant will be paid between April and June 2026.',
    'between April and June 2026 | 2026-04-01 | 2026-06-30 | month',
  ],
  ['We plan to consult in the new year.', 'in the new year | 2026-01-01 | 2026-01-31 | month'],
  ['A strategy will follow in the spring.', 'in the spring | 2026-03-01 | 2026-05-31 | season'],
  [
    'Plans will be in our forthcoming Spring publication.',
    'forthcoming Spring | 2026-03-01 | 2026-05-31 | season',
  ],
  ['The team will start late spring 2026.', 'late spring 2026 | 2026-05-01 | 2026-05-31 | season'],
  ['Visits will begin from the autumn term.', 'from the autumn term | 2025-09-01 | - | season'],
  ['We hope to open it in winter 2026.', 'in winter 2026 | 2026-12-01 | 2027-02-28 | season'],
  ['We expect to print it in Q1 2026.', 'in Q1 2026 | 2026-01-01 | 2026-03-31 | quarter'],
  [
    'It should end by the third quarter of 2026-27.',
    'by the third quarter of 2026-27 | 2026-10-01 | 2026-12-31 | quarter',
  ],
  // Years
  [
    'We will publish the plan by the end of this year.',
    'by the end of this year | 2025-01-01 | 2025-12-31 | year',
  ],
  ['We will test it before the end of 2026.', 'before the end of 2026 | - | 2026-12-31 | year'],
  ['This must be settled before 2027.', 'before 2027 | - | 2026-12-31 | year'],
  ['More is planned for later this year.', 'for later this year | 2025-11-20 | 2025-12-31 | year'],
  ['We will spend it in 2026-27.', 'in 2026-27 | 2026-04-01 | 2027-03-31 | year'],
  ['It will be paid in full this financial year.', 'this financial year | 2025-04-01 | 2026-03-31 | year'],
  [
    'It will run from the start of the 2026/27 academic year.',
    'from the start of the 2026/27 academic year | 2026-09-01 | - | year',
  ],
  ['Rates will rise in the next tax year.', 'in the next tax year | 2026-04-06 | 2027-04-05 | year'],
  ['In early 2026 the board will meet.', 'In early 2026 | 2026-01-01 | 2026-04-30 | year'],
  // Longer and counted
  [
    'We are investing £5 million over the next 10 years.',
    'over the next 10 years | 2025-11-20 | 2035-11-20 | multi-year',
  ],
  [
    'A planned sum of £8m from FY24/25 to end of FY26/27.',
    'from FY24/25 to end of FY26/27 | 2024-04-01 | 2027-03-31 | multi-year',
  ],
  [
    'Staff will be trained over the course of this Parliament.',
    'over the course of this Parliament | 2025-11-20 | 2029-07-09 | multi-year',
  ],
  ['Trusts should reply within three months.', 'within three months | 2025-11-20 | 2026-02-20 | duration'],
  [
    'print a note within three months of the close of the drill;',
    'within three months of the close of the drill | - | - | duration',
  ],
  [
    'Councils should report at least every three years on this.',
    'at least every three years | - | - | duration',
  ],
  ['We want it done by the mid-2030s.', 'by the mid-2030s | 2033-05-01 | 2036-08-31 | multi-year'],
  ['It will go on until at least 2030.', 'until at least 2030 | - | 2030-12-31 | year'],
  ['Firms have until April 2027 to comply.', 'until April 2027 | - | 2027-04-30 | month'],
  [
    'It must be laid before the end of each financial year.',
    'before the end of each financial year | - | - | year',
  ],
  // Words that name no day
  ['We will legislate when parliamentary time allows.', 'when parliamentary time allows | - | - | vague'],
  ['Ministers will respond in due course.', 'in due course | - | - | vague'],
  [
    'The trust should act as soon as reasonably practicable.',
    'as soon as reasonably practicable | - | - | vague',
  ],
  ['In the interim, councils should step in.', 'In the interim | - | - | vague'],
  ['Councils should act in advance of legislation.', 'in advance of legislation | - | - | vague'],
  ['We will lay the rules before the summer recess.', 'before the summer recess | - | - | vague'],
  ['We will say more at the next Spending Review.', 'at the next Spending Review | - | - | vague'],
  ['Ministers should suspend it immediately.', 'immediately | - | - | vague'],
  ['The plan will be refreshed in subsequent years.', 'in subsequent years | - | - | vague'],
  // An account of a promise still ahead
  ['The body has pledged to publish one by 2030.', 'by 2030 | 2030-01-01 | 2030-12-31 | year'],
  ['Funding has been extended to March 2027.', 'to March 2027 | - | 2027-03-31 | month'],
  ['The unit was set up in May and will report next year.', 'next year | 2026-01-01 | 2026-12-31 | year'],
  ['Target date: March 2026', 'March 2026 | 2026-03-01 | 2026-03-31 | month'],
]

describe('findDeadlines', () => {
  it.each(FOUND)('%s', (text, expected) => {
    const found = findDeadlines(text, DATED)
    const rows = found.map((d) => `${d.text} | ${d.from ?? '-'} | ${d.to ?? '-'} | ${d.precision}`)
    expect(rows).toEqual([expected])
  })

  it.each([
    'The survey was published in March 2024.',
    'The survey (printed on 3 June 2025) should be read.',
    'Between 2022 and 2024 the scheme reached nine towns.',
    'In light of the pact signed with its peers in May 2025, the firm should pay.',
    'Courses run for 12 weeks.',
    'A three-year contract will be let.',
    'They will have three months to choose.',
    'Numbers have risen since 2019.',
    'The Fair Homes Act 1986 should be repealed.',
    'The 2016 skills plan should be renewed.',
    'Ministers should read Census 2021.',
    'The body committed in 2019 to do so.',
    'The market is projected to grow until 2033.',
    'It will replace the Winter Fuel Payment.',
    'The panel told us so in the Interim Report.',
    'Shortly after the fire, staff were told.',
    'You may march in London.',
    'Last autumn we asked for views.',
    'Ordered by the House to be printed 18 July 2025.',
    'It should be done within the budget.',
    'The children are six months old.',
    'In 2019 it grew; the following year it shrank.',
    'We had planned to print it in 2026.',
    'At the end of the day, ministers must act.',
    'It is open 24 hours a day.',
    'Fees will stay below the levels in 2030.',
  ])('finds none in: %s', (text) => {
    expect(findDeadlines(text, DATED)).toEqual([])
  })

  it('leaves relative words without days where the document has no date', () => {
    const undated = findDeadlines('We will publish it later this year.', { documentDate: null })
    expect(undated).toMatchObject([{ text: 'later this year', from: null, to: null }])
    const dated = findDeadlines('We will publish it in May 2026.', { documentDate: null })
    expect(dated).toMatchObject([{ from: '2026-05-01', to: '2026-05-31' }])
  })

  it('reads the first verb after an opening time where no date of the document helps', () => {
    const none = { documentDate: null }
    expect(findDeadlines('In July 2024, the Council agreed to a new plan.', none)).toEqual([])
    expect(findDeadlines('Over the course of 2020, the Board for Larch visited boaters.', none)).toEqual([])
    expect(findDeadlines('By July 2024, the Council will agree a new plan.', none)).toHaveLength(1)
    const announced = 'In autumn 2024 we announced funding for locks, and details will follow in due course.'
    expect(findDeadlines(announced, none)).toMatchObject([{ text: 'in due course' }])
  })

  it('takes the promise before a participle where no date of the document helps', () => {
    const none = { documentDate: null }
    const found = findDeadlines('We have committed to mending every lock left on the list by 2030.', none)
    expect(found).toMatchObject([{ text: 'by 2030', to: '2030-12-31' }])
    expect(findDeadlines('Every lock left on the list by 2019 was mended.', none)).toEqual([])
  })

  it('tells a limit from what it is measured against', () => {
    const text = 'Ministers have promised to cut floods to below the levels in 2000 by 2030.'
    expect(findDeadlines(text, { documentDate: null })).toMatchObject([{ text: 'by 2030' }])
  })

  it('finds the time of "will now be publishing" behind brackets', () => {
    const text = 'The Board will now be publishing its reply to the Larch Inquiry (the Inquiry) in May 2026.'
    expect(findDeadlines(text, { documentDate: null })).toMatchObject([{ text: 'in May 2026' }])
  })

  it.each([
    ['We will write to them before the Lakes summit.', 'before the Lakes summit'],
    ['We will think again before a single letter is sent out.', 'before a single letter is sent out'],
    [
      'The Board will publish the map as soon as the date of the vote is known.',
      'as soon as the date of the vote is known',
    ],
    ['We will act once the Bill receives its second reading.', 'once the Bill receives its second reading'],
    ['We will bring an amendment before Report Stage.', 'before Report Stage'],
    ['Harbours should tell us at once.', 'at once'],
    ['From today we will mend every lock.', 'From today'],
  ])('knows times that an event tells: %s', (text, deadline) => {
    expect(findDeadlines(text, DATED)).toMatchObject([{ text: deadline, from: null, to: null }])
  })

  it.each([
    'The plan will be laid before the House.',
    'They gave evidence before the Committee.',
    'Once a form has come in, they will answer it.',
    'Boats were tied up before the summit.',
    'Every boat stops before a lock is opened.',
  ])('takes no place, routine or account for one: %s', (text) => {
    expect(findDeadlines(text, DATED)).toEqual([])
  })

  it('takes an act to come from the caller where the text has no verb of its own', () => {
    const item = 'a response to the panel in spring 2026;'
    expect(findDeadlines(item, DATED)).toEqual([])
    expect(findDeadlines(item, { ...DATED, isUndertaking: true })).toMatchObject([{ text: 'in spring 2026' }])
    expect(findDeadlines('It was set up in 2026.', { ...DATED, isUndertaking: true })).toEqual([])
  })

  it.each([
    ['The change is expected to come into force from 1 May 2023.', ['from 1 May 2023']],
    ['We call on Parliament to act immediately.', ['immediately']],
    [
      'In the run up to the 2026 Senedd elections, we will set targets.',
      ['In the run up to the 2026 Senedd elections'],
    ],
    // What is called for with no act behind it, and what is measured against, set nothing.
    ['We call for calm immediately.', []],
    ['The levy will rise, and be higher than in 2010.', []],
  ])('goes by what carries the act where the document has no date: %s', (text, expected) => {
    const found = findDeadlines(text, { documentDate: null })
    expect(found.map((deadline) => deadline.text)).toEqual(expected)
  })

  it('refuses days that do not exist', () => {
    expect(
      findTimes('We will meet on 31 June 2026.', DATED).filter((time) => time.precision === 'day'),
    ).toEqual([])
  })
})

describe('findTimes', () => {
  it.each([
    ['It was published in May.', 'past', '2025-05-01'],
    ['It ran for 12 weeks.', 'length', null],
    ['Session 2023-24 was short.', 'name', '2023-04-01'],
    ['The fund has £2m for 2026.', 'reference', '2026-01-01'],
  ])('%s', (text, role, from) => {
    expect(findTimes(text, DATED)).toMatchObject([{ role, from }])
  })
})

describe('mainDeadline', () => {
  it('takes days before words without one, and else the first', () => {
    const [vague, day] = findDeadlines(
      'We will do so as soon as possible, and by 1 May at the latest.',
      DATED,
    )
    expect(mainDeadline([vague, day].filter((deadline) => deadline !== undefined))).toBe(day)
    expect(mainDeadline([])).toBeNull()
  })
})
