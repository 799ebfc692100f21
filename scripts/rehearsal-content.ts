// An invented tracker with every kind of record, for rehearsals alone: nothing in it was ever promised.
export const CONTENT = `
tracker:
  id: lanterns
  title: Lanterns
  summary: What was promised about lanterns on footpaths.
  place: Nowhere
  keeper: A rehearsal.
  recordedOn: 2026-01-31
  verdicts:
    - { id: lit, label: Lit, shape: full-disc, meaning: The path is lit. }
    - { id: dark, label: Dark, shape: open-ring, meaning: The path is dark. }
sources:
  - { id: PLAN, title: A plan for lanterns, publisher: Office of Paths, address: https://example.org/plan, published: 2023-03-01, kind: plan, seen: whole }
  - { id: TALK, title: A talk on lanterns, publisher: Office of Paths, address: https://example.org/talk, published: 2024-05, kind: speech, seen: excerpt }
  - { id: NOTE, title: A note without a day, publisher: Night walkers, address: https://example.org/note, published: null, publishedNote: It has no day., kind: letter, seen: whole }
organisations:
  - { id: paths, name: Office of Paths, kind: department, what: Keeps the footpaths., cites: [{ source: PLAN }] }
  - { id: walkers, name: Night walkers, kind: charity, what: Walks at night., cites: [{ source: NOTE }] }
governments:
  - { id: first, name: First government, from: 2020-01-01, to: 2024-07-05, cites: [{ source: PLAN }] }
  - { id: second, name: Second government, from: 2024-07-05, to: null, cites: [{ source: TALK }] }
topics:
  - { id: light, formerIds: [lamps], title: Light on paths, order: 1, summary: Whether paths are lit., whyItMatters: People trip in the dark., cites: [{ source: PLAN }] }
  - { id: oil, title: Oil, order: 2, summary: Whether there is oil., whyItMatters: A lantern burns it., cites: [{ source: PLAN }] }
recommendations:
  - { id: rec-light, topics: [light], by: walkers, on: 2022-06-01, part: Chapter 1, text: Light every path by law., covers: Every path., leavesOut: Roads., cites: [{ source: NOTE, at: p. 2, quote: light the paths }] }
asks:
  - { id: ask-count, topics: [light], by: walkers, owner: paths, on: 2023-01-15, act: Count the lanterns., dueBy: null, test: A count is published., state: met, stateOn: 2024-06-01, stateReason: They were counted., cites: [{ source: NOTE }] }
decisions:
  - { id: dec-light, answers: [rec-light], by: paths, on: 2023-03-01, reply: accepted-in-part, text: Some paths will be lit., cites: [{ source: PLAN }] }
commitments:
  - id: light-paths
    title: Lit paths
    topics: [light]
    by: paths
    answers: [rec-light]
    versions:
      - { on: 2023-03-01, government: first, strength: legislate, text: A law will light every path., dueBy: spring 2024, money: { pounds: 2000000 }, qualifies: { groups: [runners, readers], text: Runners and readers. }, cites: [{ source: PLAN }] }
      - { on: 2024, government: first, strength: consult, text: Walkers are asked about a law., cites: [{ source: TALK }] }
      - { on: 2024-10-01, government: second, strength: pilot, text: A trial will light two paths., dueBy: 2025-06-30, money: { pounds: 1000000 }, places: { most: 2, named: [Upper, Lower] }, qualifies: { groups: [runners], text: Runners only. }, cites: [{ source: TALK }] }
  - { id: oil-store, title: A store of oil, topics: [oil], by: paths, versions: [{ on: 2023-03-01, government: first, strength: commit, text: A store is built., cites: [{ source: PLAN }] }] }
inheritances:
  - { id: pass-light, commitment: light-paths, government: second, on: 2024-10-01, fate: restated, text: A trial came in place of the law., cites: [{ source: TALK }] }
delivery:
  - { id: light-budget, commitments: [light-paths], topics: [light], on: 2023-06-01, kind: budget, delivery: announced, text: There is money for it., confidence: high, cites: [{ source: PLAN }] }
  - { id: light-unclear, commitments: [light-paths], topics: [light], on: 2025-07-01, kind: publication, delivery: cannot-be-judged, text: A page names the trial., missing: When it began., confidence: low, cites: [{ source: TALK }] }
looks:
  - { id: look-oil, commitment: oil-store, on: 2025-12-01, places: [the list of stores], found: nothing }
assessments:
  - { id: judged-2024, topic: light, by: walkers, on: 2024-01-10, verdict: dark, isInferred: true, statedAs: gloomy, reason: No path is lit., confidence: medium, interest: It sells lanterns., cites: [{ source: NOTE }] }
  - { id: judged-2026, topic: light, by: paths, on: 2026-01-20, verdict: lit, isInferred: false, reason: Two paths are lit., confidence: low, cites: [{ source: TALK }] }
positions:
  - { id: walkers-on-plan, organisation: walkers, topics: [light], on: 2023-03-05, stance: wants-more, text: Two paths are few., cites: [{ source: NOTE }] }
groups:
  - { id: runners, name: Runners, plain: People who run., order: 1 }
  - { id: readers, name: Readers, plain: People who read., order: 2 }
supports:
  - { id: map, name: A map, plain: A map of lit paths., topic: light, order: 1 }
  - { id: lamp, name: A lamp, plain: A lamp to borrow., topic: light, order: 2 }
coverage:
  - { group: runners, support: lamp, from: 2023-03-01, state: conditional, condition: Only in winter., cites: [{ source: PLAN }] }
  - { group: runners, support: lamp, from: 2024-10-01, state: included, text: All the year., cites: [{ source: TALK }] }
  - { group: readers, support: lamp, from: 2023-03-01, state: excluded, text: Readers are not named., cites: [{ source: PLAN }] }
deadlines:
  - { id: law-2024, title: The law is passed, topics: [light], commitment: light-paths, by: paths, words: spring 2024, due: spring 2024, met: null, outcome: superseded, text: A trial took its place., cites: [{ source: PLAN }] }
  - { id: trial-2025, title: The trial ends, topics: [light], commitment: light-paths, by: paths, words: by 30 June 2025, due: 2025-06-30, met: null, outcome: missed, text: Nobody told its end., cites: [{ source: TALK }] }
  - { id: count-2024, title: The count begins, topics: [light], by: paths, words: in 2024, due: 2024, met: 2024-06-01, outcome: kept, text: It began., cites: [{ source: PLAN }] }
  - { id: oil-someday, title: The store opens, topics: [oil], by: paths, words: in good time, due: null, met: null, outcome: open, text: It has no day., cites: [{ source: PLAN }] }
indicators:
  - { id: lanterns, title: Lanterns, counts: Lanterns that burn., unit: lanterns, place: Nowhere, series: [{ period: 2022, value: 120, cites: [{ source: PLAN }] }, { period: 2024, value: 90, cites: [{ source: TALK }] }] }
programmes:
  - { id: bright, name: Bright Paths, topics: [light], what: A fund for lanterns., cites: [{ source: TALK }] }
conflicts:
  - { id: how-many, question: How many lanterns burn?, detail: The plan says 120 and the note 150., topics: [light], cites: [{ source: PLAN }, { source: NOTE }] }
`
