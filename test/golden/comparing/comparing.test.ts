// Report and response pairs written for the tests, in every format and many layouts, with the rows they should give.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareDocuments } from '../../../src/comparing/index.ts'
import { parseDocumentHere, readSourceFile } from '../../../src/documents/index.ts'
import type { Comparison, DocumentText } from '../../../src/model/index.ts'

interface ExpectedRow {
  readonly number: string | null
  /** First and last words, joined by " … "; or the whole text. */
  readonly recommendation: string
  readonly response: string | null
  readonly decision: string
}

interface Expected {
  readonly report: string
  readonly response: string
  readonly rows: readonly ExpectedRow[]
  readonly unmatched: readonly string[]
  /** For each row the times of its commitments, in the document's words; not looked at where absent. */
  readonly deadlines?: readonly (readonly (string | null)[])[]
}

const folder = import.meta.dirname
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

// The content of these files is ours: their shape is what this file's interfaces say.
const readExpected = (name: string) =>
  JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The found text cut to the same first and last words as the expected one. */
function abridge(found: string | undefined, wanted: string | null): string | null {
  if (found === undefined) return null
  const text = squeeze(found)
  const [head = '', tail] = (wanted ?? '').split(' … ')
  if (tail === undefined || text.length < head.length + tail.length) return text
  return `${text.slice(0, head.length)} … ${text.slice(-tail.length)}`
}

async function compareCase(name: string, expected: Expected): Promise<Comparison> {
  const parse = async (file: string): Promise<DocumentText> =>
    parseDocumentHere(await readSourceFile(join(folder, name, file)))
  return compareDocuments(await parse(expected.report), await parse(expected.response))
}

describe.each(cases)('%s', (name) => {
  const expected = readExpected(name)

  it('gives the expected rows', async () => {
    const { rows } = await compareCase(name, expected)
    const found = rows.map((row, index) => ({
      number: row.number,
      recommendation: abridge(row.recommendation.text, expected.rows[index]?.recommendation ?? null),
      response: abridge(row.response?.text, expected.rows[index]?.response ?? null),
      decision: row.decision,
    }))
    expect(found).toEqual(expected.rows)
  })

  // Which sentences are commitments is reading's to say and tested there; here they only have to reach their row.
  it('gives each row the commitments of its own reply', async () => {
    const { rows } = await compareCase(name, expected)
    for (const row of rows)
      for (const one of row.commitments) {
        expect(one.start).toBeGreaterThanOrEqual(row.response?.start ?? Number.POSITIVE_INFINITY)
        expect(row.response?.text).toContain(one.text)
      }
    expect(rows.some((row) => row.commitments.length > 0)).toBe(true)
  })

  it('lists the replies to nothing', async () => {
    const { unmatchedResponses } = await compareCase(name, expected)
    expect(
      unmatchedResponses.map((one, index) => abridge(one.text, expected.unmatched[index] ?? null)),
    ).toEqual(expected.unmatched)
  })
})

const dated = cases.filter((name) => readExpected(name).deadlines)

it.each(dated)('%s: gives the commitments the dates set beside them', async (name) => {
  const expected = readExpected(name)
  const { rows } = await compareCase(name, expected)
  const found = rows.map((row) => row.commitments.map((one) => one.deadline && squeeze(one.deadline.text)))
  expect(found).toEqual(expected.deadlines)
})
