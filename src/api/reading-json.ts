/** The JSON of a reading piece by piece: as one string, that of a very long document is more than a string can hold. */
import { presentDocument, presentStatement, READING_SCHEMA } from './present-reading.ts'
import type { Reading } from './records.ts'

/** Letters that are gathered before they are given. */
const PIECE = 1_000_000

/** What JSON.stringify(presentReading(readings), null, 2) gives, and the end of its last line. */
export function* readingJson(readings: readonly Reading[]): Generator<string> {
  let piece = ''
  for (const part of partsOf(readings)) {
    piece += part
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece
}

function* partsOf(readings: readonly Reading[]): Generator<string> {
  yield `{\n  "schema": ${JSON.stringify(READING_SCHEMA)},\n  "documents": `
  yield* list(readings, 2, partsOfDocument)
  yield '\n}\n'
}

function* partsOfDocument(reading: Reading): Generator<string> {
  const facts = indented(presentDocument(reading), 4)
  yield `${facts.slice(0, facts.lastIndexOf('\n'))},\n      "statements": `
  yield* list(reading.statements, 6, function* (statement) {
    yield indented(presentStatement(statement), 8)
  })
  yield '\n    }'
}

/** An array that opens `depth` blanks in. */
function* list<T>(
  items: readonly T[],
  depth: number,
  write: (item: T) => Iterable<string>,
): Generator<string> {
  const pad = ' '.repeat(depth)
  let before = '['
  for (const item of items) {
    yield `${before}\n${pad}  `
    yield* write(item)
    before = ','
  }
  yield items.length === 0 ? '[]' : `\n${pad}]`
}

const indented = (value: object, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`)
