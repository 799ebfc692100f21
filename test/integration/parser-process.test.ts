import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type ParseLimits, type ParseOptions } from '../../src/documents/index.ts'
import { runParser } from '../../src/documents/process/run-parser.ts'
import { buildTestParsers, type TestParsers } from './test-parsers.ts'

const source = {
  name: 'report.txt',
  bytes: Buffer.from('Rail fares\n\nThe regulator should cap fares by May 2024.\n'),
}
const empty = `return { mediaType: 'text/plain', sha256: '', title: null, publisher: null, date: null, text: '', blocks: [], pages: null, notices: [] }`
const titled = (value: string) => empty.replace('title: null', `title: ${value}`)

let parsers: TestParsers
beforeAll(async () => {
  parsers = await buildTestParsers({
    loop: 'for (;;) {}',
    wait: 'options.onProgress({ phase: "waiting", done: 0, total: null }); await new Promise(() => setInterval(() => {}, 1000))',
    heap: 'const all = []; for (;;) all.push(new Array(1000).fill(all.length))',
    buffers:
      'const all = []; for (;;) { all.push(Buffer.alloc(10_000_000, 1)); await new Promise((go) => setTimeout(go, 5)) }',
    killed: 'process.kill(process.pid, "SIGKILL"); await new Promise(() => setInterval(() => {}, 1000))',
    exits: 'process.exit(3)',
    silent: 'process.disconnect()',
    bug: 'null.x',
    throws:
      'setTimeout(() => { throw new Error("later") }, 1); await new Promise(() => setInterval(() => {}, 1000))',
    loose: `void Promise.reject(new Error('loose')); await new Promise((go) => setTimeout(go, 20)); ${titled("'whole'")}`,
    progress: `for (let i = 1; i <= 3; i++) options.onProgress({ phase: 'pages', done: i, total: 3 }); ${empty}`,
    large: titled("'x'.repeat(30_000_000)"),
    environment: titled('JSON.stringify(process.env)'),
    writes: `const fs = await import('node:fs'); fs.writeFileSync(source.name, 'x'); ${empty}`,
    reads: `const fs = await import('node:fs'); ${titled('fs.readFileSync(source.name, "utf8")')}`,
    spawns: `const { execSync } = await import('node:child_process'); ${titled('execSync("id").toString()')}`,
    fetches: `await fetch(source.name); ${empty}`,
    connects: `const net = await import('node:net'); net.connect(Number(source.name), '127.0.0.1'); ${empty}`,
    resolves: `const dns = await import('node:dns/promises'); await dns.lookup('example.org'); ${empty}`,
    interfaces: `const { networkInterfaces } = await import('node:os'); ${titled('Object.keys(networkInterfaces()).join()')}`,
  })
})
afterAll(() => parsers.remove())

const run = (name: string, options: ParseOptions & { limits?: Partial<ParseLimits>; name?: string } = {}) =>
  runParser(
    parsers.entry(name),
    { ...source, name: options.name ?? source.name },
    { ...DEFAULT_LIMITS, seconds: 20, ...options.limits },
    options,
  )
const hasPermissions = ['--permission', '--experimental-permission'].some((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
)
const hasNamespaces =
  process.platform === 'linux' && spawnSync('unshare', ['--user', '--net', 'true']).status === 0

describe('the process that parses', () => {
  it('answers with the same document as parsing here', async () => {
    const document = await run('product')
    expect(document).toMatchObject({
      mediaType: 'text/plain',
      title: 'Rail fares',
      text: source.bytes.toString(),
    })
  })

  it.each([
    ['a loop without end', 'loop', { seconds: 0.5 }, 'parser_out_of_time'],
    ['a wait without end', 'wait', { seconds: 0.5 }, 'parser_out_of_time'],
    ['a heap that grows', 'heap', { memoryMegabytes: 64 }, 'parser_out_of_memory'],
    ['a kill from outside', 'killed', {}, 'parser_lost'],
    ['an exit', 'exits', {}, 'parser_lost'],
    ['a closed channel', 'silent', {}, 'parser_lost'],
    ['an error nobody catches', 'throws', {}, 'parser_lost'],
  ])('reports %s', async (_name, parser, limits, code) => {
    await expect(run(parser, { limits })).rejects.toMatchObject({ code })
  })

  it.runIf(process.platform === 'linux')('reports memory that grows outside the heap', async () => {
    await expect(run('buffers', { limits: { memoryMegabytes: 100 } })).rejects.toMatchObject({
      code: 'parser_out_of_memory',
    })
  })

  it('hands errors over with class, code and details, and a bug with its stack', async () => {
    const garbage = { name: 'a.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }
    await expect(runParser(parsers.entry('product'), garbage, DEFAULT_LIMITS, {})).rejects.toMatchObject({
      name: 'SourceError',
      code: 'format_unsupported',
      details: { format: 'a picture (PNG)' },
    })
    await expect(run('bug')).rejects.toThrow(/The parser failed on report\.txt: TypeError/)
  })

  it('hands progress over', async () => {
    const seen: number[] = []
    await run('progress', { onProgress: ({ done }) => seen.push(done) })
    expect(seen).toEqual([1, 3]) // the one in between came too soon after the first
  })

  it('answers though work that nobody waits for has failed', async () => {
    expect((await run('loose')).title).toBe('whole')
  })

  it('hands a large document over whole', async () => {
    expect((await run('large')).title).toHaveLength(30_000_000)
  })

  it('stops when told to, before and during the work', async () => {
    await expect(run('wait', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' })
    const controller = new AbortController()
    const stopped = run('wait', { signal: controller.signal, onProgress: () => controller.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('reports a file that is no program', async () => {
    await expect(runParser('/no/such/parser.mjs', source, DEFAULT_LIMITS, {})).rejects.toMatchObject({
      code: 'parser_lost',
    })
  })
})

describe('what the process that parses may not do', () => {
  it('knows nothing of the environment but where programs are', async () => {
    process.env['HOLDFAST_TEST_SECRET'] = 'secret'
    const { title } = await run('environment')
    delete process.env['HOLDFAST_TEST_SECRET']
    expect(title).not.toContain('secret')
  })

  it.runIf(hasPermissions)('neither writes nor reads files, nor starts programs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-'))
    const file = join(folder, 'private.txt')
    writeFileSync(file, 'private')
    for (const parser of ['writes', 'reads', 'spawns'])
      await expect(run(parser, { name: file })).rejects.toThrow(/Access to this API has been restricted/)
    rmSync(folder, { recursive: true })
  })

  it.each(['fetches', 'connects', 'resolves'])('has no network: %s', async (parser) => {
    await expect(run(parser, { name: '9' })).rejects.toThrow(/has no network/)
  })

  it.runIf(hasNamespaces)('stands in a network of its own, without interfaces', async () => {
    expect(Object.keys(networkInterfaces())).not.toEqual([])
    expect((await run('interfaces')).title).toBe('')
  })
})
