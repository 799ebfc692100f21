// Files of kinship families for the measures of microdata, CSV or Parquet, of any length and with memory that stays
// small. One row is one child; 70 families in 100 have one, the others two. Nothing is concluded from them but speed.
import { closeSync, openSync, writeSync } from 'node:fs'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import { makeRandom } from '../rules/random-households.ts'

const AREAS = ['Leeds', 'Kent', 'Bexley', 'Camden']
const ARRANGEMENTS = ['informal', 'special-guardianship', 'child-arrangements', 'kinship-foster']
const MARKERS = ['none', 'court-concern']
const ETHNICITIES = ['white', 'black', 'other-minority']

interface Row {
  readonly household: string
  readonly weight: number
  readonly area: string
  readonly age: number
  readonly arrangement: string
  readonly previouslyLookedAfter: boolean
  readonly inCareMarkers: string
  readonly ethnicity: string
}

export const FAMILY_COLUMNS = [
  'household',
  'weight',
  'area',
  'age',
  'arrangement',
  'previouslyLookedAfter',
  'inCareMarkers',
  'ethnicity',
] as const

/** The same seed gives the same rows, whatever they are written as. */
function* makeRows(count: number): Generator<Row> {
  const random = makeRandom(7)
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  for (let row = 0, family = 0, left = 0; row < count; row++, left--) {
    if (left === 0) {
      family++
      left = random() < 0.7 ? 1 : 2
    }
    yield {
      household: `h${family}`,
      weight: 1.5,
      area: one(AREAS),
      age: Math.floor(random() * 18),
      arrangement: one(ARRANGEMENTS),
      previouslyLookedAfter: random() < 0.4,
      inCareMarkers: one(MARKERS),
      ethnicity: one(ETHNICITIES),
    }
  }
}

const MOST_TEXT = 1 << 20

export function writeFamiliesCsv(file: string, count: number): void {
  const out = openSync(file, 'w')
  try {
    let text = `${FAMILY_COLUMNS.join(',')}\n`
    for (const row of makeRows(count)) {
      text += `${row.household},${row.weight},${row.area},${row.age},${row.arrangement},${row.previouslyLookedAfter},${row.inCareMarkers},${row.ethnicity}\n`
      if (text.length < MOST_TEXT) continue
      writeSync(out, text)
      text = ''
    }
    writeSync(out, text)
  } finally {
    closeSync(out)
  }
}

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const

/** Rows of a group: large enough that columns press well, small enough that every core can hold one. */
const GROUP = 100_000

export async function writeFamiliesParquet(file: string, count: number): Promise<void> {
  const typeOf = (name: keyof Row) =>
    name === 'previouslyLookedAfter'
      ? TYPES.boolean
      : name === 'weight' || name === 'age'
        ? TYPES.number
        : TYPES.string
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [
      { name: 'root', num_children: FAMILY_COLUMNS.length },
      ...FAMILY_COLUMNS.map((name) => ({ name, repetition_type: 'REQUIRED' as const, ...typeOf(name) })),
    ],
  })
  const put = (rows: readonly Row[]) =>
    writer.write({
      columnData: FAMILY_COLUMNS.map((name) => ({ name, data: rows.map((row) => row[name]) })),
      rowGroupSize: GROUP,
    })
  let rows: Row[] = []
  for (const row of makeRows(count)) {
    rows.push(row)
    if (rows.length < GROUP) continue
    await put(rows)
    rows = []
  }
  if (rows.length > 0) await put(rows)
  await writer.finish()
}
