import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../model/index.ts'
import { foldEvents } from '../fold.ts'
import { checkContent } from './check-content.ts'
import { changesFromContent, eventsFromContent } from './content-events.ts'
import { parseContent } from './parse-content.ts'
import { describeProblem } from './problem.ts'

const settings = `
tracker:
  id: rivers
  title: Rivers
  summary: What was promised about clean rivers.
  place: England
  keeper: The example's editors
  recordedOn: 2026-01-31
  verdicts:
    - { id: good, label: Good, shape: full-disc, meaning: It was done. }
    - { id: bad, label: Bad, shape: open-ring, meaning: It was not done. }
sources:
  - { id: PLAN, title: The river plan, publisher: A department, address: https://example.org/plan, published: 2025-03, kind: plan, seen: whole }
organisations:
  - { id: department, name: The department, kind: department, what: Looks after rivers., cites: [{ source: PLAN }] }
governments:
  - { id: first, name: The first government, from: 2024-07-05, to: null, cites: [{ source: PLAN }] }
topics:
  - { id: sewage, title: Sewage, order: 1, summary: Less sewage in rivers., whyItMatters: People swim there., cites: [{ source: PLAN }] }
`

const parse = (...texts: string[]) =>
  parseContent(texts.map((text, at) => ({ path: at === 0 ? 'tracker.yaml' : `more-${at}.yaml`, text })))

const problemsOf = (text: string) => {
  const content = parse(settings, text)
  return [...content.problems, ...checkContent(content)].map(describeProblem)
}

describe('content that is right', () => {
  it('is read whole and has no problems', () => {
    const content = parse(settings)
    expect(content.problems).toEqual([])
    expect(checkContent(content)).toEqual([])
    expect(content.records.map((record) => `${record.type} ${record.id}`)).toEqual([
      'source PLAN',
      'organisation department',
      'government first',
      'topic sewage',
    ])
  })
})

describe('content that is wrong says file, line, what and how to put it right', () => {
  it.each([
    [
      'an unknown kind',
      'pledges:\n  - id: a',
      ['more-1.yaml:2: "pledges" is not a kind of record. Use one of: tracker,'],
    ],
    ['a list that is none', 'topics: sewage', ['more-1.yaml:1: "topics" is not a list.']],
    ['broken YAML', 'topics:\n  - id: "a', ['more-1.yaml:2: not readable as YAML']],
    [
      'a date that cannot be',
      'governments:\n  - id: second\n    name: Second\n    from: 2023-02-30\n    to: null\n    cites: [{ source: PLAN }]',
      ['more-1.yaml:4: "from": "2023-02-30" is not a day'],
    ],
    [
      'a missing source',
      'programmes:\n  - { id: p, name: P, what: A thing., cites: [] }',
      ['more-1.yaml:2: "cites": name at least one source'],
    ],
    [
      'an unknown source',
      'programmes:\n  - { id: p, name: P, what: A thing., cites: [{ source: NO }] }',
      ['more-1.yaml:2: programme "p" cites source "NO", which is not there.'],
    ],
    [
      'an unknown field',
      'programmes:\n  - { id: p, name: P, what: A thing., colour: red, cites: [{ source: PLAN }] }',
      ['more-1.yaml:2: "colour" is no field of this record. There are: id, name, topics,'],
    ],
    [
      'an unknown topic',
      'conflicts:\n  - { id: c, question: How many?, detail: They differ., topics: [fish], cites: [{ source: PLAN }] }',
      ['"topics" names topic "fish", which is not there.'],
    ],
    [
      'an id given twice',
      'topics:\n  - { id: sewage, title: Again, order: 2, summary: Same., whyItMatters: Why., cites: [{ source: PLAN }] }',
      ['topic "sewage" is there twice.'],
    ],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text).join('\n')
    for (const words of expected) expect(problems).toContain(words)
  })

  it.each([
    ['a zero byte', String.raw`"A \0 thing."`, 'U+0000'],
    ['letters turned around', String.raw`"A \u202Egniht."`, 'U+202E'],
    ['half a character', String.raw`"A \uD83D thing."`, 'U+D83D'],
    ['a bell, as it is', 'A \u0007 thing.', 'U+0007'],
  ])('%s, which nobody sees', (_, what, name) => {
    const programme = `programmes:\n  - id: p\n    name: P\n    what: ${what}\n    cites: [{ source: PLAN }]`
    expect(problemsOf(programme)).toEqual([
      `more-1.yaml:4: programme "p" "what" holds a character that nobody sees (${name}). Take it out, or type the text again.`,
    ])
  })

  it('letters of every script, emoji and several lines are no such thing', () => {
    const what = 'A\\tthing — “für” שלום مرحبا 👩‍👧‍👦\\nof lines'
    expect(
      problemsOf(`programmes:\n  - { id: p, name: P, what: "${what}", cites: [{ source: PLAN }] }`),
    ).toEqual([])
  })

  const beginning = (settingsText: string, latest: string | null) =>
    checkContent(parse(settingsText), latest === null ? null : parsePlainDate(latest)).map(describeProblem)

  it('a tracker brought up to a day to come', () => {
    expect(beginning(settings, '2026-01-31')).toEqual([])
    expect(beginning(settings, null)).toEqual([])
    expect(beginning(settings, '2026-01-30')).toEqual([
      'tracker.yaml:8: "recordedOn" is 2026-01-31, a day to come. Write the day on which you last went through everything, or put the clock of this machine right.',
    ])
  })

  it('a scale with the same step twice', () => {
    expect(beginning(settings.replace('id: bad', 'id: good'), null)).toEqual([
      'tracker.yaml:11: "verdicts" has "good" twice. Give each step its own id.',
    ])
    expect(beginning(settings.replace('label: Bad', 'label: Good'), null)).toEqual([
      'tracker.yaml:11: "verdicts" has "Good" twice. Give each step its own label.',
    ])
  })

  it('a reply to what was not yet said', () => {
    const text = (on: string) => `recommendations:
  - { id: r, topics: [sewage], by: department, on: 2025-05-20, part: One, text: Stop it., cites: [{ source: PLAN }] }
decisions:
  - { id: d, answers: [r], by: department, on: ${on}, reply: noted, text: It was noted., cites: [{ source: PLAN }] }`
    expect(problemsOf(text('2025-05-20'))).toEqual([])
    expect(problemsOf(text('2025'))).toEqual([])
    expect(problemsOf(text('2025-04'))).toEqual([
      'more-1.yaml:4: decision "d" is dated 2025-04, before recommendation "r" (2025-05-20), which it answers. Check the two days, or take the id out of "answers".',
    ])
  })

  const promise = (version: string) =>
    `commitments:\n  - { id: c, title: A promise, topics: [sewage], by: department, versions: [{ on: 2025-06, government: first, text: It was said., cites: [{ source: PLAN }], ${version} }] }`

  it.each([
    [
      'strength: fnud',
      '"versions 1 strength" is "fnud". Did you mean "fund"? Use one of: in-force, legislate,',
    ],
    ['strength: ', '"versions 1 strength" is empty. Use one of: in-force,'],
    ['strenght: fund, strength: fund', 'Did you mean "strength"? There are: on, government, strength,'],
    ['strength: fund, money: { pounds: 400,000 }', 'Write numbers without commas, such as 400000'],
    [
      'strength: fund, money: { pounds: lots }',
      '"versions 1 money pounds" is "lots". Write a number in digits',
    ],
    ['strength: fund, money: { pounds: -5 }', '"versions 1 money pounds" is -5. Give a number from 0 on.'],
    ['strength: fund, places: { most: 0 }', '"versions 1 places most" is 0. Give a number above 0.'],
    ['strength: fund, leavesOut: 2026', '"versions 1 leavesOut" is 2026. Write words; in quotes where'],
    [
      'strength: fund, leavesOut: no',
      '"versions 1 leavesOut" is "no", which is too short. Write at least 3 letters.',
    ],
    [
      'strength: fund, qualifies: everyone',
      '"versions 1 qualifies" is "everyone". Write fields with their values',
    ],
  ])('a version of a promise with %s', (version, expected) => {
    const problems = problemsOf(promise(version))
    expect(problems.join('\n')).toContain(expected)
    expect(problems.join('\n')).toMatch(/^more-1\.yaml:2: /)
    expect(problems).toHaveLength(1)
  })

  it('what is missing, and an address that is none', () => {
    expect(
      problemsOf(
        'sources:\n  - { id: A, publisher: Us, address: www.example.org, published: null, kind: plan, seen: whole }',
      ),
    ).toEqual([
      'more-1.yaml:2: "title" is missing. Add it. docs/model.md gives the shape of each record.',
      'more-1.yaml:2: "address" is "www.example.org". Write the whole address, such as https://example.org/report.',
    ])
  })

  it('one mistake once: who names a record that does not fit its shape is not wrong about that', () => {
    const look = 'looks:\n  - { id: l, commitment: c, on: 2025-07-01, places: [its pages], found: nothing }'
    expect(problemsOf(`${promise('strength: fnud')}\n${look}`)).toHaveLength(1)
    const content = parse(settings, 'commitments:\n  - id: "c', look)
    expect([...content.problems, ...checkContent(content)].map(describeProblem)).toEqual([
      expect.stringMatching(/^more-1\.yaml:2: not readable as YAML: [^0-9]+ not closed\. Close it/),
    ])
  })

  it.each([
    [
      'asks:\n  - { id: a, topics: [sewage], by: department, owner: department, on: 2025-06, act: Count it., dueBy: 2025-01, test: A count., state: open, cites: [{ source: PLAN }] }',
      'ask "a" was due before it was asked.',
    ],
    [
      'asks:\n  - { id: a, topics: [sewage], by: department, owner: department, on: 2025-06, act: Count it., dueBy: null, test: A count., state: met, cites: [{ source: PLAN }] }',
      'ask "a" is "met", and does not say how that is known. Fill "stateReason"',
    ],
    [
      'governments:\n  - { id: second, name: The second, from: 2024-07-05, to: 2019-01-01, cites: [{ source: PLAN }] }',
      'government "second" ends before it begins.',
    ],
    [
      promise('strength: fund').replace('2025-06', 'spring 2024'),
      'commitment "c" version 1 is dated spring 2024, before government "first" began (2024-07-05).',
    ],
    [
      'topics:\n  - { id: rivers, formerIds: [sewage], title: Rivers, order: 2, summary: Rivers., whyItMatters: Why., cites: [{ source: PLAN }] }',
      '"formerIds" holds "sewage", which is the id of another topic. Take it out.',
    ],
    [
      'organisations:\n  - { id: office, formerIds: [bureau, department], name: The office, kind: office, what: It works., cites: [{ source: PLAN }] }',
      '"formerIds" holds "department", which is the id of another organisation.',
    ],
  ])('days and ids that cannot be: %s', (text, expected) => {
    const problems = problemsOf(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('words of a government after its end', () => {
    const ended = settings.replace('to: null', 'to: 2025-01-01')
    const content = parse(ended, promise('strength: fund'))
    expect(checkContent(content).map(describeProblem)).toEqual([
      'more-1.yaml:2: commitment "c" version 1 is dated 2025-06, after government "first" ended (2025-01-01). Check the day, or name the government of that day.',
    ])
  })

  it('an announcement that is taken for delivery', () => {
    const event = (kind: string, delivery: string) =>
      `delivery:\n  - { id: e, commitments: [], topics: [sewage], on: 2025-06, kind: ${kind}, delivery: ${delivery}, text: It was said., confidence: high, cites: [{ source: PLAN }] }`
    expect(problemsOf(event('announcement', 'delivered')).join()).toContain(
      'An announcement is not an action',
    )
    expect(problemsOf(event('budget', 'partly-delivered')).join()).toContain(
      'a budget does not prove its promise',
    )
    expect(problemsOf(event('money-paid', 'partly-delivered'))).toEqual([])
  })

  it.each([
    ['met: null, outcome: missed, unmetOn: 2024-09', ''],
    ['met: 2024-08-01, outcome: missed', 'is "missed", but has a day on which it was met'],
    ['met: 2024-05-01, outcome: open', 'is "open", but has a day on which it was met'],
    ['met: 2024-05-01, outcome: unknown', 'is "unknown", but has a day on which it was met'],
    ['met: 2024-08-01, outcome: superseded', 'Remove "met", or set the outcome to kept or late.'],
    ['met: null, outcome: open, unmetOn: 2024-09', 'is "open", but says when it was still unmet'],
    ['met: null, outcome: missed, unmetOn: 2024-05', 'on a day that is not after its last day'],
  ])('a deadline with %s', (fields, expected) => {
    const problems = problemsOf(
      `deadlines:\n  - { id: d, title: A plan, topics: [sewage], by: department, words: spring 2024, due: spring 2024, ${fields}, text: It was due., cites: [{ source: PLAN }] }`,
    )
    expect(problems.join()).toContain(expected)
    expect(problems).toHaveLength(expected === '' ? 0 : 1)
  })

  it.each([
    ['due: 2025-12-31, met: null, outcome: open', []],
    ['due: 2025-06, met: 2025-06, outcome: kept', []],
    [
      'due: 2015-12-31, met: null, outcome: unknown',
      ['is due before its promise "c" was first made (2025-06)'],
    ],
    [
      'due: 2025-12-31, met: 2025-01, outcome: kept',
      ['was met before its promise "c" was first made (2025-06)'],
    ],
  ])('a deadline of a promise with %s', (fields, expected) => {
    const deadline = `deadlines:\n  - { id: d, title: A plan, topics: [sewage], commitment: c, by: department, words: then, ${fields}, text: It was due., cites: [{ source: PLAN }] }`
    const problems = checkContent(parse(settings, promise('strength: fund'), deadline)).map(describeProblem)
    expect(problems.map((problem) => /"d" (.*?)\. /.exec(problem)?.[1])).toEqual(expected)
  })

  it('an empty list where one must be named', () => {
    const reply =
      'decisions:\n  - { id: d, answers: [], by: department, on: 2025, reply: noted, text: It was said., cites: [{ source: PLAN }] }'
    expect(problemsOf(reply)).toEqual([
      'more-1.yaml:2: "answers" is an empty list. Name at least one. docs/model.md gives the shape of each record.',
    ])
  })

  it('a verdict of another scale that is shown as one of this', () => {
    const assessment = (inferred: boolean) =>
      `assessments:\n  - { id: a, topic: sewage, by: department, on: 2025, verdict: good, statedAs: fair progress, isInferred: ${inferred}, reason: It said so., confidence: high, cites: [{ source: PLAN }] }`
    expect(problemsOf(assessment(false)).join()).toContain('places "fair progress", a word of another scale')
    expect(problemsOf(assessment(true))).toEqual([])
  })

  it('a verdict whose id is as short as the scale allows is none of them', () => {
    const scale = settings.replace('id: good,', 'id: ok,')
    const text =
      'assessments:\n  - { id: a, topic: sewage, by: department, on: 2025, verdict: ok, isInferred: false, reason: It said so., confidence: high, cites: [{ source: PLAN }] }'
    const content = parse(scale, text)
    expect([...content.problems, ...checkContent(content)].map(describeProblem)).toEqual([])
  })

  it('a record from after the content was brought up to date', () => {
    const late =
      'positions:\n  - { id: p, organisation: department, topics: [sewage], on: 2026-05, stance: observes, text: Said so., cites: [{ source: PLAN }] }'
    expect(problemsOf(late).join()).toContain('after the content was brought up to date (2026-01-31)')
  })

  it('what was said, met or published after that day', () => {
    const told = (text: string) => problemsOf(text).map((problem) => problem.split(' is dated ')[0])
    const late = promise('strength: fund').replace('2025-06', '2026-06')
    const met = `deadlines:\n  - id: d\n    title: A plan\n    topics: [sewage]\n    by: department\n    words: in 2026\n    due: 2026\n    met: 2026-06\n    outcome: kept\n    text: It was met.\n    cites: [{ source: PLAN }]`
    const source = `sources:\n  - { id: NEW, title: New, publisher: Us, address: https://example.org/, published: 2026-07, kind: plan, seen: whole }`
    expect(told(late)).toEqual(['more-1.yaml:2: commitment "c"'])
    expect(told(met)).toEqual(['more-1.yaml:8: deadline "d"'])
    expect(told(source)).toEqual(['more-1.yaml:2: source "NEW"'])
  })

  it('the line of the version, not of its promise', () => {
    const version = (on: string, rest: string) =>
      `\n      - on: ${on}\n        strength: fund\n        text: It was said.\n        ${rest}`
    const text = `commitments:\n  - id: c\n    title: A promise\n    topics: [sewage, fish]\n    by: department\n    versions:${version('2025-06', 'government: first\n        cites: [{ source: PLAN }]')}${version('2025-05', 'government: frist\n        cites:\n          - { source: PLAN }\n          - { source: PLAM }')}`
    expect(problemsOf(text).map((problem) => problem.replace(/\. .*/, ''))).toEqual([
      'more-1.yaml:4: commitment "c" "topics" names topic "fish", which is not there',
      'more-1.yaml:18: commitment "c" cites source "PLAM", which is not there',
      'more-1.yaml:12: commitment "c" version 2 is dated before version 1',
      'more-1.yaml:15: commitment "c" version 2 names government "frist", which is not there',
    ])
  })

  it('one bad record does not hide the others', () => {
    const content = parse(
      settings,
      'programmes:\n  - { id: A B }\n  - { id: fine, name: F, what: A thing., cites: [{ source: PLAN }] }',
    )
    expect(content.records.some((record) => record.id === 'fine')).toBe(true)
    expect(content.problems.length).toBeGreaterThan(0)
  })
})

describe('events from content', () => {
  const recording = {
    recordedAt: '2026-02-01T09:00:00.000Z',
    by: 'editor',
    reason: 'The plan was read again.',
  }
  const first = eventsFromContent(parse(settings), foldEvents([]), recording)

  it('records everything once, and nothing when nothing changed', () => {
    const state = foldEvents(first)
    expect(state.head).toBe(5)
    expect(state.settings?.body.title).toBe(parse(settings).settings?.title)
    expect(state.records.topic.get('sewage')?.body.title).toBe('Sewage')
    expect(eventsFromContent(parse(settings), state, recording)).toEqual([])
  })

  it('corrects what differs and withdraws what is gone, in public', () => {
    const changed = settings
      .replace('title: Sewage', 'title: Sewage in rivers')
      .replace(/governments:[\s\S]*?topics/, 'topics')
    const more = eventsFromContent(parse(changed), foldEvents(first), recording)
    expect(more.map((event) => `${event.sequence} ${event.action} ${event.type} ${event.id}`)).toEqual([
      '6 corrected topic sewage',
      '7 withdrawn government first',
    ])
    const state = foldEvents([...first, ...more])
    expect(state.corrections).toHaveLength(2)
    expect(state.records.government.size).toBe(0)
    expect(state.records.topic.get('sewage')?.events).toHaveLength(2)
  })

  it('gives the tracker as it stood after any number of events', () => {
    for (let count = 0; count <= first.length; count++) {
      const state = foldEvents(first.slice(0, count))
      expect(Object.values(state.records).reduce((sum, records) => sum + records.size, 0)).toBe(
        Math.max(0, count - 1),
      )
      expect(state.settings?.body.recordedOn).toBe(count === 0 ? undefined : '2026-01-31')
    }
  })

  it('keeps what the tracker says of itself, and how it came to say so', () => {
    const renamed = parse(settings.replace('recordedOn: 2026-01-31', 'recordedOn: 2026-02-28'))
    const more = eventsFromContent(renamed, foldEvents(first), recording)
    expect(more.map(({ action, type, reason }) => [action, type, reason])).toEqual([
      ['corrected', 'tracker', recording.reason],
    ])
    const state = foldEvents([...first, ...more])
    expect(state.settings?.body.recordedOn).toBe('2026-02-28')
    expect(state.settings?.events.map(({ sequence }) => sequence)).toEqual([1, 6])
    expect(state.corrections).toEqual(more)
  })

  it('sees no difference in the order of keys, and records again what was withdrawn', () => {
    const read = (text: string) => parse(settings, text)
    const one = 'programmes:\n  - { id: p, name: P, what: A thing., cites: [{ source: PLAN }] }'
    const other = 'programmes:\n  - { cites: [{ source: PLAN }], what: A thing., name: P, id: p }'
    const events = eventsFromContent(read(one), foldEvents([]), recording)
    expect(eventsFromContent(read(other), foldEvents(events), recording)).toEqual([])
    const kept = new Map([['programme p', { sequence: 9, body: null }]])
    const change = changesFromContent(read(one), kept, 'It is back.').find(({ id }) => id === 'p')
    expect(change).toMatchObject({ action: 'recorded', seen: 9, reason: 'It is back.' })
  })

  it('refuses a log with a gap', () => {
    expect(() => foldEvents(first.slice(1))).toThrow('event 2 follows event 0')
  })
})
