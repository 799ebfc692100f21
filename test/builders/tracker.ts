/** A small tracker about rivers with every kind of record, and states made from content text. */
import {
  type Content,
  checkContent,
  createMemoryReader,
  describeProblem,
  eventsFromContent,
  foldEvents,
  parseContent,
  type Synonyms,
  type TrackerEvent,
  type TrackerReader,
  type TrackerSettings,
  type TrackerState,
} from '../../src/tracker/index.ts'

export interface BuiltTracker {
  readonly state: TrackerState
  readonly settings: TrackerSettings
  readonly events: readonly TrackerEvent[]
  readonly reader: TrackerReader
}

/** Throws with every problem when the content is wrong: a test must not rest on content that could not be published. */
export function aTracker(...texts: readonly string[]): BuiltTracker {
  return build(parseContent(texts.map((text, at) => ({ path: `part-${at + 1}.yaml`, text }))))
}

export function build(content: Content, synonyms: Synonyms = []): BuiltTracker {
  // A record made before these were refused may hold them, and what it shows must be safe.
  const isRefusedNow = (problem: string) => problem.includes('a character that nobody sees')
  const problems = [...content.problems, ...checkContent(content)]
    .map(describeProblem)
    .filter((problem) => !isRefusedNow(problem))
  if (content.settings === null || problems.length > 0) throw new Error(problems.join('\n'))
  const recording = { recordedAt: '2026-01-31T00:00:00.000Z', by: 'editor', reason: 'A test' }
  const { settings } = content
  const events = eventsFromContent(content, foldEvents([]), recording)
  return {
    settings,
    events,
    state: foldEvents(events),
    reader: createMemoryReader({ events, synonyms }),
  }
}

export const RIVER_TRACKER = `
tracker:
  id: rivers
  title: Rivers
  summary: What was promised about clean rivers.
  place: Wales
  keeper: The example's editors.
  recordedOn: 2026-01-31
  rulebook: england
  verdicts:
    - { id: good, label: Good, shape: full-disc, meaning: It was done. }
    - { id: bad, label: Bad, shape: open-ring, meaning: It was not done. }
sources:
  - { id: PLAN, title: The river plan, publisher: Water Office, address: https://example.org/plan, published: 2023-03-01, kind: plan, seen: whole }
  - { id: SPEECH, title: A speech on rivers, publisher: Water Office, address: https://example.org/speech, published: 2024-05, kind: speech, seen: excerpt }
  - { id: LETTER, title: A letter without a day, publisher: Anglers, address: https://example.org/letter, published: null, publishedNote: It carries no day., kind: letter, seen: whole }
organisations:
  - { id: office, name: The Water Office, kind: department, what: Looks after rivers., cites: [{ source: PLAN }] }
  - { id: anglers, name: The Anglers, kind: charity, what: Speaks for people who fish., cites: [{ source: LETTER }] }
governments:
  - { id: first, name: First government, from: 2020-01-01, to: 2024-07-05, cites: [{ source: PLAN }] }
  - { id: second, name: Second government, from: 2024-07-05, to: null, cites: [{ source: SPEECH }] }
topics:
  - { id: sewage, formerIds: [spills], title: Sewage in rivers, order: 1, summary: Whether less sewage is spilled., whyItMatters: People swim there., cites: [{ source: PLAN }] }
  - { id: fish, title: Fish, order: 2, summary: Whether fish can pass., whyItMatters: Salmon must climb., cites: [{ source: PLAN }] }
recommendations:
  - { id: rec-stop, topics: [sewage], by: anglers, on: 2022-06-01, part: Chapter 1, text: Stop all spills by law., covers: All rivers., leavesOut: Lakes., cites: [{ source: LETTER, at: p. 2, quote: stop the spills }] }
asks:
  - { id: ask-count, topics: [sewage], by: anglers, owner: office, on: 2023-01-15, act: Count every spill., dueBy: null, test: A public count exists., state: met, stateOn: 2024-06-01, stateReason: The count began., cites: [{ source: LETTER }] }
decisions:
  - { id: dec-stop, answers: [rec-stop], by: office, on: 2023-03-01, reply: accepted-in-part, text: Some spills will be stopped., cites: [{ source: PLAN }] }
commitments:
  - id: stop-spills
    title: Fewer spills
    topics: [sewage]
    by: office
    answers: [rec-stop]
    versions:
      - { on: 2023-03-01, government: first, strength: legislate, text: A law will stop spills in all rivers., dueBy: spring 2024, money: { pounds: 2000000 }, qualifies: { groups: [swimmers, boaters], text: Swimmers and boaters. }, cites: [{ source: PLAN }] }
      - { on: 2024, government: first, strength: consult, text: People are asked about a law., cites: [{ source: SPEECH }] }
      - { on: 2024-10-01, government: second, strength: pilot, text: A trial will stop spills in two rivers., dueBy: 2025-06-30, money: { pounds: 1000000 }, places: { most: 2, named: [Tawe, Usk] }, qualifies: { groups: [swimmers], text: Swimmers only. }, cites: [{ source: SPEECH }] }
  - { id: fish-ladders, title: Ladders for fish, topics: [fish], by: office, versions: [{ on: 2023-03-01, government: first, strength: commit, text: Ladders are built., cites: [{ source: PLAN }] }] }
inheritances:
  - { id: pass-spills, commitment: stop-spills, government: second, on: 2024-10-01, fate: restated, text: The law became a trial., cites: [{ source: SPEECH }] }
delivery:
  - { id: spills-budget, commitments: [stop-spills], topics: [sewage], on: 2023-06-01, kind: budget, delivery: announced, text: Money was set aside., confidence: high, cites: [{ source: PLAN }] }
  - { id: spills-unclear, commitments: [stop-spills], topics: [sewage], on: 2025-07-01, kind: publication, delivery: cannot-be-judged, text: A page tells of the trial., missing: The day it began., confidence: low, cites: [{ source: SPEECH }] }
looks:
  - { id: look-ladders, commitment: fish-ladders, on: 2025-12-01, places: [the public register], found: nothing }
assessments:
  - { id: judged-2024, topic: sewage, by: anglers, on: 2024-01-10, verdict: bad, isInferred: true, statedAs: slow, reason: Not one spill was stopped., confidence: medium, interest: It is paid to count spills., cites: [{ source: LETTER }] }
  - { id: judged-2026, topic: sewage, by: office, on: 2026-01-20, verdict: good, isInferred: false, reason: The trial is there., confidence: low, cites: [{ source: SPEECH }] }
positions:
  - { id: anglers-on-plan, organisation: anglers, topics: [sewage], on: 2023-03-05, stance: wants-more, text: Two rivers are too few., cites: [{ source: LETTER }] }
groups:
  - { id: swimmers, name: Swimmers, plain: People who swim., order: 1 }
  - { id: boaters, name: Boaters, plain: People who row., order: 2 }
supports:
  - { id: hotline, name: A hotline, plain: A number to call., topic: sewage, order: 1 }
  - { id: alerts, name: Alerts, plain: A message when the water is bad., topic: sewage, order: 2 }
coverage:
  - { group: swimmers, support: alerts, from: 2023-03-01, state: conditional, condition: Only by the sea., cites: [{ source: PLAN }] }
  - { group: swimmers, support: alerts, from: 2024-10-01, state: included, text: On every beach., cites: [{ source: SPEECH }] }
  - { group: boaters, support: alerts, from: 2023-03-01, state: excluded, text: Boats are not named., cites: [{ source: PLAN }] }
deadlines:
  - { id: law-2024, title: The law is passed, topics: [sewage], commitment: stop-spills, by: office, words: spring 2024, due: spring 2024, met: null, outcome: superseded, text: A trial took its place., cites: [{ source: PLAN }] }
  - { id: trial-2025, title: The trial ends, topics: [sewage], commitment: stop-spills, by: office, words: by 30 June 2025, due: 2025-06-30, met: null, outcome: missed, text: No end was told., cites: [{ source: SPEECH }] }
  - { id: count-2023, title: The count begins, topics: [sewage], by: office, words: in 2024, due: 2024, met: 2024-06-01, outcome: kept, text: It began in June., cites: [{ source: PLAN }] }
  - { id: ladders-someday, title: Ladders are ready, topics: [fish], by: office, words: in good time, due: null, met: null, outcome: open, text: No day was named., cites: [{ source: PLAN }] }
indicators:
  - { id: spills, title: Spills, counts: Spills of more than an hour., unit: spills, place: Wales, series: [{ period: 2022, value: 1200, cites: [{ source: PLAN }] }, { period: 2024, value: 900, cites: [{ source: SPEECH }] }] }
programmes:
  - { id: clear-water, name: Clear Water, topics: [sewage], what: A fund for cleaner rivers., cites: [{ source: SPEECH }] }
conflicts:
  - { id: how-many, question: How many spills were there?, detail: The plan says 1200 and the letter 1500., topics: [sewage], cites: [{ source: PLAN }, { source: LETTER }] }
`
