/**
 * From content files to records. Any file may hold any records, under the plural names below; every problem names file
 * and line, and one bad record does not hide the others.
 */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { ZodType } from 'zod'
import { RECORD_SCHEMAS, type RecordBody, type RecordOf, type RecordType } from '../record/index.ts'
import { settings, type TrackerSettings } from '../record/settings.ts'
import type { ContentProblem } from './problem.ts'
import { type SchemaIssue, tellShapeProblem } from './shape-problem.ts'
import { type FileProblem, findNoText, findYamlProblems } from './yaml-problems.ts'

export interface ContentFile {
  /** As it is to be named in messages, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** A record and its place in the content; `type` tells which body it has. */
export type ContentRecord = {
  readonly [T in RecordType]: {
    readonly type: T
    readonly id: string
    readonly body: RecordOf<T>
    readonly file: string
    readonly line: number
    /** The line of a part, such as ["versions", 1], or of the nearest above it that is there. */
    readonly lineAt: (path: readonly PropertyKey[]) => number
  }
}[RecordType]

export interface Content {
  readonly settings: TrackerSettings | null
  /** Where the settings stand; absent where there are none. */
  readonly settingsAt?: Pick<ContentRecord, 'file' | 'lineAt'>
  readonly records: readonly ContentRecord[]
  readonly problems: readonly ContentProblem[]
  /** Records that are there and do not fit their shape, as "topic leave": whoever names one is not wrong about that. */
  readonly refused?: ReadonlySet<string>
  /** Whether a file could not be read at all, so that nobody knows which records are there. */
  readonly isUnread?: boolean
}

export const CONTENT_KEYS: Readonly<Record<string, RecordType>> = {
  sources: 'source',
  organisations: 'organisation',
  governments: 'government',
  topics: 'topic',
  recommendations: 'recommendation',
  asks: 'ask',
  decisions: 'decision',
  commitments: 'commitment',
  inheritances: 'inheritance',
  delivery: 'deliveryEvent',
  looks: 'look',
  assessments: 'assessment',
  positions: 'position',
  groups: 'group',
  supports: 'support',
  coverage: 'coverage',
  deadlines: 'deadline',
  indicators: 'indicator',
  programmes: 'programme',
  conflicts: 'conflict',
}

/** A coverage cell has no name of its own: group, support and first day name it. */
export function idOf(type: RecordType, body: RecordBody): string {
  if (type === 'coverage' && 'group' in body && 'support' in body)
    return `${body.group}/${body.support}/${body.from.from}`
  return 'id' in body ? body.id : ''
}

interface Reading {
  readonly file: string
  readonly document: Document
  readonly lines: LineCounter
  readonly records: ContentRecord[]
  readonly problems: ContentProblem[]
  readonly refused: Set<string>
}

const isNamed = (written: unknown): written is { id: unknown } =>
  written !== null && typeof written === 'object' && 'id' in written

const lineOf = (reading: Reading, node: Node | null | undefined): number =>
  node?.range ? reading.lines.linePos(node.range[0]).line : 1

/** The deepest node along a schema error's path: the line a person should look at. */
function nodeAt(node: Node, path: readonly PropertyKey[]): Node {
  let at: Node = node
  for (const key of path) {
    const next: unknown = isMap(at) || isSeq(at) ? at.get(key, true) : undefined
    if (!isNode(next)) break
    at = next
  }
  return at
}

function addSchemaProblems(
  reading: Reading,
  node: Node,
  { schema, written, issues }: { schema: ZodType; written: unknown; issues: readonly SchemaIssue[] },
): void {
  for (const issue of issues) {
    const place = issue.keys === undefined ? issue.path : [...issue.path, ...issue.keys.slice(0, 1)]
    reading.problems.push({
      file: reading.file,
      line: lineOf(reading, nodeAt(node, place)),
      ...tellShapeProblem(issue, written, schema),
    })
  }
}

/** What was written as the schema has it; null where it does not fit, which is told then. */
function readShape<T>(reading: Reading, node: Node, schema: ZodType<T>): T | null {
  const written: unknown = node.toJS(reading.document)
  const parsed = schema.safeParse(written)
  if (parsed.success) return parsed.data
  addSchemaProblems(reading, node, { schema, written, issues: parsed.error.issues })
  return null
}

function readRecord(reading: Reading, type: RecordType, node: Node): void {
  const body = readShape<RecordBody>(reading, node, RECORD_SCHEMAS[type])
  if (body === null) {
    const written: unknown = node.toJS(reading.document)
    if (isNamed(written)) reading.refused.add(`${type} ${written.id}`)
    return
  }
  const record = {
    type,
    id: idOf(type, body),
    body,
    line: lineOf(reading, node),
    ...placeOf(reading, node),
  }
  reading.records.push(record as ContentRecord) // the body was parsed by the schema of this type
}

const placeOf = (reading: Reading, node: Node): Pick<ContentRecord, 'file' | 'lineAt'> => ({
  file: reading.file,
  lineAt: (path) => lineOf(reading, nodeAt(node, path)),
})

/** The tracker's settings and where they stand. */
interface Own {
  readonly settings: TrackerSettings
  readonly settingsAt: Pick<ContentRecord, 'file' | 'lineAt'>
}

function readSettings(reading: Reading, node: Node): Own | null {
  const own = readShape(reading, node, settings)
  return own && { settings: own, settingsAt: placeOf(reading, node) }
}

function addProblem(reading: Reading, node: Node | null, message: string, fix: string): void {
  reading.problems.push({ file: reading.file, line: node ? lineOf(reading, node) : null, message, fix })
}

/** The file as YAML, or what keeps it from being read. */
function readYaml(text: string, lines: LineCounter): { document: Document } | { problems: FileProblem[] } {
  const noText = findNoText(text)
  if (noText !== null) return { problems: [noText] }
  try {
    const document = parseDocument(text, { lineCounter: lines })
    const problems = findYamlProblems(text, document, lines)
    return problems.length > 0 ? { problems } : { document }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const fix = 'Write records as in the other files.'
    return { problems: [{ line: 1, message: 'its lists stand in each other too deep.', fix }] }
  }
}

/**
 * Reads one file into `reading`; the tracker's own settings are returned where the file holds them. `already`: those of a
 * file before it, of which there may be none then.
 */
function readFile(reading: Reading, already: Own | null): Own | null {
  const { contents } = reading.document
  if (contents === null) return null
  if (!isMap(contents)) {
    addProblem(
      reading,
      contents,
      'the file is not a list of named records.',
      `Begin with a key such as "topics:".`,
    )
    return null
  }
  let own: Own | null = null
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const type = CONTENT_KEYS[name]
    const at = isNode(value) ? value : isNode(key) ? key : contents
    // A key with nothing under it is a list whose last record was taken out.
    if (type !== undefined && isScalar(value) && value.value === null) continue
    if (name === 'tracker' && already !== null)
      addProblem(reading, at, '"tracker" stands in another file too.', 'Keep one of the two.')
    else if (name === 'tracker') own = readSettings(reading, at)
    else if (type === undefined)
      addProblem(
        reading,
        at,
        `"${name}" is not a kind of record.`,
        `Use one of: tracker, ${Object.keys(CONTENT_KEYS).join(', ')}.`,
      )
    else if (!isSeq(value))
      addProblem(reading, at, `"${name}" is not a list.`, 'Begin each record with "- ".')
    else for (const item of value.items) if (isNode(item)) readRecord(reading, type, item)
  }
  return own
}

/** Parses all files of a tracker. Files are taken in the order given; records keep it. */
export function parseContent(files: readonly ContentFile[]): Content {
  const records: ContentRecord[] = []
  const problems: ContentProblem[] = []
  const refused = new Set<string>()
  let isUnread = false
  let own: Own | null = null
  for (const file of files) {
    const lines = new LineCounter()
    const read = readYaml(file.text, lines)
    if ('problems' in read) {
      isUnread = true
      for (const problem of read.problems) problems.push({ file: file.path, ...problem })
      continue
    }
    const reading: Reading = { file: file.path, document: read.document, lines, records, problems, refused }
    own = readFile(reading, own) ?? own
  }
  if (own === null && problems.length === 0)
    problems.push({
      file: files[0]?.path ?? 'tracker.yaml',
      line: null,
      message: 'no file holds "tracker:".',
      fix: 'Add tracker.yaml with the title, the keeper and the verdict scale.',
    })
  return { settings: null, ...own, records, problems, refused, isUnread }
}
