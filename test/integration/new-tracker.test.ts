// What `holdfast init` starts from: the template as it is makes a tracker whose every page says honestly that it is empty,
// and its commented examples, all of them put to use, make a whole one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePlainDate } from '../../src/model/index.ts'
import { createTrackerSite } from '../../src/site/index.ts'
import { CONTENT_KEYS } from '../../src/tracker/content/parse-content.ts'
import { type ContentFile, checkContent, describeProblem, parseContent } from '../../src/tracker/index.ts'
import { crawl, elementsOf, textOf } from '../builders/crawl.ts'
import { build } from '../builders/tracker.ts'

const folder = join(import.meta.dirname, '../../templates/tracker')
const values: Readonly<Record<string, string>> = {
  name: 'clean-rivers',
  title: 'Clean rivers',
  today: '2026-11-21',
}

const files: readonly ContentFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({
    path,
    text: readFileSync(join(folder, path), 'utf8').replaceAll(
      /\{\{(\w+)\}\}/g,
      (_all, key: string) => values[key] ?? '',
    ),
  }))

/** One "#" is an example, two explain. */
const withExamples = files.map(({ path, text }) => ({ path, text: text.replaceAll(/^#(?!#)/gm, '') }))
const siteOf = (given: readonly ContentFile[]) =>
  createTrackerSite({ ...build(parseContent(given)), today: () => parsePlainDate('2026-11-22')! })

describe('the template of a new tracker', () => {
  it('is accepted as it is', () => {
    const content = parseContent(files)
    expect([...content.problems, ...checkContent(content)].map(describeProblem)).toEqual([])
    expect(content.records.filter(({ file }) => file !== 'tracker.yaml')).toEqual([])
  })

  it('is accepted with keys that have nothing under them yet', () => {
    const keysOnly = files.map(({ path, text }) => ({
      path,
      text: text.replaceAll(/^#(\w+:)$/gm, '$1'),
    }))
    expect(parseContent(keysOnly).problems.map(describeProblem)).toEqual([])
  })

  it('gives an example of every kind of record, and together they are right', () => {
    const content = parseContent(withExamples)
    expect([...content.problems, ...checkContent(content)].map(describeProblem)).toEqual([])
    const given = new Set(content.records.map(({ type }) => type))
    expect(Object.values(CONTENT_KEYS).filter((type) => !given.has(type))).toEqual([])
  })
})

describe('the pages of a tracker that has one of each', () => {
  it.each([
    ['/promises', 'The one promise is weaker than at first. It shrank or slipped on the way'],
    ['/left-out', '1 kind of help for 2 groups of people makes 2 pairs. In 1 of them'],
  ])('speak of one: %s', async (path, words) => {
    const html = await (await siteOf(withExamples).request(path)).text()
    expect(textOf(html)).toContain(words)
  })
})

describe('the pages of an empty tracker', async () => {
  const pages = await crawl(siteOf(files))

  it('are all there, and each says that it is empty', () => {
    expect(pages.size).toBeGreaterThan(10)
    for (const [path, { status, html }] of pages) {
      expect(status, path).toBe(200)
      expect(elementsOf(html, 'h1'), path).toHaveLength(1)
      expect(textOf(html), path).not.toMatch(
        /undefined|NaN|null|\b0 (of|dates|sources|organisations|recommendations|pairs)\b/,
      )
      for (const { html: rows } of elementsOf(html, 'tbody')) expect(rows, path).toContain('<tr')
    }
  })

  it('lead to no place that is not there', () => {
    for (const [path, { links }] of pages)
      for (const link of links) expect(pages.get(link.path)?.status, `${path} → ${link.path}`).toBe(200)
  })
})

describe('the pages of the examples', async () => {
  const pages = await crawl(siteOf(withExamples))

  it('are all there, and name nothing of another field', () => {
    expect(pages.size).toBeGreaterThan(25)
    for (const [path, { status, html }] of pages) {
      expect(status, path).toBe(200)
      expect(textOf(html), path).not.toMatch(/kinship|carer|guardian|famil|\bchild/i)
    }
  })
})
