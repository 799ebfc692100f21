import { afterEach, describe, expect, it, vi } from 'vitest'
import { riversPair, riversReading } from '../../../test/builders/rivers.ts'
import { LimitError, SourceError } from '../../model/index.ts'
import { createLocalApp, type LocalApp } from './app.tsx'
import type { LocalEngine } from './engine.ts'

const base = 'http://127.0.0.1:4173'
const own = { host: '127.0.0.1:4173', 'sec-fetch-site': 'same-origin' }

/** Reads every document as the rivers' response, but for names that say what goes wrong. */
const engine: LocalEngine = {
  async parse({ name }, { onProgress }) {
    onProgress?.({ phase: 'reading pages', done: 1, total: 2 })
    if (name.startsWith('bad'))
      throw new SourceError('document_damaged', `${name} breaks off. Get another copy.`)
    if (name.startsWith('huge'))
      throw new LimitError('document_too_many_pages', `${name} has too many pages.`)
    if (name.startsWith('empty')) throw new SourceError('file_empty', `${name} is empty (0 bytes).`)
    if (name.startsWith('bug')) throw new TypeError('a bug')
    return riversReading.document
  },
  read: async (named) => ({ ...named, statements: riversReading.statements }),
  compare: async () => riversPair,
}

const apps: LocalApp[] = []
function startApp(given: Partial<Parameters<typeof createLocalApp>[0]> = {}) {
  const onBug = vi.fn()
  const app = createLocalApp({
    engine,
    host: '127.0.0.1',
    version: '1.2.3',
    onBug,
    today: () => '2024-05-01',
    ...given,
  })
  apps.push(app)
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(base + path, { headers: { ...own, ...headers } }))
  const post = (path: string, body?: FormData | string, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request(base + path, {
        method: 'POST',
        headers: { ...own, ...headers },
        ...(body ? { body } : {}),
      }),
    )
  return { app, get, post, onBug }
}
afterEach(() => {
  for (const app of apps.splice(0)) app.close()
})

function form(task: string, ...names: readonly string[]): FormData {
  const data = new FormData()
  data.set('task', task)
  for (const [index, name] of names.entries())
    data.append(
      index === 0 ? 'report' : 'response',
      new File([name.startsWith('empty') ? '' : 'words'], name),
    )
  if (names.length === 1) data.append('response', new File([], ''))
  return data
}

/** Posts, watches to the end, and returns the result's address. */
async function work({ get, post }: ReturnType<typeof startApp>, data: FormData): Promise<string> {
  const posted = await post('/work', data)
  expect(posted.status).toBe(303)
  const address = posted.headers.get('location') ?? ''
  const watched = await get(address)
  if (watched.status === 303) return watched.headers.get('location') ?? ''
  const page = await watched.text()
  expect(page).toContain('</html>')
  return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page)?.[1] ?? ''
}

describe('the local page', () => {
  it('offers a form that works without a script, in few bytes', async () => {
    const { get } = startApp()
    const response = await get('/')
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('enctype="multipart/form-data"')
    expect(page.length).toBeLessThan(30_000)
  })

  it('sets every header that guards it, on every answer', async () => {
    const { get } = startApp()
    for (const path of ['/', '/holdfast.css', '/choose-files.js', '/nowhere', '/result/x', '/work/x']) {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('answers to its own names only', async () => {
    const { get } = startApp()
    expect((await get('/', { host: 'evil.example' })).status).toBe(421)
  })

  it('lets no other page post', async () => {
    const { post } = startApp()
    for (const path of ['/work', '/result/x/forget']) {
      expect((await post(path, form('read', 'a.txt'), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    }
  })
})

describe('work', () => {
  it('is read, shown and given as files', async () => {
    const local = startApp()
    const address = await work(local, form('read', 'plan.pdf'))
    expect(await (await local.get(address)).text()).toContain('1 commitment and 1 decision.')
    const json = await local.get(`${address}/json`)
    expect(json.headers.get('content-disposition')).toBe('attachment; filename="plan-statements.json"')
    expect(((await json.json()) as { schema: string }).schema).toBe('holdfast/reading@1')
    expect(await (await local.get(`${address}/csv`)).text()).toContain('£2 million')
    expect(await (await local.get(`${address}/html`)).text()).toContain('style-src &#39;sha256-')
    expect((await local.get(`${address}/exe`)).status).toBe(404)
  })

  it('compares two documents', async () => {
    const local = startApp()
    const address = await work(local, form('compare', 'report.pdf', 'response.pdf'))
    expect(await (await local.get(address)).text()).toContain('Of 3 recommendations')
    expect(await (await local.get(`${address}/json`)).text()).toContain('holdfast/comparison@1')
  })

  it('keeps the readable one of two documents, and says what is wrong with the other', async () => {
    const local = startApp()
    const page = await (await local.get(await work(local, form('read', 'bad.pdf', 'plan.pdf')))).text()
    expect(page).toContain('bad.pdf breaks off. Get another copy.')
    expect(page).toContain('1 commitment and 1 decision.')
  })

  it('shows what is wrong with a document under its status', async () => {
    const local = startApp()
    const response = await local.get(await work(local, form('compare', 'report.pdf', 'bad.pdf')))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('bad.pdf breaks off. Get another copy.')
    expect(local.onBug).not.toHaveBeenCalled()
  })

  it('shows what is wrong with both documents of a comparison', async () => {
    const local = startApp()
    const page = await (await local.get(await work(local, form('compare', 'bad.pdf', 'bad2.pdf')))).text()
    expect(page).toContain('bad.pdf breaks off. Get another copy. bad2.pdf breaks off. Get another copy.')
  })

  it.each([
    ['huge.pdf', 'bad.pdf', 422],
    ['huge.pdf', 'huge2.pdf', 413],
    ['empty.pdf', 'bad.pdf', 422],
  ])('shows what is wrong with %s and %s', async (report, response, status) => {
    const local = startApp()
    const answer = await local.get(await work(local, form('compare', report, response)))
    expect(answer.status).toBe(status)
    const page = await answer.text()
    for (const name of [report, response])
      expect(page).toContain(
        name === 'bad.pdf'
          ? `${name} breaks off`
          : `${name} ${name.startsWith('empty') ? 'is empty' : 'has too many pages'}`,
      )
  })

  it('keeps the readable one beside an empty one', async () => {
    const local = startApp()
    const page = await (await local.get(await work(local, form('read', 'empty.pdf', 'plan.pdf')))).text()
    expect(page).toContain('empty.pdf is empty')
    expect(page).toContain('1 commitment and 1 decision.')
  })

  it('gives what is too much for one page as files', async () => {
    const many = Array.from({ length: 200_001 }, () => riversReading.statements)
      .flat()
      .slice(0, 200_001)
    const read: LocalEngine['read'] = async (named) => ({ ...named, statements: many })
    const local = startApp({ engine: { ...engine, read } })
    const address = await work(local, form('read', 'plan.pdf'))
    const page = await (await local.get(address)).text()
    expect(page).toContain('200,001 statements are more than the 200,000 that one page shows')
    expect(page).toContain(`${address}/json`)
    expect((await local.get(`${address}/html`)).status).toBe(413)
    expect((await local.get(`${address}/json`)).status).toBe(200)
    expect(local.onBug).not.toHaveBeenCalled()
  })

  it('says that a bug is one, without its insides, and leaves a trace', async () => {
    const local = startApp()
    const response = await local.get(await work(local, form('read', 'bug.pdf')))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('a bug</')
    expect(local.onBug).toHaveBeenCalledOnce()
  })

  it('is forgotten when asked', async () => {
    const local = startApp()
    const address = await work(local, form('read', 'plan.pdf'))
    expect((await local.post(`${address}/forget`)).status).toBe(303)
    expect((await local.get(address)).status).toBe(404)
  })

  it('is stopped when its page is closed', async () => {
    let signal: AbortSignal | undefined
    const slow: LocalEngine = {
      ...engine,
      parse: (_source, options) => {
        signal = options.signal
        return new Promise((_, reject) =>
          options.signal?.addEventListener('abort', () => reject(new Error('stopped'))),
        )
      },
    }
    const local = startApp({ engine: slow, boardLimits: { unwatchedMilliseconds: 20 } })
    const posted = await local.post('/work', form('read', 'plan.pdf'))
    const address = posted.headers.get('location') ?? ''
    const watched = await local.get(address)
    await watched.body?.cancel()
    await vi.waitFor(() => expect(signal?.aborted).toBe(true))
    expect((await local.get(address)).status).toBe(404)
    expect(local.onBug).not.toHaveBeenCalled()
  })
})

describe('an upload', () => {
  it.each([
    ['nothing', form('read'), 400, 'No document came'],
    ['three files', form('read', 'a', 'b', 'c'), 400, 'two are the most'],
    ['one to compare', form('compare', 'a.pdf'), 400, 'needs two documents'],
    ['an empty file', form('read', 'empty.pdf'), 422, 'empty.pdf is empty'],
    [
      'two empty files',
      form('read', 'empty.pdf', 'empty2.txt'),
      422,
      'empty.pdf is empty (0 bytes). empty2.txt is empty',
    ],
  ])('of %s comes back to the form with what is wrong', async (_name, data, status, words) => {
    const response = await startApp().post('/work', data)
    expect(response.status).toBe(status)
    const page = await response.text()
    expect(page).toContain(words)
    expect(page).toContain('<form')
  })

  it.each([
    ['not a form', 'hello', 'text/plain'],
    ['a broken form', '--x\r\nnonsense', 'multipart/form-data; boundary=x'],
    ['a form without boundary', 'x', 'multipart/form-data'],
  ])('that is %s is refused', async (_name, body, type) => {
    expect((await startApp().post('/work', body, { 'content-type': type })).status).toBe(400)
  })

  it('that is too large is refused, said or streamed', async () => {
    const local = startApp({ limits: { bytes: 1000 } })
    const large = new FormData()
    large.set('report', new File(['x'.repeat(200_000)], 'large.txt'))
    expect((await local.post('/work', large)).status).toBe(413)
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(50_000)),
    })
    const request = new Request(`${base}/work`, {
      method: 'POST',
      headers: { ...own, 'content-type': 'multipart/form-data; boundary=x', 'transfer-encoding': 'chunked' },
      body: stream,
      duplex: 'half',
    } as RequestInit) // `duplex` is missing from the DOM's type
    expect((await local.app.fetch(request)).status).toBe(413)
  })

  it('escapes the names it came under', async () => {
    const local = startApp()
    const posted = await local.post('/work', form('read', '<img src=x onerror=alert(1)>.pdf'))
    const page = await (await local.get(posted.headers.get('location') ?? '')).text()
    expect(page).not.toContain('<img')
  })
})
