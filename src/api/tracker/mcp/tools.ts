/** The tools of the MCP endpoint. All of them only read, and every record they give carries its sources. */

import type { JsonSchema } from '../v1/json-schema.ts'
import { RECORD_LISTS } from '../v1/record-lists.ts'
import { CITE, type Found, many, sayFound } from './summaries.ts'
import { type Arguments, step, type Tool, type ToolAnswer } from './tool.ts'

const text = (description: string): JsonSchema => ({ type: 'string', maxLength: 200, description })
const AS_AT = text('A day such as 2024-06-30: the tracker as it stood then. Left out: as it is now.')
const TOPIC = text('Id of a topic, as list_topics gives it.')
const limit = (most: number): JsonSchema => ({
  type: 'integer',
  minimum: 1,
  maximum: most,
  description: `How many at most; ${most} are the most.`,
})

/** Records of an answer, whatever list it is of. */
interface Listed {
  readonly records: readonly Presented[]
  /** Null where only reading all of a large record would tell. */
  readonly total: number | null
}

interface Presented {
  readonly id: string
  readonly title?: string
  readonly page: string
  readonly self: string
  readonly so: unknown
  readonly recordedAt: string
  readonly evidence?: unknown
  readonly versions?: readonly {
    readonly text: string
    readonly strength: string
    readonly evidence: unknown
  }[]
  readonly delivery?: unknown
}

const asListed = (answer: object): Listed => answer as Listed // the shape of every list of the API
const asPresented = (answer: object): Presented => answer as Presented // and of every record

const day = ({ as_at = '' }: Arguments) => ({ as_at })

function listed(answer: object, one: string, more: string): ToolAnswer {
  const { records, total } = asListed(answer)
  if (total === null)
    return {
      summary: `${many(records.length, one, more)} shown, of more than were counted. ${CITE}`,
      value: answer,
    }
  const shown = records.length < total ? `, the first ${records.length} shown` : ''
  return { summary: `${many(total, one, more)}${shown}. ${CITE}`, value: answer }
}

/** A promise in a few lines: its last statement and what it rests on. */
function shortPromise({ id, title, page, self, so, recordedAt, versions = [], delivery }: Presented) {
  const last = versions.at(-1)
  return {
    ...{ id, title, page, self, so, recordedAt, delivery },
    statements: versions.length,
    strength: last?.strength ?? null,
    text: last?.text ?? null,
    evidence: last?.evidence ?? [],
  }
}

export const TOOLS: readonly Tool[] = [
  {
    name: 'describe_tracker',
    title: 'What this tracker is',
    description: 'What the tracker follows, who keeps it, its verdict scale, its licence and when it begins.',
    properties: {},
    required: [],
    async run(_given, ask) {
      const [tracker, lists] = await Promise.all([ask('/api/v1/tracker'), ask('/api/v1')])
      return { summary: `The tracker and the lists it holds. ${CITE}`, value: { ...tracker, ...lists } }
    },
  },
  {
    name: 'search',
    title: 'Search',
    description:
      'Finds records that hold all words, or where none does most of them: topics, promises, recommendations, replies, deadlines, figures, sources. Synonyms and typing mistakes are forgiven.',
    properties: { query: text('A few words.'), limit: limit(20), as_at: AS_AT },
    required: ['query'],
    async run({ query = '', limit: most = '10', ...rest }, ask) {
      const found = await ask('/api/v1/search', { q: query, limit: most, ...day(rest) })
      return { summary: sayFound(found as unknown as Found), value: found } // the shape of a search
    },
  },
  {
    name: 'list_topics',
    title: 'All topics',
    description: 'Every topic with where it stands: reply, promise, delivery, verdict and how sure it is.',
    properties: { as_at: AS_AT },
    required: [],
    run: async (given, ask) =>
      listed(await ask('/api/v1/topics', { limit: '200', ...day(given) }), 'topic', 'topics'),
  },
  {
    name: 'get_topic',
    title: 'One topic',
    description:
      'One topic: where it stands, its promises, deadlines, asks and verdicts, each with its sources.',
    properties: { id: TOPIC, as_at: AS_AT },
    required: ['id'],
    async run({ id = '', ...rest }, ask) {
      const topic = await ask(`/api/v1/topics/${step(id)}`, day(rest))
      const own = { topic: asPresented(topic).id, limit: '50', ...day(rest) }
      const [promises, deadlines, asks, verdicts] = await Promise.all(
        ['commitments', 'deadlines', 'asks', 'assessments'].map((name) => ask(`/api/v1/${name}`, own)),
      )
      return {
        summary: `The topic with its promises, deadlines, asks and verdicts. ${CITE}`,
        value: {
          ...topic,
          promises: asListed(promises ?? {}).records.map(shortPromise),
          deadlines: asListed(deadlines ?? {}).records,
          asks: asListed(asks ?? {}).records,
          verdicts: asListed(verdicts ?? {}).records,
        },
      }
    },
  },
  {
    name: 'get_commitment',
    title: 'One promise',
    description:
      'One promise: every time it was said, what each statement changed (computed), and what is known of its delivery.',
    properties: { id: text('Id of the promise.'), as_at: AS_AT },
    required: ['id'],
    async run({ id = '', ...rest }, ask) {
      const promise = await ask(`/api/v1/commitments/${step(id)}`, day(rest))
      const own = { commitment: id, limit: '50', ...day(rest) }
      const [events, looks] = await Promise.all([ask('/api/v1/delivery', own), ask('/api/v1/looks', own)])
      return {
        summary: `The promise with its statements, what happened, and where we looked for it. ${CITE}`,
        value: { ...promise, happened: asListed(events).records, looks: asListed(looks).records },
      }
    },
  },
  {
    name: 'list_deadlines',
    title: 'Deadlines',
    description:
      'Times by which something was promised, with the words, the days they can mean, and where each stands.',
    properties: {
      topic: TOPIC,
      standing: { type: 'string', enum: standings(), description: 'Only where it stands so.' },
      limit: limit(50),
      as_at: AS_AT,
    },
    required: [],
    run: async ({ topic = '', standing = '', limit: most = '50', ...rest }, ask) =>
      listed(
        await ask('/api/v1/deadlines', { topic, standing, limit: most, ...day(rest) }),
        'deadline',
        'deadlines',
      ),
  },
  {
    name: 'who_is_left_out',
    title: 'Who is left out',
    description:
      'Which groups of people get which help as it stands: included, conditional, excluded, unclear. What is missing here was not looked at, which never means no.',
    properties: {
      group: text('Id of a group, as describe_tracker leads to (list "groups").'),
      support: text('Id of a kind of help (list "supports").'),
      state: { type: 'string', enum: ['included', 'excluded', 'conditional', 'unclear', 'not-looked-at'] },
      limit: limit(50),
      as_at: AS_AT,
    },
    required: [],
    run: async ({ group = '', support = '', state = '', limit: most = '50', ...rest }, ask) =>
      listed(
        await ask('/api/v1/coverage', { group, support, state, current: 'true', limit: most, ...day(rest) }),
        'cell is known',
        'cells are known',
      ),
  },
  {
    name: 'changes_since',
    title: 'What changed',
    description:
      'What was recorded, corrected and withdrawn after a place in the record, in order. Keep the head and ask after it.',
    properties: {
      after: { type: 'integer', minimum: 0, description: 'The last sequence you know; 0 for the beginning.' },
      limit: limit(50),
    },
    required: ['after'],
    async run({ after = '0', limit: most = '20' }, ask) {
      const answer = await ask('/api/v1/changes', { after, limit: most })
      return { summary: `Changes in the order they were made. ${CITE}`, value: answer }
    },
  },
  {
    name: 'get_record',
    title: 'Any record',
    description:
      'One record of any list, by its id: what a search found, a source, an organisation, a figure.',
    properties: {
      list: { type: 'string', enum: RECORD_LISTS.map(({ name }) => name) },
      id: text('Its id.'),
      as_at: AS_AT,
    },
    required: ['list', 'id'],
    async run({ list = '', id = '', ...rest }, ask) {
      return { summary: `The record. ${CITE}`, value: await ask(`/api/v1/${list}/${step(id)}`, day(rest)) }
    },
  },
]

function standings(): readonly string[] {
  const values = RECORD_LISTS.find(({ name }) => name === 'deadlines')?.filters.standing?.values
  return Array.isArray(values) ? values : []
}

/** As `tools/list` gives them. */
export const describeTools = () =>
  TOOLS.map(({ name, title, description, properties, required }) => ({
    name,
    title,
    description,
    inputSchema: { type: 'object', properties, required, additionalProperties: false },
    annotations: {
      title,
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  }))
