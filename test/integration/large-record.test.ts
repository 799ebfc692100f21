// A record that is read part by part answers as one that is held: for machines byte for byte, and with no page, list, table
// or feed left out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATASETS } from '../../src/api/tracker/index.ts'
import type { Ledger } from '../../src/ledger/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import type { TrackerReader } from '../../src/tracker/index.ts'
import { readFlagship } from '../builders/flagship.ts'
import { changesOf, hasPostgres, openAt, startTestServer, type TestServer } from './ledger-server.ts'

const TODAY = parsePlainDate('2026-11-21')!
const siteOf = (reader: TrackerReader) => createTrackerSite({ reader, today: () => TODAY })

const LISTS = [
  'topics recommendations asks decisions commitments inheritances delivery looks assessments positions',
  'coverage groups supports deadlines indicators programmes conflicts organisations governments sources',
].flatMap((names) => names.split(' '))

const FILTERS = [
  'recommendations?topic=TOPIC',
  'recommendations?topic=TOPIC&by=independent-review',
  'decisions?topic=TOPIC&limit=3',
  'decisions?reply=accepted&limit=5',
  'commitments?topic=TOPIC&strength=explore',
  'commitments?government=GOVERNMENT',
  'delivery?commitment=COMMITMENT',
  'coverage?current=true&limit=7',
  'deadlines?standing=overdue',
  'asks?state=open&limit=4',
  'organisations?kind=charity',
  'recommendations?topic=nothing',
  'decisions?reply=perhaps',
  'sources?limit=0',
  'sources?cursor=nonsense',
  'sources?colour=red',
].map((path) => `/api/v1/${path}`)

describe.runIf(hasPostgres())('a record read part by part', () => {
  let host: TestServer
  let ledger: Ledger
  let held: ReturnType<typeof siteOf>
  let parts: ReturnType<typeof siteOf>
  let ids: Readonly<Record<string, readonly string[]>> = {}
  beforeAll(async () => {
    host = await startTestServer()
    ledger = await openAt(await host.makeDatabase())
    await ledger.append(changesOf(readFlagship()))
    const reader = await ledger.openReader()
    held = siteOf(reader)
    parts = siteOf(await ledger.openReader({ mostHeld: 0 }))
    const { state } = await reader.readPart({ kind: 'whole' }, null)
    ids = Object.fromEntries(Object.entries(state.records).map(([type, of]) => [type, [...of.keys()]]))
  }, 60_000)
  afterAll(async () => {
    await ledger.close()
    await host.end()
  })

  const some = (type: string, every = 1) => (ids[type] ?? []).filter((_id, at) => at % every === 0)
  const fill = (path: string) =>
    path
      .replace('TOPIC', some('topic')[0] ?? '')
      .replace('GOVERNMENT', some('government')[0] ?? '')
      .replace('COMMITMENT', some('commitment')[2] ?? '')
  const dated = (paths: readonly string[]) =>
    paths.flatMap((path) => [path, `${path}${path.includes('?') ? '&' : '?'}as_at=2024-06-30`])

  /** What differs between the two, told so that it can be seen where; the total of a list may be left out. */
  async function differences(paths: readonly string[], same = (text: string) => text): Promise<string[]> {
    const told: string[] = []
    for (const path of paths) {
      const [one, other] = await Promise.all([held.request(path), parts.request(path)])
      const [wanted, got] = [same(await one.text()), same(await other.text())]
      const at = [...wanted].findIndex((letter, index) => letter !== got[index])
      const from = Math.max(0, at - 60)
      if (one.status !== other.status || wanted !== got)
        told.push(
          `${path}: ${one.status}/${other.status} ${wanted.length}/${got.length} …${wanted.slice(from, at + 60)}… for …${got.slice(from, at + 60)}…`,
        )
    }
    return told
  }

  const withoutTotal = (text: string) => text.replace(/"total":(\d+|null)/, '"total"')

  it('gives the same lists of the API, page after page', async () => {
    const lists = LISTS.flatMap((name) => [`/api/v1/${name}`, `/api/v1/${name}?limit=7`])
    expect(await differences(lists)).toEqual([])
    expect(await differences(dated(lists), withoutTotal)).toEqual([])
    for (const name of ['sources', 'deadlines'])
      for (let path: string | null = `/api/v1/${name}?limit=50`; path !== null; ) {
        expect(await differences([path])).toEqual([])
        const { next } = (await (await held.request(path)).json()) as { next: string | null }
        path = next === null ? null : next.replace(/^https?:\/\/[^/]+/, '')
      }
  }, 240_000)

  it('gives the same lists narrowed by filters, and the same problems', async () => {
    expect(await differences(dated(FILTERS.map(fill)), withoutTotal)).toEqual([])
  }, 120_000)

  it('gives the same single records', async () => {
    const paths = LISTS.flatMap((name) => {
      const type = { delivery: 'deliveryEvent' }[name] ?? name.replace(/ies$/, 'y').replace(/s$/, '')
      return some(type, 15).map((id) => `/api/v1/${name}/${id}`)
    })
    expect(paths.length).toBeGreaterThan(50)
    expect(await differences(dated([...paths, '/api/v1/tracker', '/api/v1']))).toEqual([])
  }, 120_000)

  it('gives the same changes', async () => {
    const api = ['', '?limit=200', '?after=300&limit=20', '?after=99999'].map(
      (query) => `/api/v1/changes${query}`,
    )
    const pages = [
      '/changes',
      '/changes?page=3',
      '/changes?part=1',
      '/changes?part=3',
      '/changes?part=1&show=corrections',
      '/changes?part=0',
      '/changes?part=99999',
      '/changes?part=99999&show=corrections',
      '/changes?show=corrections',
      '/changes?page=999',
      '/changes?page=x',
    ]
    const histories = ['topic', 'commitment', 'deadline'].flatMap((type) =>
      some(type, 9).map((id) => `/changes/${type}/${id}`),
    )
    expect(
      await differences([...api, ...dated(pages), ...histories, '/changes/topic/none', '/compare']),
    ).toEqual([])
  }, 120_000)

  it('gives the same tables, written while they are read', async () => {
    const paths = DATASETS.map(({ path }) => path).filter(
      (path) => !/^\/(left-out|data\/coverage)$/.test(path),
    )
    const files = paths.flatMap((path) => [`${path}.csv`, `${path}.json`])
    expect(await differences(dated(files))).toEqual([])
    const narrowed = [
      '/recommendations.csv?topic=TOPIC',
      '/data/timeline.json?what=done',
      '/deadlines.csv?standing=kept',
    ]
    expect(await differences(narrowed.map(fill))).toEqual([])
  }, 240_000)

  it('gives the rows of who is left out help by help', async () => {
    const sorted = (text: string) => text.split('\r\n').sort().join('\n')
    expect(await differences(dated(['/left-out.csv', '/data/coverage.csv']), sorted)).toEqual([])
  }, 60_000)

  it('gives the same tables, charts, feeds, calendars and cards of single pages', async () => {
    const pages = [
      ...some('topic', 3).flatMap((id) => [
        `/topics/${id}`,
        `/topics/${id}/timeline`,
        `/topics/${id}/sources`,
      ]),
      ...some('commitment', 12).map((id) => `/commitments/${id}`),
      ...some('organisation', 12).map((id) => `/organisations/${id}`),
      ...some('source', 40).map((id) => `/sources/${id}`),
      ...some('recommendation', 12).map((id) => `/recommendations/${id}`),
      ...some('indicator', 9).map((id) => `/indicators/${id}`),
      ...some('support', 5).map((id) => `/left-out/${id}`),
    ]
    const topics = some('topic', 3).flatMap((id) =>
      ['.svg', '.atom', '.ics'].map((ending) => `/topics/${id}${ending}`).concat(`/embed/topics/${id}`),
    )
    expect(await differences(dated(pages.map((path) => `${path}.csv`)))).toEqual([])
    expect(await differences(pages.map((path) => `${path}.json`))).toEqual([])
    expect(await differences([...dated(topics), '/search.atom?q=allowance'])).toEqual([])
  }, 240_000)

  it('finds the same, and ranks it the same', async () => {
    const asked = [
      'allowance',
      'alowance',
      'grandmather',
      'kinshipallowance',
      'S.G.O.',
      'SGO',
      'special guardianship',
      'kinship carers leave',
      'xqzt',
      'the',
      'how much is the allowance',
      'bedroom tax allowance',
      'grandparent solicitor deadline',
      '£40m',
    ]
    const pages = asked.map((words) => `/search?q=${encodeURIComponent(words)}`)
    const few = asked.map((words) => `/api/v1/search?limit=20&q=${encodeURIComponent(words)}`)
    expect(await differences([...pages, ...pages.map((page) => `${page}&kind=commitment`)])).toEqual([])
    expect(await differences(few)).toEqual([])
    // On a day of the past words are as rare as they are today, so the order may be another; what is found is the same. Only what nobody had written
    // by then is not taken for a mistake of typing.
    const headline = (html: string) => /<h1>[^<]*/.exec(html)?.[0] ?? ''
    expect(await differences(dated(pages.slice(0, -1)), headline)).toEqual([])
  }, 120_000)

  it('leaves no page out, on any day', async () => {
    const pages = [
      '/ /promises /deadlines /left-out /recommendations /organisations /sources /programmes /conflicts',
      '/indicators /data /documents /method /about /accessibility /changes /what-applies /left-out-by-rules',
      '/promises?page=2 /deadlines?show=kept /sources?show=2024 /data/timeline /data/promises /promises.svg',
      '/deadlines.ics /changes.atom /changes.rss /changes.feed.json /search?q=allowance /compare?path=/&from=2023-01-01',
    ].flatMap((line) => line.split(' '))
    const refused: string[] = []
    for (const path of dated([...pages, ...DATASETS.map(({ name }) => `/data/${name}`)])) {
      const { status } = await parts.request(path)
      if (status !== 200) refused.push(`${path} ${status}`)
    }
    expect(refused).toEqual([])
  }, 120_000)
})
