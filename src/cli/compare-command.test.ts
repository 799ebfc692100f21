import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentText } from '../model/index.ts'
import { parseCommandLine } from './command-line.ts'
import { runCompare } from './compare-command.ts'
import { createEngine, type Engine } from './engine.ts'
import { plainStyle } from './text-style.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-compare-'))
  writeFileSync(join(folder, 'report.txt'), 'Recommendation 1: The council should open a tree nursery.\n')
  writeFileSync(
    join(folder, 'response.txt'),
    'Recommendation 1\n\nThe council accepts this recommendation. It will open the nursery by May 2027.\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the comparison with an engine that gives the report only once `until` resolves; tells what was done in order. */
async function compareWhile(until: (steps: string[]) => Promise<void>, failing = '') {
  const steps: string[] = []
  let out = ''
  const real = createEngine(null)
  const engine: Engine = {
    async parse(source, options): Promise<DocumentText> {
      const name = source.name.endsWith('report.txt') ? 'report' : 'response'
      if (name === 'report') await until(steps)
      if (name === failing) throw new Error('lost')
      steps.push(`parsed ${name}`)
      return real.parse(source, options)
    },
    async read(document) {
      steps.push('read')
      return real.read(document)
    },
    async compare(report, response) {
      steps.push('compared')
      return real.compare(report, response)
    },
  }
  const files = ['report.txt', 'response.txt'].map((name) => join(folder, name))
  const stream = (take: (text: string) => void) => ({
    write(chunk: string | Uint8Array, done?: (error?: Error | null) => void) {
      take(String(chunk))
      done?.()
      return true
    },
  })
  const terminal = {
    stdout: stream((text) => {
      out += text
    }),
    stderr: stream(() => {}),
    columns: 80,
    style: plainStyle,
    progressColumns: null,
    environment: {},
    signal: new AbortController().signal,
  }
  const words = ['compare', ...files, '--format', 'json', '--quiet']
  const code = await runCompare(parseCommandLine(words), terminal, engine)
  return { steps, out, code }
}

const untilRead = async (steps: string[]) => {
  while (!steps.includes('read')) await new Promise((resolve) => setTimeout(resolve, 1))
}
const untilParsed = async () => {}

describe('holdfast compare', () => {
  it('reads the response while the report is still parsed, and compares the same', async () => {
    const early = await compareWhile(untilRead)
    expect(early.steps).toEqual(['parsed response', 'read', 'parsed report', 'compared'])
    const late = await compareWhile(untilParsed)
    expect([early.code, late.code]).toEqual([0, 0])
    expect(early.out).toBe(late.out)
    expect(JSON.parse(early.out).rows).toMatchObject([
      { decision: 'accepted', commitments: [{ number: '1' }] },
    ])
  })

  it('compares nothing when either document is lost', async () => {
    for (const failing of ['report', 'response']) {
      const { steps, out } = await compareWhile(untilParsed, failing)
      expect(steps).not.toContain('compared')
      expect(out).toBe('')
    }
  })
})
