// Labelled pages for the fit: what the reader makes of each, with the label that each statement carries.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseDocument, readSourceFile } from '../../../src/documents/index.ts'
import { STATEMENT_KINDS, type StatementKind } from '../../../src/model/index.ts'
import { surveyDocument } from '../../../src/reading/index.ts'
import { type Beside, type Heard, weighUp } from '../../../src/reading/second-opinion/index.ts'
import { isKeptOut, labelsFile, readLabels } from '../labels.ts'

export interface LabelledStatement {
  /** Folder and file: no two pages share one. */
  readonly page: string
  /** The first word of the file's name, which pages of one publisher share. */
  readonly publisher: string
  readonly genre: string
  /** What the reader gave the second opinion; null for headings, which it is not asked about, and for what it missed. */
  readonly heard: Heard | null
  readonly before: Neighbour
  readonly after: Neighbour
  /** What the rules alone say. */
  readonly ruled: StatementKind
  readonly kind: StatementKind
  readonly also: StatementKind | null
}

// Nobody waits for a fit: large documents may take long on a busy machine.
const PATIENCE = 1800

interface Label {
  readonly file: string
  readonly text: string
  readonly kind: StatementKind
  readonly alsoKind?: StatementKind | null
  readonly genre?: string | null
}

/** What stands beside a statement: another one, or none. */
export type Neighbour = Heard | 'heading' | 'nothing'

/**
 * The labelled statements of a folder's *.jsonl files, in their order. A label's `file` is counted from the folder. Those
 * that the score keeps out of tuning are left out of every fit too.
 */
export async function readLabelledPages(folder: string): Promise<LabelledStatement[]> {
  const found: LabelledStatement[] = []
  const keptOut = readKeptOut()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.jsonl')) continue
    const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n')
    const labels = lines
      .map((line) => JSON.parse(line) as Label) // the labels' own format
      .filter(({ text }) => !keptOut.has(text))
    for (const file of new Set(labels.map((label) => label.file))) {
      const path = join(folder, file)
      if (!existsSync(path)) throw new Error(`${name} names ${file}, which is not in ${folder}`)
      found.push(
        ...(await readPage(
          path,
          labels.filter((label) => label.file === file),
        )),
      )
    }
  }
  return found
}

/** Texts of the labels that no rule and no weight is tuned on; none where the development labels are not beside the project. */
function readKeptOut(): ReadonlySet<string> {
  if (!existsSync(labelsFile)) return new Set()
  const labels = readLabels().map(({ label }) => label)
  return new Set(labels.filter(isKeptOut).map(({ text }) => text))
}

async function readPage(path: string, labels: readonly Label[]): Promise<LabelledStatement[]> {
  const document = await parseDocument(await readSourceFile(path), { limits: { seconds: PATIENCE } })
  // The reader asks twice: once for each sentence, then with the chances of those beside it, by which they are known again.
  const byChances = new Map<Beside, Heard>()
  const beside = new Map<Heard, { before: Neighbour; after: Neighbour }>()
  const named = (one: Beside | null): Neighbour =>
    typeof one === 'string' ? one : ((one && byChances.get(one)) ?? 'nothing')
  const survey = surveyDocument(document, {
    adviser: {
      hear: (judged, at) => {
        const one = {
          judged,
          at,
          chances: weighUp(new Float64Array(STATEMENT_KINDS.length), judged.weighing),
        }
        byChances.set(one.chances, one)
        return one
      },
      advise: (one, before, after) => {
        beside.set(one, { before: named(before), after: named(after) })
        return one.judged
      },
    },
  })
  const byStart = new Map([...beside.keys()].map((one) => [one.judged.start, one]))
  const bags = survey.statements.map((statement) => wordsOf(statement.text))
  return labels.map((label) => {
    const statement = survey.statements[closest(wordsOf(label.text), bags)]
    const heard = (statement && byStart.get(statement.start)) ?? null
    return {
      heard,
      before: (heard && beside.get(heard)?.before) ?? 'nothing',
      after: (heard && beside.get(heard)?.after) ?? 'nothing',
      ruled: statement?.kind ?? 'other',
      page: path,
      publisher: basename(path).split(/[-_.]/u)[0] ?? path,
      genre: label.genre ?? 'unknown',
      kind: label.kind,
      also: label.alsoKind ?? null,
    }
  })
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}£%]+/gu) ?? []

const LEAST_SHARED = 0.6

/** Index of the statement that holds most of the label's words, or lies within it; -1 below six in ten. */
function closest(label: readonly string[], statements: readonly (readonly string[])[]): number {
  let best = -1
  let most = LEAST_SHARED
  statements.forEach((words, index) => {
    const held = shareOf(label, words)
    const within = words.length >= 4 && shareOf(words, label) >= 0.9 ? 0.6 + 0.4 * held : 0
    const score = Math.max(held, within) - Math.max(0, words.length - 3 * label.length) / 1000
    if (score > most) {
      most = score
      best = index
    }
  })
  return best
}

function shareOf(wanted: readonly string[], given: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of given) left.set(word, (left.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of wanted) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    hits++
    left.set(word, count - 1)
  }
  return wanted.length === 0 ? 0 : hits / wanted.length
}
