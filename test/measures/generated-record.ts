// A record of any size, the same for the same seed, shaped as trackers are: topics of very unequal size, in each
// recommendations and asks, replies to them, promises said again and again, what was done, and verdicts.
//
// A statement is one dated thing that somebody said or did, with its words and its sources: a recommendation, an ask, a
// reply, one version of a promise, a delivery event, a verdict, a position, a deadline, or what a new government did
// with a promise. Topics, organisations, sources, governments and groups come on top and are not counted.
import type { Change } from '../../src/ledger/index.ts'
import { RECORD_SCHEMAS, type RecordType } from '../../src/tracker/index.ts'

const KINDS = ['department', 'charity', 'council', 'regulator', 'research', 'sector-body'] as const
const REPLIES = ['accepted', 'accepted-in-part', 'accepted-in-principle', 'noted', 'rejected'] as const
const STRENGTHS = ['explore', 'consult', 'pilot', 'commit', 'fund', 'legislate', 'in-force'] as const
const ONSETS = [
  'b',
  'br',
  'c',
  'cl',
  'd',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo', 'ou']
const CODAS = ['', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'st', 'ck']

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Places from 0, the first ones far more often: the share of place n falls with n to the power of `slope`. */
function createPick(count: number, slope: number, random: () => number): () => number {
  const ends = new Float64Array(count)
  let sum = 0
  for (let at = 0; at < count; at++) ends[at] = sum += (at + 1) ** -slope
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Words that look like words, the same number for all sizes, as a language has. */
export function makeWords(count = 20_000, random = randomFrom(7)): string[] {
  const words = new Set<string>()
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  while (words.size < count) {
    const syllables = 1 + Math.floor(random() * 3)
    let word = ''
    for (let at = 0; at < syllables; at++) word += one(ONSETS) + one(NUCLEI)
    if ((word + one(CODAS)).length > 2) words.add(word + one(CODAS))
  }
  return [...words]
}

export interface GeneratedSize {
  readonly statements: number
  readonly topics: number
  readonly organisations: number
  readonly sources: number
}

/** About 150 statements a topic, twenty a source. */
export const sizeFor = (statements: number): GeneratedSize => ({
  statements,
  topics: Math.max(5, Math.round(statements / 150)),
  organisations: 20 + Math.round(statements / 1000),
  sources: 20 + Math.round(statements / 20),
})

/** Changes in batches, the tracker first. `statements` are counted as said above, exactly. */
export function* generateRecord(statements: number, seed = 1, batch = 1000): Generator<Change[]> {
  let waiting: Change[] = []
  for (const change of generateChanges(sizeFor(statements), seed)) {
    waiting.push(change)
    if (waiting.length < batch) continue
    yield waiting
    waiting = []
  }
  if (waiting.length > 0) yield waiting
}

function* generateChanges(size: GeneratedSize, seed: number): Generator<Change> {
  const random = randomFrom(seed)
  const words = makeWords()
  const pickWord = createPick(words.length, 1, random)
  const pickSource = createPick(size.sources, 0.5, random)
  const pickOrganisation = createPick(size.organisations, 0.8, random)
  const less = (most: number) => Math.floor(random() * most)
  const say = (from: number, to: number) => {
    const count = from + less(to - from)
    const text = Array.from({ length: count }, () => words[pickWord()] ?? '').join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const title = () => say(3, 7).slice(0, -1)
  const cites = () =>
    Array.from({ length: random() < 0.2 ? 2 : 1 }, () => ({
      source: `S${pickSource()}`,
      at: `p. ${1 + less(200)}`,
    }))
  const dayIn = (year: number) =>
    `${year}-${String(1 + less(12)).padStart(2, '0')}-${String(1 + less(28)).padStart(2, '0')}`
  const organisation = () => `org-${pickOrganisation()}`
  const record = (type: RecordType, raw: object): Change => {
    const body = RECORD_SCHEMAS[type].parse(raw)
    const id = 'id' in body ? body.id : ''
    return { by: 'The generator', action: 'recorded', type, id, reason: null, body, seen: null }
  }

  yield trackerChange()
  for (const [id, from, to] of [
    ['first', '2010-05-12', '2024-07-05'],
    ['second', '2024-07-05', null],
  ] as const)
    yield record('government', { id, name: `The ${id} government`, from, to, cites: [{ source: 'S0' }] })
  for (let at = 0; at < 12; at++)
    yield record('group', { id: `group-${at}`, name: `Group ${at}`, plain: say(5, 9), order: at + 1 })
  for (let at = 0; at < size.organisations; at++)
    yield record('organisation', {
      id: `org-${at}`,
      name: `${title()} ${at}`,
      kind: KINDS[at % KINDS.length],
      what: say(6, 14),
      cites: cites(),
    })
  for (let at = 0; at < size.sources; at++)
    yield record('source', {
      id: `S${at}`,
      title: title(),
      publisher: `Publisher ${at % 300}`,
      address: `https://example.org/${at}`,
      published: dayIn(2010 + less(16)),
      kind: 'report',
      seen: 'whole',
    })
  yield* generateTopics()

  function* generateTopics(): Generator<Change> {
    const sizes = sizesOf(size, random)
    for (const [at, count] of sizes.entries()) {
      const id = `topic-${at}`
      const other = less(sizes.length)
      // Few things belong to two topics.
      const topics = () => (random() < 0.05 && other !== at ? [id, `topic-${other}`] : [id])
      yield record('topic', {
        id,
        title: `${title()} ${at}`,
        order: at + 1,
        summary: say(8, 16),
        whyItMatters: say(8, 20),
        cites: cites(),
      })
      yield* generateStatements(id, count, topics)
    }
  }

  function* generateStatements(topic: string, count: number, topics: () => string[]): Generator<Change> {
    const asked: string[] = []
    const promised: string[] = []
    for (let made = 0; made < count; ) {
      const id = `${topic}-${made}`
      const share = random()
      const year = 2010 + less(16)
      const by = organisation()
      if (share < 0.16 || asked.length === 0) {
        asked.push(id)
        yield record('recommendation', {
          id,
          topics: topics(),
          by,
          on: dayIn(year),
          part: `Part ${1 + less(9)}`,
          text: say(15, 40),
          cites: cites(),
        })
        made++
      } else if (share < 0.24) {
        asked.push(id)
        yield record('ask', {
          id,
          topics: topics(),
          by,
          owner: organisation(),
          on: dayIn(year),
          act: say(10, 25),
          dueBy: null,
          test: say(6, 12),
          state: 'open',
          cites: cites(),
        })
        made++
      } else if (share < 0.4) {
        const answers = [asked[less(asked.length)] ?? id]
        yield record('decision', {
          id,
          answers,
          by,
          on: dayIn(year),
          reply: REPLIES[less(REPLIES.length)],
          text: say(12, 35),
          cites: cites(),
        })
        made++
      } else if (share < 0.52 || promised.length === 0) {
        promised.push(id)
        const first = 2010 + less(10)
        const versions = Array.from({ length: Math.min(1 + less(4), count - made) }, (_, version) => ({
          on: dayIn(first + version * 2),
          government: first + version * 2 < 2024 ? 'first' : 'second',
          strength: STRENGTHS[less(STRENGTHS.length)],
          text: say(12, 35),
          cites: cites(),
        }))
        yield record('commitment', {
          id,
          title: title(),
          topics: topics(),
          by,
          answers: random() < 0.5 ? [asked[less(asked.length)]] : [],
          versions,
        })
        made += versions.length
      } else if (share < 0.76) {
        const commitments = [promised[less(promised.length)] ?? id]
        yield record('deliveryEvent', {
          id,
          commitments,
          topics: [topic],
          on: dayIn(year),
          kind: 'publication',
          delivery: 'under-way',
          text: say(12, 35),
          confidence: 'medium',
          cites: cites(),
        })
        made++
      } else if (share < 0.82) {
        yield record('assessment', {
          id,
          topic,
          by,
          on: dayIn(year),
          verdict: random() < 0.5 ? 'good' : 'bad',
          isInferred: false,
          reason: say(12, 30),
          confidence: 'medium',
          cites: cites(),
        })
        made++
      } else if (share < 0.88) {
        yield record('position', {
          id,
          organisation: by,
          topics: topics(),
          on: dayIn(year),
          stance: 'wants-more',
          text: say(12, 30),
          cites: cites(),
        })
        made++
      } else if (share < 0.96) {
        const due = dayIn(2012 + less(16))
        yield record('deadline', {
          id,
          title: title(),
          topics: [topic],
          commitment: promised[less(promised.length)],
          by,
          words: `by ${due}`,
          due,
          met: null,
          outcome: 'open',
          text: say(8, 20),
          cites: cites(),
        })
        made++
      } else {
        yield record('inheritance', {
          id,
          commitment: promised[less(promised.length)],
          government: 'second',
          on: dayIn(2024),
          fate: 'restated',
          text: say(8, 20),
          cites: cites(),
        })
        made++
      }
    }
  }
}

/** How many statements each topic has: the largest some thirty times the middle one, in no order. */
function sizesOf({ topics, statements }: GeneratedSize, random: () => number): number[] {
  const weights = Array.from({ length: topics }, (_, at) => (at + 1) ** -0.5)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const sizes = weights.map((weight) => Math.floor((weight / sum) * statements))
  for (let left = statements - sizes.reduce((total, each) => total + each, 0), at = 0; left > 0; left--, at++)
    sizes[at % topics] = (sizes[at % topics] ?? 0) + 1
  for (let at = sizes.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [sizes[at] ?? 0, sizes[other] ?? 0]
    sizes[at] = two
    sizes[other] = one
  }
  return sizes
}

function trackerChange(): Change {
  const body = {
    id: 'generated',
    title: 'A generated tracker',
    summary: 'What nobody promised about nothing.',
    place: 'Nowhere',
    keeper: 'The generator.',
    recordedOn: '2026-11-21',
    verdicts: [
      { id: 'good', label: 'Good', shape: 'full-disc', meaning: 'It was done.' },
      { id: 'bad', label: 'Bad', shape: 'open-ring', meaning: 'It was not done.' },
    ],
  }
  return {
    by: 'The generator',
    action: 'recorded',
    type: 'tracker',
    id: body.id,
    reason: null,
    body: body as unknown as Change['body'],
    seen: null,
  }
}
