// The examples of docs/api.md are what the application answers; run with UPDATE_DOCS=1 to write them anew, and read what changed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FEED_FORMATS, PROBLEM_CODES, PROBLEMS, PROTOCOL_VERSIONS } from '../../src/api/tracker/index.ts'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { aTracker, RIVER_TRACKER } from '../builders/tracker.ts'

const file = join(import.meta.dirname, '../../docs/api.md')
const docs = readFileSync(file, 'utf8')
const EXAMPLE = /<!-- example: (\S+) -->\n```(\w+)\n([\s\S]*?)```/g
const site = createTrackerSite({
  reader: aTracker(RIVER_TRACKER).reader,
  today: () => parsePlainDate('2026-02-01')!,
  address: 'https://rivers.example',
})

/** As the documentation shows it: JSON laid out, lists of text in one line, CSV with plain line ends. */
async function answerOf(path: string, language: string): Promise<string> {
  const text = await (await site.request(path)).text()
  if (language !== 'json') return text.replaceAll('\r\n', '\n')
  const laidOut = JSON.stringify(JSON.parse(text), null, 2)
  return `${laidOut.replaceAll(/\[\n\s+((?:"[^"\n]*",?\s*)+)\n\s+\]/g, (_, items: string) => `[${items.replaceAll(/\s*\n\s*/g, ' ').trim()}]`)}\n`
}

const examples = [...docs.matchAll(EXAMPLE)].map(([, path = '', language = '', shown = '']) => ({
  path,
  language,
  shown,
}))

describe('docs/api.md', async () => {
  if (process.env.UPDATE_DOCS) {
    let fresh = docs
    for (const { path, language } of examples) {
      const answer = await answerOf(path, language)
      fresh = fresh.replace(
        new RegExp(
          `(<!-- example: ${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')} -->\\n\`\`\`\\w+\\n)[\\s\\S]*?\`\`\``,
        ),
        (_, head: string) => `${head}${answer}\`\`\``,
      )
    }
    writeFileSync(file, fresh)
  }

  it.each(examples)('shows what $path answers', async ({ path, language, shown }) => {
    expect(shown).toBe(await answerOf(path, language))
  })

  it('explains every code of a problem with its status, and no other', () => {
    const rows = [...docs.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ])
    expect(rows).toEqual(PROBLEM_CODES.map((code) => [code, PROBLEMS[code].status]))
  })

  it('names every list, tool, ending and version there is', async () => {
    const { lists } = await (await site.request('/api/v1')).json()
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
    const { result } = await (await site.request('/mcp', { method: 'POST', body })).json()
    const names = [
      ...lists.map(({ name }: { name: string }) => name),
      ...result.tools.map(({ name }: { name: string }) => name),
      ...FEED_FORMATS.map(({ suffix }) => `.${suffix}`),
    ]
    for (const name of names) expect(docs, name).toContain(`\`${name}\``)
    expect(docs).toContain(`versions ${PROTOCOL_VERSIONS.join(', ')}`)
  })

  it('tells a call of the MCP endpoint that works', async () => {
    const body = /-d '(.*)'/.exec(docs)?.[1] ?? ''
    const { result } = await (await site.request('/mcp', { method: 'POST', body })).json()
    expect(result.structuredContent.records.map(({ id }: { id: string }) => id)).toEqual(['trial-2025'])
  })
})
