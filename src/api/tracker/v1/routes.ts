/** Every address of the API: what it takes, what answers, and in which shape. The description is written from this. */
import type { PlainDate } from '../../../model/index.ts'
import { findMoved, type Need, type RecordType } from '../../../tracker/index.ts'
import {
  type AnswerOptions,
  askPart,
  clip,
  readDay,
  reading,
  readParameters,
  readStandpoint,
  standpointOf,
} from '../http/asked.ts'
import { Problem } from '../http/problem.ts'
import { licenceOf } from '../licence.ts'
import { addressOf, type Standpoint } from '../standpoint.ts'
import { CHANGES, listChanges } from './changes.ts'
import { ADDRESS, DAY, type JsonSchema, listOf, object, orNull, ref, TEXT, WHOLE } from './json-schema.ts'
import { listLarge } from './list-large.ts'
import { listParameters, listRecordsOf } from './list-records.ts'
import { findPresented, REACH } from './present-record.ts'
import { RECORD_LISTS, type RecordList } from './record-lists.ts'
import { schemaName } from './record-schemas.ts'
import { SEARCH, searchRecords } from './search.ts'

export interface ApiRequest {
  readonly url: URL
  /** What stands after the route's own path: an id; empty for a list. */
  readonly rest: string
}

export interface ApiRoute {
  /** As OpenAPI writes it: "/api/v1/topics/{id}". */
  readonly path: string
  readonly name: string
  readonly about: string
  /** Besides `as_at`. */
  readonly parameters: readonly ApiParameter[]
  readonly response: JsonSchema
  readonly answer: (request: ApiRequest, options: AnswerOptions) => Promise<object>
}

export interface ApiParameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly about: string
  readonly schema: JsonSchema
}

const ROOT = '/api/v1'
const WHOLE_TRACKER: Need = { kind: 'whole' }

const query = (name: string, about: string, schema: JsonSchema = TEXT): ApiParameter => {
  return { name, in: 'query', about, schema }
}
const LIMIT = query('limit', 'How many at most.', { type: 'integer', minimum: 1, maximum: 200, default: 50 })

async function standpoint(
  { url }: ApiRequest,
  options: AnswerOptions,
  known: readonly string[],
  need: Need,
): Promise<{ asked: Record<string, string>; at: Standpoint; asAt: PlainDate | null }> {
  const asked = readParameters(url, known)
  const asAt = readDay(asked.as_at, options)
  return { asked, asAt, at: await readStandpoint(options, { url, asAt, need }) }
}

function listRoute(list: RecordList): ApiRoute {
  const filters = Object.entries(list.filters).map(([key, { about, values }]) =>
    query(key, about, 'idOf' in values ? TEXT : { type: 'string', enum: values }),
  )
  return {
    path: `${ROOT}/${list.name}`,
    name: `list ${list.name}`,
    about: list.about,
    parameters: [
      ...filters,
      LIMIT,
      query('cursor', 'Where to go on, as the "next" address of an answer has it.'),
    ],
    response: object({
      records: listOf(ref(schemaName(list.type))),
      total: {
        ...orNull(WHOLE),
        description: 'How many there are on all pages; null where only reading all of them would tell.',
      },
      today: { ...DAY, description: 'The day deadlines are measured on.' },
      asAt: orNull(DAY),
      next: { ...orNull(ADDRESS), description: 'The next page; null on the last.' },
    }),
    async answer(request, options) {
      const asked = readParameters(request.url, listParameters(list))
      const asAt = readDay(asked.as_at, options)
      const ask = askPart(options, { url: request.url, asAt })
      const { isLarge } = await reading(() => options.reader.readHead())
      if (isLarge) return listLarge(list, asked, ask)
      return listRecordsOf(list, asked, (await ask(WHOLE_TRACKER)).at)
    },
  }
}

function recordRoute({ name, type }: RecordList): ApiRoute {
  return {
    path: `${ROOT}/${name}/{id}`,
    name: `get ${type}`,
    about: `One record of the list ${name}.`,
    parameters: [{ name: 'id', in: 'path', about: 'Its id.', schema: TEXT }],
    response: ref(schemaName(type)),
    async answer(request, options) {
      const reach = REACH[type] ?? 'names'
      const { at } = await standpoint(request, options, [], { kind: 'record', type, id: request.rest, reach })
      const id = currentId(at, type, request.rest)
      const found = findPresented(at, type, id)
      if (found === null)
        throw new Problem(
          'address_unknown',
          `There is no ${type} "${clip(request.rest)}"${at.asAt === null ? '' : ` on ${at.asAt}`}. ${at.base}${ROOT}/${name} lists those there are.`,
        )
      return found
    },
  }
}

/** A record is found by an id it used to have, as its page is. */
const currentId = ({ state }: Standpoint, type: RecordType, id: string): string =>
  state.records[type].has(id) ? id : (findMoved(state, type, id) ?? id)

const TRACKER = object({
  id: TEXT,
  title: TEXT,
  summary: TEXT,
  place: TEXT,
  keeper: TEXT,
  recordedOn: { ...DAY, description: 'The day the content was brought up to date.' },
  licence: object({ name: TEXT, address: orNull(ADDRESS), note: TEXT }),
  verdicts: listOf(object({ id: TEXT, label: TEXT, shape: TEXT, meaning: TEXT })),
  firstDay: {
    ...orNull(DAY),
    description: 'The first day on which anything was so; before it all is empty.',
  },
  head: { ...WHOLE, description: 'The last place in the record.' },
  root: { ...orNull(TEXT), description: 'The hash that commits to the whole record; null without one.' },
  page: ADDRESS,
})

const trackerRoute: ApiRoute = {
  path: `${ROOT}/tracker`,
  name: 'get tracker',
  about: 'What the tracker says of itself: its verdict scale, licence, keeper and beginning.',
  parameters: [],
  response: TRACKER,
  async answer({ url }, options) {
    const asAt = readDay(readParameters(url, []).as_at, options)
    const part = await reading(() => options.reader.readPart({ kind: 'head' }, asAt))
    const { id, title, summary, place, keeper, recordedOn, verdicts } = part.head.settings
    const { firstDay, size, root, settings } = part.head
    return {
      ...{ id, title, summary, place, keeper, recordedOn, verdicts },
      licence: licenceOf(settings),
      firstDay,
      head: size,
      root,
      page: addressOf(standpointOf(options, url, asAt, part), '/'),
    }
  },
}

const changesRoute: ApiRoute = {
  path: `${ROOT}/changes`,
  name: 'list changes',
  about:
    'What was recorded, corrected and withdrawn, in order. Keep the last sequence and ask again after it.',
  parameters: [query('after', 'Only what came after this sequence.', { type: 'integer', minimum: 0 }), LIMIT],
  response: CHANGES,
  async answer(request, options) {
    const asked = readParameters(request.url, ['after', 'limit'])
    const asAt = readDay(asked.as_at, options)
    return listChanges(options, asked, askPart(options, { url: request.url, asAt }), asAt)
  },
}

const searchRoute: ApiRoute = {
  path: `${ROOT}/search`,
  name: 'search',
  about:
    'Everything that holds all words, or where nothing does most of them, best first; synonyms and typing mistakes are forgiven.',
  parameters: [query('q', 'The words, at most 200 characters.', { type: 'string', maxLength: 200 }), LIMIT],
  response: SEARCH,
  async answer({ url }, options) {
    const asked = readParameters(url, ['q', 'limit'])
    const asAt = readDay(asked.as_at, options)
    return searchRecords(options, { url, asAt, q: asked.q ?? '', limit: asked.limit })
  },
}

const indexRoute: ApiRoute = {
  path: ROOT,
  name: 'list addresses',
  about: 'Every list with its address.',
  parameters: [],
  response: object({
    description: ADDRESS,
    lists: listOf(object({ name: TEXT, about: TEXT, address: ADDRESS })),
  }),
  async answer(request, options) {
    const { at } = await standpoint(request, options, [], { kind: 'head' })
    const others = [trackerRoute, changesRoute, searchRoute].map(({ path, about }) => {
      return { name: path.slice(ROOT.length + 1), about, address: addressOf(at, path) }
    })
    const lists = RECORD_LISTS.map(({ name, about }) => {
      return { name, about, address: addressOf(at, `${ROOT}/${name}`) }
    })
    return { description: `${at.base}${ROOT}/openapi.json`, lists: [...others, ...lists] }
  },
}

/** All but the description itself, in its order. */
export const API_ROUTES: readonly ApiRoute[] = [
  indexRoute,
  trackerRoute,
  ...RECORD_LISTS.flatMap((list) => [listRoute(list), recordRoute(list)]),
  changesRoute,
  searchRoute,
]

/** The route of a path and what its `{id}` stands for; null where there is none. Ids are decoded. */
export function findRoute(path: string): { route: ApiRoute; rest: string } | null {
  const own = path.length > 1 ? path.replace(/\/$/, '') : path
  const exact = API_ROUTES.find((route) => route.path === own)
  if (exact && !exact.path.endsWith('}')) return { route: exact, rest: '' }
  const ofRecord = API_ROUTES.find(
    ({ path: pattern }) => pattern.endsWith('/{id}') && own.startsWith(pattern.slice(0, -'{id}'.length)),
  )
  if (!ofRecord) return null
  const rest = decode(own.slice(ofRecord.path.length - '{id}'.length))
  return rest === null || rest === '' ? null : { route: ofRecord, rest }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // a per cent sign that encodes nothing: no address of ours has one
  }
}
