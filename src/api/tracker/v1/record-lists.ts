/** The lists of the API: which records each holds, and by what it can be narrowed. */
import { CONFIDENCES, DELIVERIES, DELIVERY_KINDS, REPLIES, STRENGTHS } from '../../../model/index.ts'
import { RECORD_SCHEMAS, type RecordOf, type RecordType, standingOf } from '../../../tracker/index.ts'
import type { Standpoint } from '../standpoint.ts'
import { DEADLINE_STANDINGS, isCurrent } from './additions.ts'

export interface ListFilter<T extends RecordType> {
  readonly about: string
  /** The words that can stand there, or the type of record whose ids can. */
  readonly values: readonly string[] | { readonly idOf: RecordType }
  readonly holds: (body: RecordOf<T>, value: string, at: Standpoint) => boolean
  /** What a record holds, as JSON, that meets it: such records are found and counted without reading the others. */
  readonly like?: (value: string) => object
  /** The types through which a record names what is asked for, where it does not do so itself. */
  readonly through?: readonly RecordType[]
}

export interface RecordList<T extends RecordType = RecordType> {
  /** The last step of its address. */
  readonly name: string
  readonly type: T
  readonly about: string
  readonly filters: Readonly<Record<string, ListFilter<T>>>
}

const topic = { about: 'Only those on this topic.', values: { idOf: 'topic' } } as const
const by = { about: 'Only those of this organisation.', values: { idOf: 'organisation' } } as const
const commitment = { about: 'Only those of this promise.', values: { idOf: 'commitment' } } as const
const government = { about: 'Only those of this government.', values: { idOf: 'government' } } as const

interface OnTopics {
  readonly topics: readonly string[]
}
interface ByWhom {
  readonly by: string
}
const onTopic = {
  ...topic,
  holds: ({ topics }: OnTopics, id: string) => topics.includes(id),
  like: (id: string) => ({ topics: [id] }),
}
const byWhom = {
  ...by,
  holds: (body: ByWhom, id: string) => body.by === id,
  like: (id: string) => ({ by: id }),
}

/** Words of a field that the model closes. */
const words = (about: string, values: readonly string[]) => ({ about, values })
const optionsOf = (schema: { readonly options: readonly string[] }) => schema.options

const { ask, inheritance, organisation, position, coverage, look } = RECORD_SCHEMAS

const list = <T extends RecordType>(
  name: string,
  type: T,
  about: string,
  filters: Readonly<Record<string, ListFilter<T>>> = {},
): RecordList<T> => ({ name, type, about, filters })

const LISTS = [
  list('topics', 'topic', 'What the tracker follows, each with where it stands.'),
  list('recommendations', 'recommendation', 'What was recommended, with ids of replies and promises.', {
    topic: onTopic,
    by: byWhom,
  }),
  list('asks', 'ask', 'What someone asked a body to do, and whether it is met.', {
    topic: onTopic,
    by: byWhom,
    owner: {
      ...by,
      about: 'Only those this organisation is to act on.',
      holds: (body, id) => body.owner === id,
      like: (id) => ({ owner: id }),
    },
    state: {
      ...words('Only those in this state.', optionsOf(ask.shape.state)),
      holds: (body, value) => body.state === value,
      like: (value) => ({ state: value }),
    },
  }),
  list('decisions', 'decision', 'Replies to recommendations and asks.', {
    by: byWhom,
    reply: {
      ...words('Only this reply.', REPLIES),
      holds: (body, value) => body.reply === value,
      like: (value) => ({ reply: value }),
    },
    topic: {
      ...topic,
      holds: ({ answers }, id, { state: { records } }) =>
        answers.some((each) =>
          [records.recommendation, records.ask].some((of) => of.get(each)?.body.topics.includes(id)),
        ),
      through: ['recommendation', 'ask'],
    },
  }),
  list('commitments', 'commitment', 'Promises: every statement of each, with what it changed.', {
    topic: onTopic,
    by: byWhom,
    strength: {
      ...words('Only those that stand on this rung now.', STRENGTHS),
      holds: ({ versions }, value) => versions.at(-1)?.strength === value,
    },
    government: {
      ...government,
      holds: ({ versions }, id) => versions.some((version) => version.government === id),
      like: (id) => ({ versions: [{ government: id }] }),
    },
  }),
  list('inheritances', 'inheritance', 'What a new government made of an open promise.', {
    commitment: {
      ...commitment,
      holds: (body, id) => body.commitment === id,
      like: (id) => ({ commitment: id }),
    },
    government: {
      ...government,
      holds: (body, id) => body.government === id,
      like: (id) => ({ government: id }),
    },
    fate: {
      ...words('Only this fate.', optionsOf(inheritance.shape.fate)),
      holds: (body, value) => body.fate === value,
      like: (value) => ({ fate: value }),
    },
  }),
  list('delivery', 'deliveryEvent', 'What happened, and what it shows of the promises it bears on.', {
    topic: onTopic,
    commitment: {
      ...commitment,
      holds: ({ commitments }, id) => commitments.includes(id),
      like: (id) => ({ commitments: [id] }),
    },
    kind: {
      ...words('Only this kind of happening.', DELIVERY_KINDS),
      holds: (body, value) => body.kind === value,
      like: (value) => ({ kind: value }),
    },
    delivery: {
      ...words('Only what shows this.', DELIVERIES),
      holds: (body, value) => body.delivery === value,
      like: (value) => ({ delivery: value }),
    },
  }),
  list('looks', 'look', 'When and where we looked for signs of delivery.', {
    commitment: {
      ...commitment,
      holds: (body, id) => body.commitment === id,
      like: (id) => ({ commitment: id }),
    },
    found: {
      ...words('Only looks that ended so.', optionsOf(look.shape.found)),
      holds: (body, value) => body.found === value,
      like: (value) => ({ found: value }),
    },
  }),
  list('assessments', 'assessment', 'Verdicts, by whoever gave them.', {
    topic: { ...topic, holds: (body, id) => body.topic === id, like: (id) => ({ topic: id }) },
    by: byWhom,
    confidence: {
      ...words('Only as sure as this.', CONFIDENCES),
      holds: (body, value) => body.confidence === value,
      like: (value) => ({ confidence: value }),
    },
  }),
  list('positions', 'position', 'What organisations thought.', {
    topic: onTopic,
    organisation: {
      ...by,
      holds: (body, id) => body.organisation === id,
      like: (id) => ({ organisation: id }),
    },
    stance: {
      ...words('Only this stance.', optionsOf(position.shape.stance)),
      holds: (body, value) => body.stance === value,
      like: (value) => ({ stance: value }),
    },
  }),
  list('coverage', 'coverage', 'Who gets which help from which day; the id is group/support/day.', {
    group: {
      about: 'Only this group.',
      values: { idOf: 'group' },
      holds: (body, id) => body.group === id,
      like: (id) => ({ group: id }),
    },
    support: {
      about: 'Only this kind of help.',
      values: { idOf: 'support' },
      holds: (body, id) => body.support === id,
      like: (id) => ({ support: id }),
    },
    state: {
      ...words('Only in this state.', optionsOf(coverage.shape.state)),
      holds: (body, value) => body.state === value,
      like: (value) => ({ state: value }),
    },
    current: {
      ...words('Whether nothing later is known of the same group and help.', ['true', 'false']),
      holds: (body, value, at) => String(isCurrent(body, at)) === value,
    },
  }),
  list('groups', 'group', 'Groups of people that help is set against.'),
  list('supports', 'support', 'Kinds of help.', {
    topic: { ...topic, holds: (body, id) => body.topic === id, like: (id) => ({ topic: id }) },
  }),
  list('deadlines', 'deadline', 'Times by which something was promised, and where each stands on the day.', {
    topic: onTopic,
    by: byWhom,
    commitment: {
      ...commitment,
      holds: (body, id) => body.commitment === id,
      like: (id) => ({ commitment: id }),
    },
    standing: {
      ...words('Only where it stands so on the day.', DEADLINE_STANDINGS),
      holds: (body, value, { today }) => standingOf(body, today).kind === value,
    },
  }),
  list('indicators', 'indicator', 'Figures with exactly what each counts, and its series.'),
  list('programmes', 'programme', 'Schemes and services with a name.', { topic: onTopic }),
  list('conflicts', 'conflict', 'Questions that sources answer differently.', { topic: onTopic }),
  list('organisations', 'organisation', 'Who acts and who judges.', {
    kind: {
      ...words('Only bodies of this kind.', optionsOf(organisation.shape.kind)),
      holds: (body, value) => body.kind === value,
      like: (value) => ({ kind: value }),
    },
  }),
  list('governments', 'government', 'Whose word a promise is, and their terms.'),
  list('sources', 'source', 'Pages and documents that the tracker rests on.'),
  list('captures', 'capture', "The keeper's own copies of sources, by hash.", {
    source: {
      about: 'Only copies of this source.',
      values: { idOf: 'source' },
      holds: (body, id) => body.source === id,
      like: (id) => ({ source: id }),
    },
  }),
  list('passages', 'passage', 'Words and places in those copies that records rest on.', {
    source: {
      about: 'Only those of this source.',
      values: { idOf: 'source' },
      holds: (body, id) => body.source === id,
      like: (id) => ({ source: id }),
    },
  }),
]

/** In the order of the documentation. A list's filters take bodies of its own type, which only it is given. */
export const RECORD_LISTS = LISTS as unknown as readonly RecordList[]

export function listNameOf(type: RecordType): string {
  const found = RECORD_LISTS.find((each) => each.type === type)
  if (found === undefined) throw new Error(`no list of ${type}`)
  return found.name
}
