// Reads the labelled documents and has the scorer compare; plus what the scorer does not tell: whether confidence means
// what it says, and how many deadlines were found where there is none.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { presentReading } from '../../src/api/index.ts'
import { parseDocument, readSourceFile } from '../../src/documents/index.ts'
import type { Statement } from '../../src/model/index.ts'
import { readStatements } from '../../src/reading/index.ts'
import { isKeptOut, type Label, readLabels } from './labels.ts'
import { documentsFolder, sharedFolder } from './texts.ts'

export interface ScoredFile {
  readonly name: string
  readonly n: number
  /** The scorer's figures as it prints them. */
  readonly figures: string
}

export interface ReadingScores {
  readonly parts: { readonly part: string; readonly rows: readonly ScoredFile[] }[]
  readonly reliability: {
    readonly from: number
    readonly to: number
    readonly n: number
    readonly right: number
  }[]
  readonly deadlines: {
    readonly part: string
    found: number
    labelled: number
    extra: number
    given: number
  }[]
}

type Bag = ReadonlyMap<string, number>

function bagOf(text: string): { bag: Bag; size: number } {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}£%]+/gu) ?? []
  const bag = new Map<string, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return { bag, size: words.length }
}

function share(wanted: { bag: Bag; size: number }, found: Bag): number {
  let hits = 0
  for (const [word, count] of wanted.bag) hits += Math.min(count, found.get(word) ?? 0)
  return wanted.size === 0 ? 0 : hits / wanted.size
}

/** The statement that shares most words with the label, both ways; undefined below six in ten. */
function findStatement(
  label: Label,
  statements: readonly { statement: Statement; words: ReturnType<typeof bagOf> }[],
) {
  const wanted = bagOf(label.text)
  let best: Statement | undefined
  let most = 0.6
  for (const { statement, words } of statements) {
    const both = Math.min(share(wanted, words.bag), 1) * 0.5 + share(words, wanted.bag) * 0.5
    if (both > most) {
      most = both
      best = statement
    }
  }
  return best
}

function runScorer(labels: readonly string[], readingFile: string, folder: string): ScoredFile[] {
  const file = join(folder, 'labels.jsonl')
  writeFileSync(file, `${labels.join('\n')}\n`)
  const scorer = join(sharedFolder, 'tools/score-statements.mjs')
  const { stdout, status, stderr } = spawnSync(process.execPath, [scorer, file, readingFile], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the scorer ended with ${status}: ${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .flatMap((line) => {
      const parts = /^(\S+)\s+n=(\d+)\s+(.*)$/.exec(line)
      return parts ? [{ name: parts[1] ?? '', n: Number(parts[2]), figures: parts[3] ?? '' }] : []
    })
}

export async function scoreReadings(): Promise<ReadingScores> {
  const labels = readLabels()
  const files = [...new Set(labels.map(({ label }) => label.file))]
  const readings = new Map<string, Statement[]>()
  const presented = []
  for (const file of files) {
    console.error(`reading ${file}`)
    const document = await parseDocument(await readSourceFile(join(documentsFolder, file)))
    const statements = readStatements(document)
    readings.set(file, statements)
    presented.push({ file, document, statements })
  }
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-score-'))
  const readingFile = join(folder, 'reading.json')
  writeFileSync(readingFile, JSON.stringify(presentReading(presented)))

  const isTuned = ({ label }: { label: Label }) => !isKeptOut(label)
  const parts = [
    { part: 'all labels', chosen: labels },
    { part: 'tuned on', chosen: labels.filter(isTuned) },
    { part: 'kept out of tuning', chosen: labels.filter((one) => !isTuned(one)) },
  ]
  const searchable = new Map(
    [...readings].map(([file, statements]) => [
      file,
      statements.map((statement) => ({ statement, words: bagOf(statement.text) })),
    ]),
  )
  const judged = labels.map(({ label }) => ({
    label,
    statement: findStatement(label, searchable.get(label.file) ?? []),
  }))
  return {
    parts: parts.map(({ part, chosen }) => ({
      part,
      rows: runScorer(
        chosen.map((one) => one.line),
        readingFile,
        folder,
      ),
    })),
    reliability: measureReliability(judged),
    deadlines: ['tuned on', 'kept out of tuning'].map((part) => ({
      part,
      ...countDeadlines(judged.filter(({ label }) => isKeptOut(label) === (part !== 'tuned on'))),
    })),
  }
}

type Judged = readonly { readonly label: Label; readonly statement: Statement | undefined }[]

function measureReliability(judged: Judged) {
  const edges = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001]
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? 0
    const here = judged.filter(
      ({ statement }) => statement && statement.confidence >= from && statement.confidence < to,
    )
    const right = here.filter(({ label, statement }) =>
      [label.kind, label.alsoKind].includes(statement?.kind ?? ''),
    ).length
    return { from, to: Math.min(1, to), n: here.length, right }
  })
}

const letters = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

function countDeadlines(judged: Judged) {
  const counts = { found: 0, labelled: 0, extra: 0, given: 0 }
  for (const { label, statement } of judged) {
    const given = letters(statement?.deadline?.text ?? '')
    const wanted = letters(label.deadline ?? '')
    if (given) counts.given++
    if (wanted) counts.labelled++
    const isFound = given !== '' && wanted !== '' && (given.includes(wanted) || wanted.includes(given))
    if (isFound) counts.found++
    else if (given) counts.extra++
  }
  return counts
}
