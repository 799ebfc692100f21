// A tracker of any size for the measures: about rivers, so that nobody takes it for content. The same size gives the same
// tracker. Proportions are near those of the flagship's content.
import { foldEvents, RECORD_SCHEMAS, type RecordType, type TrackerEvent } from '../../src/tracker/index.ts'
import { makeRandom } from '../rules/random-households.ts'

const WORDS =
  'river spill water company publish plan council money winter meadow bank wetland nitrate farm licence sensor weir trial season fund pipe report minister promise engineer flood swimmer salmon trout bridge parish charge permit inspector sample beach estuary drought storm overflow sewer cleaner upstream barrier ladder hatchery'.split(
    ' ',
  )
const DELIVERIES = ['announced', 'under-way', 'partly-delivered', 'cannot-be-judged'] as const

export interface TrackerSize {
  readonly topics: number
  readonly commitments: number
  readonly recommendations: number
  readonly sources: number
  readonly organisations: number
  readonly supports: number
}

/** About `pages` pages: each commitment, recommendation, source and organisation has one, each topic four. */
export function sizeFor(pages: number): TrackerSize {
  return {
    topics: Math.ceil(pages / 50),
    commitments: Math.floor(pages * 0.3),
    recommendations: Math.floor(pages * 0.25),
    sources: Math.floor(pages * 0.3),
    organisations: Math.floor(pages * 0.04),
    supports: Math.floor(pages * 0.015),
  }
}

type Draft = readonly [type: RecordType, id: string, body: object]

export function makeTracker(size: TrackerSize): TrackerEvent[] {
  const drafts = new Drafts(size).all()
  const head = {
    recordedAt: '2026-01-31T00:00:00.000Z',
    by: 'generated',
    action: 'recorded',
    reason: null,
  } as const
  const events: TrackerEvent[] = [{ ...head, sequence: 1, type: 'tracker', id: 'rivers', body: SETTINGS }]
  for (const [type, id, body] of drafts)
    events.push({ ...head, sequence: events.length + 1, type, id, body: RECORD_SCHEMAS[type].parse(body) })
  foldEvents(events) // throws where the sequence is wrong
  return events
}

const SETTINGS = {
  id: 'rivers',
  title: 'Rivers',
  summary: 'What was promised about clean rivers, generated to measure with.',
  place: 'Nowhere',
  keeper: 'A program.',
  recordedOn: '2026-01-31',
  verdicts: [
    { id: 'good', label: 'Good', shape: 'full-disc', meaning: 'It was done.' },
    { id: 'bad', label: 'Bad', shape: 'open-ring', meaning: 'It was not done.' },
  ],
} as unknown as Extract<TrackerEvent['body'], { verdicts: unknown }> // as the schema gives it; the day is one

class Drafts {
  private readonly random = makeRandom(20_260_131)

  constructor(private readonly size: TrackerSize) {}

  all(): Draft[] {
    const { size } = this
    return [
      ...this.some(size.sources, (at) => this.source(at)),
      ...this.some(size.organisations, (at) => this.organisation(at)),
      [
        'government',
        'first',
        { id: 'first', name: 'First government', from: '2019-01-01', to: '2024-07-05', cites: this.cites() },
      ],
      [
        'government',
        'second',
        { id: 'second', name: 'Second government', from: '2024-07-05', to: null, cites: this.cites() },
      ],
      ...this.some(size.topics, (at) => this.topic(at)),
      ...this.some(9, (at): Draft[] => [
        [
          'group',
          `group-${at}`,
          { id: `group-${at}`, name: this.title(2), plain: this.text(8), order: at + 1 },
        ],
      ]),
      ...this.some(size.recommendations, (at) => this.recommendation(at)),
      ...this.some(size.commitments, (at) => this.commitment(at)),
      ...this.some(size.supports, (at) => this.support(at)),
    ]
  }

  private some(count: number, make: (at: number) => Draft[]): Draft[] {
    return Array.from({ length: count }, (_, at) => make(at)).flat()
  }

  private pick = (count: number): number => Math.floor(this.random() * count)
  private text(words: number): string {
    const said = Array.from({ length: words }, () => WORDS[this.pick(WORDS.length)]).join(' ')
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
  }
  private title = (words: number): string => this.text(words).slice(0, -1)
  private day(): string {
    return `${2019 + this.pick(7)}-${String(1 + this.pick(12)).padStart(2, '0')}-${String(1 + this.pick(28)).padStart(2, '0')}`
  }
  private cites = (most = 2) =>
    Array.from({ length: 1 + this.pick(most) }, () => ({
      source: `S-${this.pick(this.size.sources)}`,
      at: `p. ${1 + this.pick(90)}`,
    }))
  private topicId = () => `topic-${this.pick(this.size.topics)}`
  private organisationId = () => `organisation-${this.pick(this.size.organisations)}`

  private source(at: number): Draft[] {
    const body = {
      id: `S-${at}`,
      title: this.title(7),
      publisher: this.title(2),
      address: `https://example.org/${at}`,
      published: this.day(),
      kind: 'report',
      seen: 'whole',
    }
    return [['source', body.id, body]]
  }

  private organisation(at: number): Draft[] {
    const body = {
      id: `organisation-${at}`,
      name: `${this.title(2)} ${at}`,
      kind: 'council',
      what: this.text(12),
      cites: this.cites(),
    }
    return [['organisation', body.id, body]]
  }

  private topic(at: number): Draft[] {
    const id = `topic-${at}`
    return [
      [
        'topic',
        id,
        {
          id,
          title: `${this.title(3)} ${at}`,
          order: at + 1,
          summary: this.text(14),
          whyItMatters: this.text(20),
          cites: this.cites(),
        },
      ],
      ...this.some(3, (each): Draft[] => [
        [
          'assessment',
          `${id}-verdict-${each}`,
          {
            id: `${id}-verdict-${each}`,
            topic: id,
            by: this.organisationId(),
            on: this.day(),
            verdict: each % 2 ? 'good' : 'bad',
            isInferred: false,
            reason: this.text(25),
            confidence: 'medium',
            cites: this.cites(),
          },
        ],
      ]),
    ]
  }

  private recommendation(at: number): Draft[] {
    const id = `rec-${at}`
    const decision = {
      id: `reply-${at}`,
      answers: [id],
      by: this.organisationId(),
      on: this.day(),
      reply: 'accepted',
      text: this.text(25),
      cites: this.cites(),
    }
    return [
      [
        'recommendation',
        id,
        {
          id,
          topics: [this.topicId()],
          by: this.organisationId(),
          on: this.day(),
          part: 'Chapter 1',
          text: this.text(30),
          covers: this.text(10),
          cites: this.cites(3),
        },
      ],
      ...(at % 2 === 0 ? ([['decision', decision.id, decision]] as Draft[]) : []),
    ]
  }

  private commitment(at: number): Draft[] {
    const id = `promise-${at}`
    const topics = [this.topicId()]
    const days = Array.from({ length: 1 + this.pick(3) }, () => this.day()).sort()
    const versions = days.map((on, version) => ({
      on,
      government: on < '2024-07-05' ? 'first' : 'second',
      strength: (['explore', 'commit', 'pilot', 'consult'] as const)[this.pick(4)],
      text: this.text(35),
      money: { pounds: 1_000_000 * (1 + this.pick(50)), period: 'a year' },
      places: { most: 1 + version, named: [] },
      cites: this.cites(3),
    }))
    const body = {
      id,
      title: this.title(5),
      topics,
      by: this.organisationId(),
      answers: [`rec-${at % this.size.recommendations}`],
      versions,
    }
    return [['commitment', id, body], ...this.delivery(id, topics, at)]
  }

  private delivery(commitment: string, topics: readonly string[], at: number): Draft[] {
    const event = {
      id: `event-${at}`,
      commitments: [commitment],
      topics,
      on: this.day(),
      kind: 'publication',
      delivery: DELIVERIES[this.pick(4)],
      text: this.text(20),
      missing: this.text(8),
      confidence: 'low',
      cites: this.cites(),
    }
    const look = {
      id: `look-${at}`,
      commitment,
      on: this.day(),
      places: ['the public register'],
      found: 'nothing',
    }
    const due = this.day()
    const deadline = {
      id: `date-${at}`,
      title: this.text(5),
      topics,
      commitment,
      by: this.organisationId(),
      words: due,
      due,
      met: null,
      outcome: 'open',
      text: this.text(10),
      cites: this.cites(),
    }
    return [
      ...(at % 2 === 0 ? ([['deliveryEvent', event.id, event]] as Draft[]) : []),
      ...(at % 5 === 0 ? ([['look', look.id, look]] as Draft[]) : []),
      ...(at % 20 === 0 ? ([['deadline', deadline.id, deadline]] as Draft[]) : []),
    ]
  }

  private support(at: number): Draft[] {
    const id = `help-${at}`
    const cells = Array.from({ length: 9 }, (_, group) => ({
      group: `group-${group}`,
      support: id,
      from: this.day(),
      state: group % 2 ? 'included' : 'excluded',
      text: this.text(12),
      cites: this.cites(),
    }))
    return [
      [
        'support',
        id,
        { id, name: `${this.title(2)} ${at}`, plain: this.text(8), topic: this.topicId(), order: at + 1 },
      ],
      ...cells.map((cell): Draft => ['coverage', `${cell.group}/${id}/${cell.from}`, cell]),
    ]
  }
}
