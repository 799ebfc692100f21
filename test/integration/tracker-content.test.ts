// The content folders under trackers/ as the site will load them: no problem in any, every kind of record in the flagship,
// and nothing copied from the source documents where those lie beside the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type Content,
  checkContent,
  compareAlong,
  describeProblem,
  parseContent,
} from '../../src/tracker/index.ts'
import { RECORD_TYPES } from '../../src/tracker/record/index.ts'

const trackersFolder = join(import.meta.dirname, '../../trackers')
const documentsFolder = join(import.meta.dirname, '../../../shared/documents')

function readContent(name: string): Content {
  const folder = join(trackersFolder, name)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  )
  return parseContent(
    paths.sort().map((path) => ({ path: `${name}/${path}`, text: readFileSync(join(folder, path), 'utf8') })),
  )
}

const names = readdirSync(trackersFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

describe.each(names)('the content of %s', (name) => {
  const content = readContent(name)
  it('has no problem', () => {
    expect([...content.problems, ...checkContent(content)].map(describeProblem)).toEqual([])
  })
  it('names its tracker after its folder', () => {
    expect(content.settings?.id).toBe(name)
  })
})

describe('the flagship', () => {
  const content = readContent('kinship-england')

  // Copies of sources, and the words found in them, are each keeper's own.
  const ownOfKeepers: readonly string[] = ['capture', 'passage']

  it.each(ownOfKeepers)('holds no record of type %s, as no source is ours to hand on', (type) => {
    expect(content.records.filter((record) => record.type === type)).toEqual([])
  })

  it.each(RECORD_TYPES.filter((type) => !ownOfKeepers.includes(type)))('holds records of type %s', (type) => {
    expect(content.records.filter((record) => record.type === type).length).toBeGreaterThan(0)
  })

  it('cites each of its sources, and no unofficial mirror', () => {
    const text = JSON.stringify(content.records.filter((record) => record.type !== 'source'))
    const sources = content.records.filter((record) => record.type === 'source')
    expect(sources.filter(({ id }) => !text.includes(`"source":"${id}"`)).map(({ id }) => id)).toEqual([])
    expect(sources.filter(({ body }) => /mirror/i.test(JSON.stringify(body))).map(({ id }) => id)).toEqual([])
  })

  it('computes how the promise of an allowance narrowed, slipped and widened', () => {
    const allowance = content.records.find((record) => record.id === 'kinship-allowance')
    if (allowance?.type !== 'commitment') throw new Error('no commitment "kinship-allowance"')
    const drifts = compareAlong(allowance.body.versions).map((version) =>
      version.map(({ field, name }) => `${field} ${name}`),
    )
    const at = (words: string) => drifts[allowance.body.versions.findIndex(({ on }) => on.words === words)]
    expect(at('2023-12-15')).toContain('qualifies narrowed')
    expect(at('2024-05')).toContain('dueBy dropped')
    expect(at('2024-10-27 to 2024-10-30')).toEqual(
      // £16m was for the first year alone, £40m for all of a trial: neither more nor less.
      expect.arrayContaining(['money changed', 'places increased']),
    )
    expect(at('2025')).toContain('starts delayed')
    expect(at('2025-06-17')).toContain('qualifies widened')
    expect(at('2026-02-27')).toEqual(
      expect.arrayContaining(['money increased', 'places reduced', 'reach increased']),
    )
  })

  it('marks every verdict of May 2022 as an inference', () => {
    const verdicts = content.records.flatMap(({ type, body }) => (type === 'assessment' ? [body] : []))
    const may = verdicts.filter((verdict) => verdict.on.words === '2022-05-24')
    expect(may).toHaveLength(10)
    expect(may.filter((verdict) => !verdict.isInferred)).toEqual([])
  })
})

/** How many words in a row may be the same: names and figures give short runs, a copied sentence a longer one. */
const longestRun = 12

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[a-z0-9£]+/g) ?? []

const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(longestRun - 1).map((_, at) => words.slice(at, at + longestRun).join(' '))
}

/** Every string of a record's body; the title of a source is a name and may be as long as it is. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : []
}

describe('content and source documents', () => {
  const hasDocuments = existsSync(documentsFolder)
  if (!hasDocuments)
    console.info('note: no ../shared/documents, so nothing was compared with the source documents')

  it.runIf(hasDocuments)(`share no run of ${longestRun} words`, () => {
    const texts = readdirSync(documentsFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.txt'),
    )
    const known = new Set(texts.flatMap((path) => runsOf(readFileSync(join(documentsFolder, path), 'utf8'))))
    expect(known.size).toBeGreaterThan(0)
    const copied = names.flatMap((name) =>
      readContent(name)
        .records.filter(({ type }) => type !== 'source')
        .flatMap(({ type, id, body }) =>
          stringsOf(body)
            .filter((text) => runsOf(text).some((run) => known.has(run)))
            .map((text) => `${type} ${id}: ${text}`),
        ),
    )
    expect(copied).toEqual([])
  })
})
