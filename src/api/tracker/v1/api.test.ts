import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../../test/builders/json-schema.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import { createMemoryReader, type TrackerEvent } from '../../../tracker/index.ts'
import type { AnswerOptions } from '../http/asked.ts'
import { readOnly } from '../http/machine-app.ts'
import { answerApi } from './answer-api.ts'
import { API_ROUTES } from './routes.ts'

const { events, state } = aTracker(RIVER_TRACKER)
const TODAY = parsePlainDate('2026-02-01')!
const optionsOf = (all: readonly TrackerEvent[]): AnswerOptions => ({
  reader: createMemoryReader({ events: all }),
  today: () => TODAY,
  address: 'https://rivers.example',
})
const createApi = (options: AnswerOptions) => readOnly(answerApi, options)
const api = createApi(optionsOf(events))

async function get(path: string, init: RequestInit = {}, app = api) {
  const response = await app.request(path, init)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  }
}

const schemaFile = join(import.meta.dirname, '../../../../test/schemas/openapi-3.1.json')
const description = (await get('/api/v1/openapi.json')).body

/** The errors of an answer by the description; a status that is not described is one. */
function errorsOf(path: string, status: number, body: unknown): readonly string[] {
  const answer = description.paths[path].get.responses[status]
  if (answer === undefined) return [`${status} is not described`]
  const [media] = Object.values(answer.content ?? {}) as { schema: object }[]
  if (media === undefined) return []
  return validate(media.schema as never, body, { root: description, isClosed: true }).errors
}

describe('the description', () => {
  it('is OpenAPI 3.1, by its published schema', () => {
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8'))
    expect(validate(schema, description).errors).toEqual([])
    expect(validate(schema, { ...description, info: {} }).errors).not.toEqual([])
  })

  it('names every address and operation once', () => {
    expect(Object.keys(description.paths)).toEqual(API_ROUTES.map(({ path }) => path))
    const ids = API_ROUTES.map(({ path }) => description.paths[path].get.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('would catch an answer that is other than described', async () => {
    const { body } = await get('/api/v1/topics')
    const [first] = body.records
    expect(errorsOf('/api/v1/topics', 200, { ...body, records: [{ ...first, standing: 1 }] })).not.toEqual([])
    expect(errorsOf('/api/v1/topics', 200, { ...body, records: [{ ...first, extra: 1 }] })).not.toEqual([])
  })
})

const lists = API_ROUTES.filter(({ name }) => name.startsWith('list ')).map(({ path }) => path)

describe('every answer', () => {
  it.each(lists)('%s is as described, and so is each of its records', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(200)
    expect(errorsOf(path, status, body)).toEqual([])
    for (const { id, self, page } of body.records ?? []) {
      expect(new URL(page).origin).toBe('https://rivers.example')
      const one = await get(new URL(self).pathname)
      expect(one.status, self).toBe(200)
      expect(errorsOf(`${path}/{id}`, 200, one.body)).toEqual([])
      expect(one.body.id).toBe(id)
    }
  })

  it('has every record of the tracker', async () => {
    const totals = await Promise.all(
      lists
        .filter((path) => description.paths[`${path}/{id}`])
        .map(async (path) => (await get(path)).body.total),
    )
    const kept = Object.values(state.records).reduce((sum, { size }) => sum + size, 0)
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(kept)
  })

  it('tells a record whole', async () => {
    const { body } = await get('/api/v1/deadlines/trial-2025')
    expect(body).toEqual({
      type: 'deadline',
      self: 'https://rivers.example/api/v1/deadlines/trial-2025',
      page: 'https://rivers.example/deadlines#trial-2025',
      so: { words: '2025-06-30', from: '2025-06-30', to: '2025-06-30' },
      recordedAt: '2026-01-31T00:00:00.000Z',
      firstRecordedAt: '2026-01-31T00:00:00.000Z',
      id: 'trial-2025',
      title: 'The trial ends',
      topics: ['sewage'],
      commitment: 'stop-spills',
      by: 'office',
      words: 'by 30 June 2025',
      due: { words: '2025-06-30', from: '2025-06-30', to: '2025-06-30' },
      met: null,
      outcome: 'missed',
      text: 'No end was told.',
      evidence: [
        {
          source: 'SPEECH',
          title: 'A speech on rivers',
          publisher: 'Water Office',
          address: 'https://example.org/speech',
          published: { words: '2024-05', from: '2024-05-01', to: '2024-05-31' },
          at: null,
          quote: null,
          note: null,
          page: 'https://rivers.example/sources/SPEECH',
        },
      ],
      standing: { kind: 'overdue', days: 216 },
    })
  })

  it('tells what each statement of a promise changed', async () => {
    const { body } = await get('/api/v1/commitments/stop-spills')
    expect(
      body.versions.map(({ drifts }: { drifts: { field: string; name: string }[] }) =>
        drifts.map(({ field, name }) => `${field} ${name}`),
      ),
    ).toEqual([
      [],
      ['strength weakened'],
      ['strength strengthened', 'money reduced', 'dueBy delayed', 'qualifies narrowed'],
    ])
  })

  it('tells the tracker and all addresses', async () => {
    const tracker = await get('/api/v1/tracker')
    expect(errorsOf('/api/v1/tracker', 200, tracker.body)).toEqual([])
    expect(tracker.body).toMatchObject({
      id: 'rivers',
      head: events.length,
      licence: { name: 'None stated', address: null },
    })
    const index = await get('/api/v1')
    expect(errorsOf('/api/v1', 200, index.body)).toEqual([])
    for (const { address } of index.body.lists) expect((await get(address)).status, address).toBe(200)
    expect((await get('/api/v1/')).body).toEqual(index.body)
  })

  it('finds what the site finds, with its sources', async () => {
    const { body } = await get('/api/v1/search?q=ladders')
    expect(errorsOf('/api/v1/search', 200, body)).toEqual([])
    expect(body.results[0]).toMatchObject({
      type: 'commitment',
      id: 'fish-ladders',
      evidence: [{ source: 'PLAN' }],
    })
  })

  it('leads from a former id of a topic to it', async () => {
    expect((await get('/api/v1/topics/spills')).body.id).toBe('sewage')
  })
})

describe('a filter', () => {
  it.each([
    ['/api/v1/deadlines?standing=overdue', ['trial-2025']],
    ['/api/v1/deadlines?topic=fish', ['ladders-someday']],
    ['/api/v1/commitments?strength=pilot&topic=sewage', ['stop-spills']],
    ['/api/v1/commitments?strength=legislate', []],
    ['/api/v1/decisions?topic=sewage&reply=accepted-in-part', ['dec-stop']],
    ['/api/v1/assessments?by=anglers', ['judged-2024']],
    ['/api/v1/coverage?current=true&state=included', ['swimmers/alerts/2024-10-01']],
    ['/api/v1/coverage?current=false', ['swimmers/alerts/2023-03-01']],
  ])('%s gives %j', async (path, ids) => {
    expect((await get(path)).body.records.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  it('of every list can be asked for with each of its words', async () => {
    for (const { path, parameters } of API_ROUTES.filter(({ name }) => name.startsWith('list ')))
      for (const { name, schema } of parameters)
        for (const word of (schema.enum as string[] | undefined) ?? []) {
          const { status, body } = await get(`${path}?${name}=${word}`)
          expect(errorsOf(path, status, body), `${path}?${name}=${word}`).toEqual([])
          expect(status).toBe(200)
        }
  })
})

describe('pages of a list', () => {
  const walk = async (app: typeof api, first: string) => {
    const ids: string[] = []
    for (let path: string | null = first; path !== null; ) {
      const { body } = await get(path, {}, app)
      ids.push(...body.records.map(({ id }: { id: string }) => id))
      path = body.next
    }
    return ids
  }

  it('give every record once, in any size of page', async () => {
    const whole = await walk(api, '/api/v1/sources?limit=200')
    for (const limit of [1, 2, 3]) expect(await walk(api, `/api/v1/sources?limit=${limit}`)).toEqual(whole)
  })

  it('stay as they are while records come and go', async () => {
    const { body } = await get('/api/v1/deadlines?limit=2')
    const given = body.records.map(({ id }: { id: string }) => id)
    const gone = events.find(({ id }) => id === given[1])!
    const added = events.find(({ id }) => id === 'ladders-someday')!
    const meta = { recordedAt: '2026-02-01T00:00:00.000Z', by: 'editor', reason: 'A test' }
    const later: TrackerEvent[] = [
      { ...gone, ...meta, sequence: events.length + 1, action: 'withdrawn', body: null },
      {
        ...added,
        ...meta,
        sequence: events.length + 2,
        id: 'new',
        body: { ...added.body, id: 'new' } as never,
      },
    ]
    const rest = await walk(createApi(optionsOf([...events, ...later])), body.next)
    expect([...given, ...rest]).toEqual([...(await walk(api, '/api/v1/deadlines')), 'new'])
  })

  it.each([
    'x',
    'ZGVhZGxpbmVzOjE=',
    Buffer.from('topics:1').toString('base64url'),
    '%00',
    Buffer.from('deadlines:01').toString('base64url'),
    'é',
  ])('refuse the cursor %s', async (cursor) => {
    const { status, body, headers } = await get(`/api/v1/deadlines?cursor=${encodeURIComponent(cursor)}`)
    expect([status, body.code, headers.get('content-type')]).toEqual([
      400,
      'cursor_invalid',
      'application/problem+json; charset=utf-8',
    ])
    expect(body.detail).toContain('"next"')
  })
})

describe('changes', () => {
  it('come in order since a place, and lead on to the rest', async () => {
    const first = await get('/api/v1/changes?limit=3')
    expect(first.body.changes.map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2, 3])
    expect(first.body.head).toBe(events.length)
    const next = await get(first.body.next)
    expect(next.body.changes[0].sequence).toBe(4)
    const last = await get(`/api/v1/changes?after=${events.length}`)
    expect(last.body).toEqual({ changes: [], head: events.length, next: null })
    expect((await get('/api/v1/changes?after=999999999999999')).body.changes).toEqual([])
  })

  it('of a day are those that had been recorded by its end', async () => {
    expect((await get('/api/v1/changes?as_at=2026-01-30')).body.changes).toEqual([])
    expect((await get('/api/v1/changes?as_at=2026-01-31')).body.changes).toHaveLength(events.length)
  })

  it('tell a withdrawal with its reason and no record', async () => {
    const one = events.find(({ id }) => id === 'clear-water')!
    const withdrawn: TrackerEvent = {
      ...one,
      sequence: events.length + 1,
      action: 'withdrawn',
      reason: 'It was another fund.',
      body: null,
    }
    const app = createApi(optionsOf([...events, withdrawn]))
    const { body } = await get(`/api/v1/changes?after=${events.length}`, {}, app)
    expect(body.changes).toMatchObject([
      { action: 'withdrawn', reason: 'It was another fund.', record: null, page: null },
    ])
    expect(errorsOf('/api/v1/changes', 200, body)).toEqual([])
  })
})

describe('as it stood on a day', () => {
  it('holds only what was so, in every address it leads to', async () => {
    const { body } = await get('/api/v1/commitments/stop-spills?as_at=2023-06-01')
    expect(body.versions).toHaveLength(1)
    expect([body.self, body.page]).toEqual([
      'https://rivers.example/api/v1/commitments/stop-spills?as_at=2023-06-01',
      'https://rivers.example/commitments/stop-spills?as_at=2023-06-01',
    ])
    expect((await get('/api/v1/deadlines?as_at=2025-06-30&standing=overdue')).body.records).toEqual([])
    expect((await get('/api/v1/assessments/judged-2026?as_at=2023-06-01')).status).toBe(404)
  })

  it('is empty before the beginning', async () => {
    const { status, body } = await get('/api/v1/topics?as_at=1999-01-01')
    expect([status, body.records, body.total]).toEqual([200, [], 0])
    expect((await get('/api/v1/tracker?as_at=1999-01-01')).body.firstDay).toBe('2022-06-01')
  })

  it.each(['topics', 'deadlines', 'changes', 'tracker', 'search?q=fish'])(
    '%s knows nothing of a day that has not come',
    async (list) => {
      const { status, body } = await get(`/api/v1/${list}${list.includes('?') ? '&' : '?'}as_at=2999-01-01`)
      expect([status, body.code]).toEqual([400, 'day_invalid'])
      expect(body.detail).toContain('2999-01-01, which has not come yet')
    },
  )

  it.each(['yesterday', '2023-02-30', '"><script>'])('"%s" is no day', async (day) => {
    const { status, body } = await get(`/api/v1/topics?as_at=${encodeURIComponent(day)}`)
    expect([status, body.code]).toEqual([400, 'day_invalid'])
  })
})

describe('as it was recorded', () => {
  const one = events.find(({ id }) => id === 'count-2023')!
  const corrected: TrackerEvent = {
    ...one,
    sequence: events.length + 1,
    action: 'corrected',
    reason: 'The day was wrong.',
    recordedAt: '2026-02-01T09:00:00.000Z',
    body: { ...one.body, text: 'It began in July.' } as never, // the body of the same record
  }
  const app = createApi(optionsOf([...events, corrected]))
  const textBy = async (query: string) =>
    (await get(`/api/v1/deadlines/count-2023${query}`, {}, app)).body.text

  it('by a day or a place tells what readers saw then', async () => {
    expect(await textBy('')).toBe('It began in July.')
    expect(await textBy('?recorded_by=2026-01-31')).toBe('It began in June.')
    expect(await textBy(`?recorded_by=${events.length}`)).toBe('It began in June.')
    expect(await textBy('?recorded_by=2026-02-01')).toBe('It began in July.')
  })

  it('keeps to it in every address, with a day in the past too', async () => {
    const { body } = await get('/api/v1/deadlines?recorded_by=2026-01-31&as_at=2025-01-01&limit=1', {}, app)
    expect(body.records[0].page).toContain('?as_at=2025-01-01&recorded_by=2026-01-31#')
    expect((await get(body.next, {}, app)).body.asAt).toBe('2025-01-01')
    expect(body.next).toContain('recorded_by=2026-01-31')
    expect((await get('/api/v1/changes?after=0&limit=200&recorded_by=3', {}, app)).body).toMatchObject({
      head: 3,
      next: null,
    })
  })

  it.each([
    ['soon', 400, 'day_invalid'],
    ['0', 400, 'day_invalid'],
    ['2020-01-01', 404, 'address_unknown'],
  ])('by %s is told what is wrong', async (asked, status, code) => {
    const answer = await get(`/api/v1/topics?recorded_by=${asked}`, {}, app)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(errorsOf('/api/v1/topics', status, answer.body)).toEqual([])
  })
})

describe('a request that cannot be answered', () => {
  it.each([
    ['/api', 404, 'address_unknown'],
    ['/api/v2/topics', 404, 'address_unknown'],
    ['/api/v1/nothing', 404, 'address_unknown'],
    ['/api/v1/topics/none', 404, 'address_unknown'],
    ['/api/v1/topics/%E0%A4%A', 404, 'address_unknown'],
    ['/api/v1/topics/{id}', 404, 'address_unknown'],
    ['/api/v1/topics/__proto__', 404, 'address_unknown'],
    ['/api/v1/topics?nonsense=1', 400, 'parameter_unknown'],
    ['/api/v1/topics?limit=0', 400, 'parameter_invalid'],
    ['/api/v1/topics?limit=201', 400, 'parameter_invalid'],
    ['/api/v1/topics?limit=1&limit=2', 400, 'parameter_invalid'],
    ['/api/v1/commitments?topic=none', 400, 'parameter_invalid'],
    ['/api/v1/commitments?strength=strong', 400, 'parameter_invalid'],
    ['/api/v1/changes?after=-1', 400, 'parameter_invalid'],
    [`/api/v1/search?q=${'x'.repeat(10_000)}`, 400, 'parameter_invalid'],
  ])('%s is told so', async (path, status, code) => {
    const answer = await get(path)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    const problem = validate(description.components.schemas.Problem, answer.body, { isClosed: true })
    expect(problem.errors).toEqual([])
    expect(answer.text.length).toBeLessThan(1500)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is told that this only reads', async (method) => {
    const { status, body, headers } = await get('/api/v1/topics', { method })
    expect([status, body.code, headers.get('allow')]).toEqual([
      405,
      'method_not_allowed',
      'GET, HEAD, OPTIONS',
    ])
  })

  it('of a record that cannot be read now is told to come back', async () => {
    const { MachineError } = await import('../../../model/index.ts')
    const refuse = async () => {
      throw new MachineError('database_unreachable', 'PostgreSQL went away.')
    }
    const app = createApi({
      today: () => TODAY,
      reader: {
        ...optionsOf(events).reader,
        readHead: refuse,
        readPart: refuse,
        search: refuse,
        readEvents: refuse,
      },
    })
    for (const path of [
      '/api/v1/topics',
      '/api/v1/tracker',
      '/api/v1/changes',
      '/api/v1/search?q=x',
      '/api/v1/openapi.json',
    ]) {
      const { status, body, headers } = await get(path, {}, app)
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'record_unreachable', '60'])
    }
  })
})

describe('reading from elsewhere', () => {
  it('is allowed, and told to browsers that ask first', async () => {
    const { headers } = await get('/api/v1/topics', { headers: { Origin: 'https://elsewhere.example' } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-expose-headers')).toContain('ETag')
    const asked = await get('/api/v1/topics', { method: 'OPTIONS' })
    expect([
      asked.status,
      asked.headers.get('allow'),
      asked.headers.get('access-control-allow-methods'),
    ]).toEqual([204, 'GET, HEAD, OPTIONS', 'GET,HEAD,OPTIONS'])
  })

  it('costs nothing where nothing has changed', async () => {
    const first = await get('/api/v1/topics')
    const tag = first.headers.get('etag')!
    const again = await get('/api/v1/topics', { headers: { 'If-None-Match': tag } })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await get('/api/v1/topics', { headers: { 'If-None-Match': `W/${tag}, "other"` } })).status).toBe(
      304,
    )
    expect((await get('/api/v1/topics', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    expect((await get('/api/v1/deadlines')).headers.get('etag')).not.toBe(tag)
  })

  it('can ask for the head only', async () => {
    const { status, headers, text } = await get('/api/v1/topics', { method: 'HEAD' })
    expect([status, text, headers.get('content-type')]).toEqual([200, '', 'application/json; charset=utf-8'])
    expect(headers.get('etag')).toBe((await get('/api/v1/topics')).headers.get('etag'))
    expect((await get('/api/v1/nothing', { method: 'HEAD' })).status).toBe(404)
  })
})

describe('no request', () => {
  const words = [
    'topics',
    'sewage',
    'overdue',
    'office',
    '2024-06-30',
    '1',
    '200',
    'true',
    '..',
    '%',
    'é',
    '',
    'x'.repeat(500),
  ]
  const value = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 40 }))
  const routes = fc.constantFrom(...API_ROUTES)
  const parameters = (known: readonly string[]) =>
    fc.array(fc.tuple(fc.constantFrom(...known, 'as_at', 'recorded_by', 'other'), value), { maxLength: 3 })

  it('fails, and every answer is as described', async () => {
    const request = routes.chain((route) =>
      fc.tuple(fc.constant(route), value, parameters(route.parameters.map(({ name }) => name))),
    )
    await fc.assert(
      fc.asyncProperty(request, async ([route, id, query]) => {
        fc.pre(id !== '.' && id !== '..') // steps of a path, which lead to another address
        const path = route.path.replace('{id}', encodeURIComponent(id) || 'none')
        const address = `${path}?${new URLSearchParams(query)}`
        const { status, body } = await get(address)
        expect(status, address).toBeLessThan(500)
        expect(
          errorsOf(status === 404 && id.includes('/') ? `/api/v1/topics/{id}` : route.path, status, body),
          address,
        ).toEqual([])
      }),
      // FUZZ_RUNS=20000 for the long run; this many take a second.
      { numRuns: Number(process.env.FUZZ_RUNS ?? 400) },
    )
  })

  it('to any other address under /api does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        const { status, body } = await get(`/api${path}?${query}`)
        expect(status).toBeLessThan(500)
        if (status !== 200) expect(validate(description.components.schemas.Problem, body).errors).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
