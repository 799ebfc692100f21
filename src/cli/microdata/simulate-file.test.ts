import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HoldfastError } from '../../model/index.ts'
import { DEFAULTS, prepareEngland, type Simulation, simulationRows } from '../../rules/population/index.ts'
import { createCrew, createLoneCrew } from './crew.ts'
import { type SimulateFileOptions, simulateFile } from './simulate-file.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-microdata-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const { on } = prepareEngland(
  { ...DEFAULTS, on: '2026-04-05', proposals: [], calibrations: [], assumed: [] },
  '2026-04-05',
)
const ask = { on, support: 'weekly-allowance', stacks: [[], ['review-2022']] }

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

async function simulateHere(
  file: string,
  more: Partial<SimulateFileOptions> = {},
): Promise<{ simulation: Simulation; notes: string[] }> {
  const notes: string[] = []
  const simulation = await simulateFile({
    file,
    ask,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onNote: (note) => notes.push(note),
    createCrew: createLoneCrew,
    ...more,
  })
  return { simulation, notes }
}

async function refuse(content: string | Uint8Array): Promise<HoldfastError> {
  const error = await simulateHere(write('bad.csv', content)).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof HoldfastError) return error
  throw new Error(`not refused: ${String(error)}`)
}

const HEADER =
  'household,weight,area,age,arrangement,previouslyLookedAfter,inCareMarkers,ethnicity,councilPays\n'
const ROWS = [
  'a,10,Leeds,7,special-guardianship,true,looked-after,white,0',
  'a,10,Leeds,9,special-guardianship,true,looked-after,white,0',
  'b,5,Bexley,3,informal,false,none,black,0',
  'c,2.5,Kent,12,kinship-foster,false,none,other-minority,',
  'd,4,Leeds,5,child-arrangements,false,none,black,50',
]
const PLAIN = `${HEADER}${ROWS.join('\n')}\n`
const reached = ({ proposals }: Simulation, at = 1) => proposals[at]?.results[0]?.children

describe('a file of families', () => {
  it('is counted by its own weights', async () => {
    const { simulation, notes } = await simulateHere(write('plain.csv', PLAIN))
    expect(simulation.calibrations[0]).toMatchObject({ children: 31.5, families: 21.5 })
    expect(reached(simulation, 0)?.reached.value).toBe(2.5)
    // Under the Review: two children once in care by right, one without any sign by judgement.
    expect(reached(simulation)).toMatchObject({
      reached: { value: 22.5, low: null, high: null },
      newlyReached: { value: 20 },
      judged: { value: 4 },
      leftOut: { value: 5 },
    })
    expect(simulation.proposals[1]?.results[0]?.cost?.gross.value).toBe(20 * 194 * 52)
    expect(notes).toEqual([])
  })

  it.each([
    ['carriage returns', PLAIN.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${PLAIN}`],
    ['no line break at the end', PLAIN.trimEnd()],
    ['empty lines', PLAIN.replaceAll('\n', '\n\n')],
    ['quotes', PLAIN.replaceAll('Leeds', '"Leeds"').replace('looked-after,white', '"looked-after","white"')],
    [
      'columns in another order',
      [HEADER.trim(), ...ROWS].map((row) => row.split(',').reverse().join(',')).join('\n'),
    ],
    [
      'a column of notes with commas, quotes and line breaks',
      `${HEADER.trim()},remarks\n${ROWS.map((row) => `${row},"so, ""they"" said\nonce"`).join('\n')}\n`,
    ],
    ['a family named with quotes in it', PLAIN.replaceAll('\na,', '\n"the ""A"" family",')],
  ])('says the same with %s', async (_, content) => {
    const expected = await simulateHere(write('plain.csv', PLAIN))
    const { simulation } = await simulateHere(write('plain-file.csv', content))
    expect(simulation.proposals).toEqual(expected.simulation.proposals)
  })

  it('notes columns that it does not use, and weights that are not there', async () => {
    const { notes } = await simulateHere(
      write('notes.csv', 'household,age,arrangement,shoe size\na,3,informal,9\n'),
    )
    expect(notes).toEqual([
      'These columns are not used: shoe size.',
      'There is no column "weight", so every family counts once.',
    ])
  })

  it.each([
    ['a missing column', 'household,age\na,3\n', 'row 1: There is no column "arrangement".'],
    ['no age at all', 'household,arrangement\na,informal\n', 'There is no column "born" or "age".'],
    ['a slip in a column', 'household,age,arangement\na,3,informal\n', 'Did you mean "arrangement"?'],
    ['a column twice', 'household,age,age,arrangement\na,3,3,informal\n', 'two columns "age"'],
    ['semicolons', 'household;age;arrangement\na;3;informal\n', 'not parted by commas'],
    ['NaN', `${HEADER}a,NaN,Leeds,3,informal,,,,\n`, 'row 2, column weight: "NaN" is not a number'],
    [
      'a weight below 0',
      `${HEADER}a,1,Leeds,3,informal,,,,\nb,-1,Leeds,3,informal,,,,\n`,
      'row 3, column weight: -1 is below 0',
    ],
    [
      'an endless weight',
      `${HEADER}a,Infinity,Leeds,3,informal,,,,\n`,
      'row 2, column weight: Infinity is more than',
    ],
    [
      'a wrong choice',
      `${HEADER}a,1,Leeds,3,special guardianship,,,,\n`,
      'Did you mean "special-guardianship"?',
    ],
    [
      'an unknown council',
      `${HEADER}a,1,Leds,3,informal,,,,\n`,
      'row 2, column area: "Leds" is not a council',
    ],
    ['a wrong sign', `${HEADER}a,1,Leeds,3,informal,,care,,\n`, 'column inCareMarkers: "care" is not one of'],
    ['a half year', `${HEADER}a,1,Leeds,3.5,informal,,,,\n`, '3.5 is not a whole number'],
    ['an age beyond any child', `${HEADER}a,1,Leeds,300,informal,,,,\n`, '300 is more than 25'],
    [
      'a day that is none',
      'household,born,arrangement\na,2019-02-30,informal\n',
      '"2019-02-30" is not a day',
    ],
    ['a child not born yet', 'household,born,arrangement\na,2027-01-01,informal\n', 'not born yet'],
    [
      'a child who came before being born',
      'household,born,since,arrangement\na,2020-01-01,2019-01-01,informal\n',
      'row 2, column since: The child came before',
    ],
    [
      'an order without an order',
      'household,age,orderDate,arrangement\na,3,2025-01-01,informal\n',
      'This arrangement has no order',
    ],
    [
      'a family in two places',
      `${HEADER}a,1,Leeds,3,informal,,,,\nb,1,Leeds,3,informal,,,,\na,1,Leeds,5,informal,,,,\n`,
      'row 4, column household: This family stands further up already',
    ],
    ['weights of 0 alone', `${HEADER}a,0,Leeds,3,informal,,,,\n`, 'column weight: every weight is 0'],
    [
      'never in care yet looked after',
      `${HEADER}a,1,Leeds,3,child-arrangements,no,looked-after,,\n`,
      'row 2, column previouslyLookedAfter: The child was never in council care',
    ],
    [
      'retired with pay',
      'household,age,arrangement,employment,weeklyEarnings\na,3,informal,retired,300\n',
      'row 2, column weeklyEarnings: A carer who does not work has no pay',
    ],
    [
      'out of work in a job',
      'household,age,arrangement,employment,weeksInJob\na,3,informal,not-working,4\n',
      'row 2, column weeksInJob: A carer who does not work has no time in a job',
    ],
    [
      'a parent named by no such order',
      'household,age,arrangement,orderNamesParent\na,3,special-guardianship,yes\n',
      'row 2, column orderNamesParent: Only a child arrangements order',
    ],
    [
      'a dead parent to live with',
      'household,age,arrangement,orderNamesParent,parents\na,3,child-arrangements,yes,both-dead\n',
      'row 2, column orderNamesParent: The order names a parent to live with, yet both parents are dead',
    ],
    [
      'a bereavement with a parent alive',
      'household,age,arrangement,inCareMarkers,parents\na,3,informal,bereavement,one-dead-other-in-prison\n',
      'row 2, column parents: A parent is alive',
    ],
    [
      "a guardian's allowance with both parents alive",
      'household,age,arrangement,guardiansAllowancePaid,parents\na,3,informal,yes,both-alive\n',
      'row 2, column guardiansAllowancePaid: ',
    ],
    [
      'neither true nor false',
      `${HEADER}a,1,Leeds,3,informal,perhaps,,,\n`,
      '"perhaps" is neither true nor false',
    ],
    [
      'no name of the family',
      `${HEADER},1,Leeds,3,informal,,,,\n`,
      'row 2, column household: The family has no name',
    ],
    ['too few cells', `${HEADER}a,1,Leeds,3\n`, 'The row ends after 4 of 9 cells'],
    ['too many cells', `${HEADER}a,1,Leeds,3,informal,,,,,\n`, 'more than 9 cells'],
    ['a quote never closed', `${HEADER}"a,1,Leeds,3,informal,,,,\n`, 'A quote is opened and never closed'],
    ['a file cut off in a row', PLAIN.slice(0, -30), 'row 6'],
    ['a header and no rows', HEADER, 'has a header and no rows'],
    ['nothing', '', 'is empty'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'is packed with gzip. Unpack it first'],
    ['a workbook', new TextEncoder().encode('PK\u0003\u0004rest'), 'is a ZIP file, as workbooks are'],
    ['UTF-16', Uint8Array.from(Buffer.from(`\uFEFF${PLAIN}`, 'utf16le')), 'is written in UTF-16'],
    ['carriage returns alone', PLAIN.replaceAll('\n', '\r'), 'carriage returns alone'],
    ['JSON', '{"household":"a"}', 'begins as JSON does'],
    [
      'a line break in a name that is never closed',
      `${HEADER}"a\nb,1,Leeds,3,informal,,,,\n`,
      'never closed',
    ],
    ['bytes that are no text', Uint8Array.of(1, 0, 2, 0), 'neither CSV nor Parquet'],
    [
      'Parquet that is cut off',
      new TextEncoder().encode('PAR1 and then nothing more'),
      'cannot be read as Parquet',
    ],
  ])('is refused with row and column: %s', async (_, content, words) => {
    const { message } = await refuse(content)
    expect(message).toContain(words)
    expect(message).toContain('bad.csv')
  })

  it('takes a fostered child as in care now, and who works as paid', async () => {
    const rows = [
      'a,3,kinship-foster,no,looked-after,employed,300,40',
      'b,3,child-arrangements,yes,looked-after,retired,0,0',
      'c,3,child-arrangements,no,none,not-working,,',
    ]
    const header =
      'household,age,arrangement,previouslyLookedAfter,inCareMarkers,employment,weeklyEarnings,weeksInJob'
    const { simulation } = await simulateHere(write('fine.csv', [header, ...rows].join('\n')))
    expect(simulation.calibrations[0]).toMatchObject({ children: 3 })
  })

  it('lists the first few problems, not only the first', async () => {
    const { message } = await refuse(
      `${HEADER}${Array.from({ length: 9 }, (_, at) => `f${at},-1,Nowhere,3,informal,,,,\n`).join('')}`,
    )
    expect(message.split('\n')).toHaveLength(6)
  })

  it('refuses a family of more children than there can be', async () => {
    const { message } = await refuse(`${HEADER}${'a,1,Leeds,3,informal,,,,\n'.repeat(40)}`)
    expect(message).toContain('more than 20 children')
  })
})

describe('a number that few families stand behind', () => {
  const family = (name: string, rest: string, children = 1) =>
    Array.from({ length: children }, () => `${name},1,Leeds,7,${rest}`).join('\n')
  const many = (count: number, word: string, rest: string, children = 1) =>
    Array.from({ length: count }, (_, at) => family(`${word}${at}`, rest, children))
  /** 29 who are paid now, 30 whom the Review reaches by right, 41 without an order. */
  const rows = [
    ...many(29, 'fostered', 'kinship-foster,,,white,'),
    ...many(30, 'order', 'special-guardianship,true,none,white,'),
    ...many(10, 'informal', 'informal,false,none,black,', 2),
    ...many(31, 'alone', 'informal,false,none,black,'),
  ]
  const resultOf = async (list: readonly string[]) => {
    const { simulation } = await simulateHere(write('few.csv', `${HEADER}${list.join('\n')}\n`))
    const result = simulation.proposals[1]?.results[0]
    if (!result) throw new Error('no result')
    return { simulation, result }
  }

  it('says so, whatever the number: children, families, cost, reasons, conditions', async () => {
    const { result } = await resultOf(rows)
    expect(result.children.alreadyReached).toEqual({ value: 29, low: null, high: null, isTooFew: true })
    expect(result.children.newlyReached).toEqual({ value: 30, low: null, high: null })
    expect(result.children.leftOut.isTooFew).toBeUndefined()
    expect(result.children.judged).toEqual({ value: 0, low: null, high: null })
    expect(result.cost?.gross.isTooFew).toBeUndefined()
    expect(result.waterfall?.begins).toEqual({ value: 30, low: null, high: null })

    const fewer = (await resultOf(rows.slice(0, -16).filter((row) => !row.startsWith('order29')))).result
    expect(fewer.children.newlyReached).toMatchObject({ value: 29, isTooFew: true })
    expect(fewer.cost?.net).toMatchObject({ isTooFew: true })
    expect(fewer.costIfJudgedToo?.net).toMatchObject({ isTooFew: true })
    // 35 children of 25 families: brothers and sisters tell no more than one of them.
    expect(fewer.children.leftOut).toMatchObject({ value: 35, isTooFew: true })
    expect(fewer.waterfall?.begins).toMatchObject({ value: 29, isTooFew: true })
    expect(fewer.waterfall?.steps.some(({ inOrder }) => inOrder.isTooFew)).toBe(true)
    expect(fewer.waterfall?.ends.isTooFew).toBeUndefined()
    expect(fewer.missing.some(({ children }) => children.isTooFew)).toBe(true)
    expect(fewer.reasons.filter(({ children }) => children.isTooFew)).toHaveLength(3)
  })

  it('says so in the comparison of ethnic groups and in every table of them', async () => {
    const { simulation, result } = await resultOf(rows.slice(0, -16))
    expect(result.equality.missedWhite.isTooFew).toBeUndefined()
    expect(result.equality.missedBlack.isTooFew).toBe(true)
    expect(result.equality.blackGap.isTooFew).toBe(true)
    expect(result.equality.minorityGap.isTooFew).toBe(true)
    const black = result.groups.find(({ group }) => group === 'black')
    expect(black?.reachedRate.isTooFew).toBe(true)
    expect(black?.gap?.isTooFew).toBe(true)
    const table = simulationRows(simulation).filter((row) => row.at(-1) === 'yes')
    expect(table.some((row) => row[4] === 'equality' && row[6] === 'black gap' && row[8] === null)).toBe(true)
    expect(table.some((row) => row[4] === 'reach' && row[6] === 'already reached' && row[8] === 29)).toBe(
      true,
    )
  })
})

describe('a long file of families', () => {
  /** A few megabytes, so that families meet the edges of blocks. */
  const makeLong = () => {
    const rows: string[] = []
    for (let family = 0; rows.length < 60_000; family++)
      for (let child = 0; child <= family % 4; child++)
        rows.push(
          `family-${family},${1 + (family % 7)},Leeds,${(family + child) % 18},${['informal', 'special-guardianship', 'child-arrangements'][family % 3]},${family % 2 === 0},none,white,0`,
        )
    return rows
  }

  it('says the same over all cores as on one, wherever blocks are cut', async () => {
    const file = write('long.csv', `${HEADER}${makeLong().join('\n')}\n`)
    const lone = await simulateHere(file)
    const crew = await simulateHere(file, { createCrew: (all) => createCrew(all, 2) })
    expect(crew.simulation).toEqual(lone.simulation)
    const families = new Set(makeLong().map((row) => row.split(',')[0]))
    const weighed = [...families].reduce((sum, _, family) => sum + 1 + (family % 7), 0)
    expect(lone.simulation.calibrations[0]?.families).toBeCloseTo(weighed, 6)
    expect(readFileSync(file).length).toBeGreaterThan(3_000_000)
  })

  it('names the row of a problem far into it', async () => {
    const rows = makeLong()
    rows[55_554] = (rows[55_554] ?? '').replace('Leeds', 'Nowhere')
    const { message } = await refuse(`${HEADER}${rows.join('\n')}\n`)
    expect(message).toContain('row 55556, column area')
  })

  it('stops when the person ends it', async () => {
    const file = write('long.csv', `${HEADER}${makeLong().join('\n')}\n`)
    await expect(simulateHere(file, { signal: AbortSignal.abort() })).rejects.toThrow('Stopped')
  })
})

describe('a Parquet file of families', () => {
  const names = HEADER.trim().split(',')
  const cells = ROWS.map((row) => row.split(','))
  const columnOf = (name: string) => cells.map((row) => row[names.indexOf(name)] ?? '')
  const NUMBERS = ['weight', 'age', 'councilPays']

  it.each([1, 2, 3, 100])('says the same as CSV, in row groups of %i', async (rowGroupSize) => {
    const buffer = parquetWriteBuffer({
      columnData: names.map((name) =>
        NUMBERS.includes(name)
          ? {
              name,
              data: columnOf(name).map((cell) => (cell === '' ? null : Number(cell))),
              type: 'DOUBLE' as const,
              nullable: true,
            }
          : name === 'previouslyLookedAfter'
            ? { name, data: columnOf(name).map((cell) => cell === 'true'), type: 'BOOLEAN' as const }
            : { name, data: columnOf(name), type: 'STRING' as const },
      ),
      rowGroupSize,
    })
    const { simulation } = await simulateHere(write('families.parquet', new Uint8Array(buffer)))
    const expected = await simulateHere(write('plain.csv', PLAIN))
    expect(simulation.proposals).toEqual(expected.simulation.proposals)
  })

  describe('whose row group is read in stretches', () => {
    // Families of three, so that one goes on over every end of a stretch of 50,000 rows.
    const count = 120_003
    const households = Array.from({ length: count }, (_, at) => `f${Math.floor(at / 3)}`)
    const ages = Array.from({ length: count }, (_, at) => at % 18)
    const arrangements = Array.from({ length: count }, (_, at) =>
      at % 6 < 3 ? 'informal' : 'special-guardianship',
    )
    const groupOf = (given: readonly number[]) =>
      parquetWriteBuffer({
        columnData: [
          { name: 'household', data: households, type: 'STRING' as const },
          { name: 'age', data: [...given], type: 'INT32' as const },
          { name: 'arrangement', data: arrangements, type: 'STRING' as const },
        ],
        rowGroupSize: count,
      })

    it('says the same as CSV', async () => {
      const rows = households.map((name, at) => `${name},${ages[at]},${arrangements[at]}`)
      const csv = write('many.csv', `household,age,arrangement\n${rows.join('\n')}\n`)
      const { simulation } = await simulateHere(write('many.parquet', new Uint8Array(groupOf(ages))))
      expect(simulation.proposals).toEqual((await simulateHere(csv)).simulation.proposals)
    })

    it('names the row of what is wrong in a later stretch', async () => {
      const wrong = ages.with(110_000, 400)
      expect((await refuse(new Uint8Array(groupOf(wrong)))).message).toContain('row 110002, column age')
    })
  })

  it('is refused where a family stands in two places', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'household', data: ['a', 'b', 'a'], type: 'STRING' as const },
        { name: 'age', data: [3, 4, 5], type: 'INT32' as const },
        { name: 'arrangement', data: ['informal', 'informal', 'informal'], type: 'STRING' as const },
      ],
    })
    expect((await refuse(new Uint8Array(buffer))).message).toContain('row 4, column household: This family')
  })

  it.each([
    ['truths for an age', 'age', [true, false], 'BOOLEAN', 'row 2, column age: "true" is not a number'],
    ['fractions for an age', 'age', [3, 4.5], 'DOUBLE', 'row 3, column age: 4.5 is not a whole number'],
    ['words for a weight', 'weight', ['1', 'many'], 'STRING', 'row 3, column weight: "many" is not a number'],
    ['numbers for a choice', 'arrangement', [3, 4], 'INT32', 'row 2, column arrangement: "3" is not one of'],
    [
      'numbers for a truth',
      'disabled',
      [1, 7],
      'INT32',
      'row 3, column disabled: "7" is neither true nor false',
    ],
  ] as const)(
    'is refused with row and column where a type is wrong: %s',
    async (_, name, data, type, words) => {
      const columns = new Map<
        string,
        { data: readonly unknown[]; type: 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN' }
      >([
        ['household', { data: ['a', 'b'], type: 'STRING' }],
        ['age', { data: [3, 4], type: 'INT32' }],
        ['arrangement', { data: ['informal', 'informal'], type: 'STRING' }],
      ])
      columns.set(name, { data, type })
      const buffer = parquetWriteBuffer({
        columnData: [...columns].map(([each, column]) => ({
          name: each,
          data: [...column.data],
          type: column.type,
        })),
      })
      expect((await refuse(new Uint8Array(buffer))).message).toContain(words)
    },
  )

  it.each([4, 20, 400])('is refused where %i bytes are missing at its end', async (missing) => {
    const rows = Array.from({ length: 200 }, (_, at) => `family ${at}`)
    const buffer = new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'household', data: rows, type: 'STRING' as const },
          { name: 'age', data: rows.map(() => 3), type: 'INT32' as const },
          { name: 'arrangement', data: rows.map(() => 'informal'), type: 'STRING' as const },
        ],
      }),
    )
    const { message } = await refuse(buffer.slice(0, buffer.length - missing))
    expect(message).toContain('cannot be read as Parquet')
    expect(message).toContain('may be cut off')
  })

  it('is refused with row and column as well', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'household', data: ['a', 'b'], type: 'STRING' as const },
        { name: 'weight', data: [1, Number.NaN], type: 'DOUBLE' as const },
        { name: 'age', data: [3, 4], type: 'INT32' as const },
        { name: 'arrangement', data: ['informal', 'informal'], type: 'STRING' as const },
      ],
    })
    const { message } = await refuse(new Uint8Array(buffer))
    expect(message).toContain('row 3, column weight: "NaN" is not a number')
  })
})
