import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validate } from '../../../../test/builders/json-schema.ts'
import { aTracker, RIVER_TRACKER } from '../../../../test/builders/tracker.ts'
import { parsePlainDate } from '../../../model/index.ts'
import type { AnswerOptions } from '../http/asked.ts'
import { answerMcp, PROTOCOL_VERSIONS } from './answer-mcp.ts'

const { reader, events } = aTracker(RIVER_TRACKER)
const open: AnswerOptions = {
  reader,
  today: () => parsePlainDate('2026-02-01')!,
  address: 'https://rivers.example',
}
const { address: _address, ...local } = open

async function send(
  body: unknown,
  {
    headers = {},
    options = open,
    method = 'POST',
  }: { headers?: Record<string, string>; options?: AnswerOptions; method?: string } = {},
) {
  const request = new Request('https://rivers.example/mcp', {
    method,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      ...headers,
    },
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  })
  const response = await answerMcp(request, options)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : JSON.parse(text),
    size: text.length,
  }
}
const call = (method: string, params: unknown = {}, id: unknown = 1) =>
  send({ jsonrpc: '2.0', id, method, params })
const tool = async (name: string, given: unknown = {}) =>
  (await call('tools/call', { name, arguments: given })).body.result

/** Shapes of the protocol, from its specification of 2025-11-25; closed where it closes them. */
const TEXT = { type: 'string' }
const RESULT = (result: object) => ({
  type: 'object',
  required: ['jsonrpc', 'id', 'result'],
  additionalProperties: false,
  properties: { jsonrpc: { const: '2.0' }, id: { anyOf: [TEXT, { type: 'number' }] }, result },
})
const ERROR = {
  type: 'object',
  required: ['jsonrpc', 'error'],
  additionalProperties: false,
  properties: {
    jsonrpc: { const: '2.0' },
    id: { anyOf: [TEXT, { type: 'number' }, { type: 'null' }] },
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'integer' }, message: TEXT },
    },
  },
}
const TOOL = {
  type: 'object',
  required: ['name', 'inputSchema'],
  properties: {
    name: { type: 'string', pattern: '^[A-Za-z0-9_.-]{1,128}$' },
    inputSchema: { type: 'object', required: ['type'], properties: { type: { const: 'object' } } },
    annotations: {
      type: 'object',
      required: ['readOnlyHint'],
      properties: { readOnlyHint: { const: true } },
    },
  },
}
const CALLED = {
  type: 'object',
  required: ['content'],
  properties: {
    content: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['type', 'text'],
        properties: { type: { const: 'text' }, text: TEXT },
      },
    },
    structuredContent: { type: 'object' },
    isError: { type: 'boolean' },
  },
}

describe('the beginning of a conversation', () => {
  it.each(PROTOCOL_VERSIONS)('agrees on %s', async (version) => {
    const { status, headers, body } = await call('initialize', {
      protocolVersion: version,
      capabilities: {},
      clientInfo: { name: 'x', version: '1' },
    })
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(validate(RESULT({ type: 'object' }), body).errors).toEqual([])
    expect(body.result).toMatchObject({
      protocolVersion: version,
      capabilities: { tools: {}, resources: {} },
      serverInfo: { name: 'holdfast', title: 'Rivers' },
    })
  })

  it('offers its newest version where another is asked for', async () => {
    expect((await call('initialize', { protocolVersion: '1999-01-01' })).body.result.protocolVersion).toBe(
      '2025-11-25',
    )
    expect((await call('initialize', {})).body.error.code).toBe(-32602)
  })

  it('takes notifications without an answer, and pings', async () => {
    const { status, body } = await send({ jsonrpc: '2.0', method: 'notifications/initialized' })
    expect([status, body]).toEqual([202, null])
    expect((await call('ping', {}, 'a')).body).toEqual({ jsonrpc: '2.0', id: 'a', result: {} })
    expect((await send({ jsonrpc: '2.0', id: 1, result: {} })).status).toBe(202)
  })
})

describe('the tools', () => {
  it('are listed with what they take, and only read', async () => {
    const { body } = await call('tools/list')
    const tools = {
      type: 'object',
      required: ['tools'],
      properties: { tools: { type: 'array', items: TOOL } },
    }
    expect(validate(RESULT(tools), body).errors).toEqual([])
    expect(body.result.tools.map(({ name }: { name: string }) => name)).toEqual([
      'describe_tracker',
      'search',
      'list_topics',
      'get_topic',
      'get_commitment',
      'list_deadlines',
      'who_is_left_out',
      'changes_since',
      'get_record',
    ])
  })

  it.each([
    ['describe_tracker', {}],
    ['search', { query: 'spills' }],
    ['search', { query: 'spills', limit: 1, as_at: '2023-06-01' }],
    ['list_topics', {}],
    ['get_topic', { id: 'sewage' }],
    ['get_topic', { id: 'spills', as_at: '2024-01-01' }],
    ['get_commitment', { id: 'stop-spills' }],
    ['list_deadlines', { topic: 'sewage', standing: 'overdue' }],
    ['who_is_left_out', { group: 'boaters' }],
    ['changes_since', { after: 3, limit: 2 }],
    ['get_record', { list: 'sources', id: 'PLAN' }],
    ['get_record', { list: 'coverage', id: 'boaters/alerts/2023-03-01' }],
  ])('%s %j answers in words and as data', async (name, given) => {
    const { body } = await call('tools/call', { name, arguments: given })
    expect(validate(RESULT(CALLED), body).errors).toEqual([])
    const { content, structuredContent, isError } = body.result
    expect(isError).toBe(false)
    expect(JSON.parse(content[1].text)).toEqual(structuredContent)
    expect(content[0].text).toContain('Name the sources')
  })

  it.each([
    ['spills', /^\d+ records hold these words, best first\. /],
    ['spilss', /^Nothing holds "spilss"; "spills?" was looked for\. \d+ records hold these words/],
    ['spills zebra', /^Nothing speaks of "zebra"\. \d+ records hold the rest, best first\. /],
    ['boaters salmon', /^\d+ records? holds? the most of these words, and none all, best first\. /],
    ['zebra', /^Nothing speaks of "zebra"\. No record was found\.$/],
  ])('a search for "%s" says what was looked for in its place', async (query, words) => {
    const { body } = await call('tools/call', { name: 'search', arguments: { query } })
    expect(body.result.content[0].text).toMatch(words)
  })

  it('carry sources with dates and addresses, here and where they were published', async () => {
    const { structuredContent } = await tool('get_topic', { id: 'sewage' })
    for (const part of [
      structuredContent.evidence,
      structuredContent.promises[0].evidence,
      structuredContent.deadlines[0].evidence,
      structuredContent.verdicts[0].evidence,
    ])
      expect(part[0]).toMatchObject({
        address: expect.stringMatching(/^https:\/\/example\.org\//),
        page: expect.stringMatching(/^https:\/\/rivers\.example\/sources\//),
      })
    expect(structuredContent.promises[0]).toMatchObject({
      id: 'stop-spills',
      strength: 'pilot',
      statements: 3,
      text: 'A trial will stop spills in two rivers.',
    })
  })

  it('tell who is left out as it stands', async () => {
    const { structuredContent } = await tool('who_is_left_out', { support: 'alerts' })
    expect(
      structuredContent.records.map(({ group, state }: { group: string; state: string }) => [group, state]),
    ).toEqual([
      ['swimmers', 'included'],
      ['boaters', 'excluded'],
    ])
  })

  it('tell what changed after a place', async () => {
    const { structuredContent } = await tool('changes_since', { after: events.length - 1 })
    expect(structuredContent.changes.map(({ sequence }: { sequence: number }) => sequence)).toEqual([
      events.length,
    ])
  })

  it.each([
    ['get_topic', {}, 'needs "id"'],
    ['get_topic', { id: 'none' }, 'There is no topic "none"'],
    ['get_topic', { id: 7 }, 'must be text'],
    ['get_topic', { id: 'sewage', colour: 'red' }, 'none of its arguments'],
    ['get_topic', { id: 'sewage', as_at: 'soon' }, 'no day'],
    ['get_topic', { id: 'x'.repeat(5000) }, '200 are the most'],
    ['search', { query: 'x', limit: 1000 }, 'from 1 up to 20'],
    ['list_deadlines', { standing: 'late-ish' }, 'Use one of'],
    ['who_is_left_out', { group: 'nobody' }, 'no group of that id'],
    ['changes_since', { after: -1 }, 'whole number'],
    ['get_record', { list: '../x', id: 'a' }, 'Use one of'],
    ['get_record', { list: 'topics', id: '../sources/PLAN' }, 'There is no topic'],
  ])('%s with %j say what is wrong, as an answer', async (name, given, words) => {
    const result = await tool(name, given)
    expect(result.isError).toBe(true)
    expect(result.content[0].text).toContain(words)
  })

  it('that are none are errors of the call', async () => {
    expect((await call('tools/call', { name: 'delete_everything' })).body.error).toMatchObject({
      code: -32602,
    })
    expect((await call('tools/call', { name: 'search', arguments: 'x' })).body.error).toMatchObject({
      code: -32602,
    })
  })
})

describe('the resources', () => {
  it('are the topics, and any record by its address', async () => {
    const { resources } = (await call('resources/list')).body.result
    expect(resources.map(({ uri }: { uri: string }) => uri)).toEqual([
      'https://rivers.example/api/v1/topics/sewage',
      'https://rivers.example/api/v1/topics/fish',
    ])
    const { contents } = (await call('resources/read', { uri: resources[0].uri })).body.result
    expect(JSON.parse(contents[0].text).id).toBe('sewage')
    expect((await call('resources/templates/list')).body.result.resourceTemplates[0].uriTemplate).toBe(
      'https://rivers.example/api/v1/{list}/{id}',
    )
    const past = (
      await call('resources/read', {
        uri: 'https://rivers.example/api/v1/commitments/stop-spills?as_at=2023-06-01',
      })
    ).body.result
    expect(JSON.parse(past.contents[0].text).versions).toHaveLength(1)
  })

  it.each([
    'https://elsewhere.example/api/v1/topics/sewage',
    'https://rivers.example/api/v1/topics/none',
    'file:///etc/passwd',
    'https://rivers.example/api/v1/../../x',
    7,
    undefined,
  ])('%s is none', async (uri) => {
    const { error } = (await call('resources/read', { uri })).body
    expect([-32002, -32602]).toContain(error.code)
  })
})

describe('a message that cannot be answered', () => {
  it.each([
    ['{', -32700, 400],
    ['', -32700, 400],
    ['\uFFFF', -32700, 400],
    ['[]', -32600, 400],
    ['7', -32600, 400],
    [{ id: 1, method: 'ping' }, -32600, 400],
    [{ jsonrpc: '2.0', id: 1 }, -32600, 400],
    [{ jsonrpc: '2.0', id: { a: 1 }, method: 'ping' }, -32600, 400],
    [{ jsonrpc: '2.0', id: 1, method: 'ping', params: [] }, -32600, 400],
    [{ jsonrpc: '2.0', id: 1, method: 'tools/delete' }, -32601, 200],
    [{ jsonrpc: '2.0', id: 1, method: '__proto__' }, -32601, 200],
  ])('%j is told so', async (message, code, status) => {
    const answer = await send(message)
    expect([answer.body.error.code, answer.status]).toEqual([code, status])
    expect(validate(ERROR, answer.body).errors).toEqual([])
  })

  it('is not read further than it may be long', async () => {
    const { status, body } = await send({
      jsonrpc: '2.0',
      id: 1,
      method: 'ping',
      params: { x: 'x'.repeat(100_000) },
    })
    expect([status, body.code]).toEqual([413, 'body_too_large'])
  })

  it('that ends before it is whole is told so, and is no bug', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
      },
    })
    const request = new Request('http://localhost/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body,
      duplex: 'half',
    } as RequestInit) // the types of the browser do not know how Node sends a stream
    const answer = await answerMcp(request, open)
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'body_invalid' }])
  })

  it('with another method of HTTP is told which to use', async () => {
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const { status, headers } = await send(null, { method })
      expect([status, headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
    }
    expect((await send(null, { method: 'OPTIONS' })).status).toBe(204)
  })

  it('in a version that is not spoken is refused', async () => {
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
    expect((await send(ping, { headers: { 'MCP-Protocol-Version': '2024-11-05' } })).status).toBe(400)
    expect((await send(ping, { headers: { 'MCP-Protocol-Version': '2025-06-18' } })).status).toBe(200)
  })
})

it('many messages in one are answered in the version that has them, and refused after', async () => {
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
  const both = [ping, { jsonrpc: '2.0', method: 'notifications/x' }, { ...ping, id: 2 }]
  expect((await send(both)).body.map(({ id }: { id: number }) => id)).toEqual([1, 2])
  expect((await send(both, { headers: { 'MCP-Protocol-Version': '2025-06-18' } })).body.error.code).toBe(
    -32600,
  )
  expect((await send(Array(21).fill(ping))).body.error.code).toBe(-32600)
})

describe('a page of another site', () => {
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
  it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
    '%s may not call a server on its own machine',
    async (origin) => {
      const { status, body } = await send(ping, { headers: { Origin: origin }, options: local })
      expect([status, body.code]).toEqual([403, 'origin_refused'])
    },
  )
  it.each(['http://localhost:6274', 'http://127.0.0.1:80', 'http://[::1]:3000'])(
    '%s of the same machine may',
    async (origin) => {
      expect((await send(ping, { headers: { Origin: origin }, options: local })).status).toBe(200)
    },
  )
  it('may call a tracker that is public', async () => {
    const { status, headers } = await send(ping, { headers: { Origin: 'https://elsewhere.example' } })
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  })
})

it('no message makes it fail', async () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.jsonValue({ maxDepth: 2 }))
  const methods = fc.constantFrom(
    'initialize',
    'ping',
    'tools/list',
    'tools/call',
    'resources/list',
    'resources/read',
    'x',
  )
  const names = fc.constantFrom('search', 'get_topic', 'get_record', 'changes_since', 'list_deadlines', 'x')
  const params = fc.oneof(
    fc.record({
      name: names,
      arguments: fc.dictionary(fc.constantFrom('id', 'query', 'after', 'list', 'as_at', 'limit'), value, {
        maxKeys: 3,
      }),
    }),
    fc.record({ uri: value }),
    value,
  )
  const message = fc.record(
    { jsonrpc: fc.constantFrom('2.0', '1.0'), id: value, method: methods, params },
    { requiredKeys: ['method'] },
  )
  await fc.assert(
    fc.asyncProperty(message, async (each) => {
      const { status, body } = await send(each)
      expect(status).toBeLessThan(500)
      if (body !== null && body.error !== undefined) expect(validate(ERROR, body).errors).toEqual([])
    }),
    { numRuns: 300 },
  )
})
