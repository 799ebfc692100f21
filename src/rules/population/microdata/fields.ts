/** The columns of microdata: one row a child, named as in a situation (docs/rules.md), and what each cell may hold. */
import { findNearest } from '../../nearest-name.ts'
import { plainName } from '../../parse-sources.ts'
import { parseDay } from '../../plain-date.ts'
import type { Rulebook } from '../../rulebook.ts'
import { ARRANGEMENTS, EMPLOYMENTS, MARKERS, PARENTS, RELATIONSHIPS, ROUTES } from '../../situation.ts'
import { NO, YES } from '../../truth.ts'
import { ETHNICITIES } from '../targets.ts'

/** A cell that cannot be read: what is wrong and what to write. */
export class CellProblem {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

export interface Field {
  readonly name: string
  /** Read from the first row of a family; the others repeat it or leave it empty. */
  readonly isOfFamily: boolean
  /** The number that stands for the text of a cell; never asked of an empty one. */
  readonly parse: (text: string) => number | CellProblem
  /** For cells that are plain numbers: the number that stands for one, or what is wrong with it. */
  readonly accept?: (number: number) => number | CellProblem
}

export const HOUSEHOLD = 'household'
/** Every file must have these; of `born` and `age` one is enough. */
export const REQUIRED = [HOUSEHOLD, 'arrangement'] as const

const MOST_WEIGHT = 1e9
const MOST_PAY = 100_000

export function fieldsOf(rulebook: Rulebook): readonly Field[] {
  const areas = new Map(rulebook.areas.flatMap(({ keys }, at) => keys.map((key) => [key, at + 1])))
  const family = (name: string, read: Reading): Field => ({ name, isOfFamily: true, ...read })
  const child = (name: string, read: Reading): Field => ({ name, isOfFamily: false, ...read })
  return [
    family('weight', number({ most: MOST_WEIGHT })),
    family('area', { parse: (text) => areas.get(plainName(text)) ?? unknownArea(text, areas) }),
    family('relationship', choice(RELATIONSHIPS)),
    family('employment', choice(EMPLOYMENTS)),
    family('weeksInJob', number({ most: 3500 })),
    family('weeklyEarnings', number({ most: MOST_PAY, times: 100 })),
    family('universalCredit', { parse: parseTruth }),
    child('born', { parse: parseDate }),
    child('age', number({ most: 25, isWhole: true })),
    child('since', { parse: parseDate }),
    child('orderDate', { parse: parseDate }),
    child('arrangement', choice(ARRANGEMENTS)),
    child('route', choice(ROUTES)),
    child('orderNamesParent', { parse: parseTruth }),
    child('previouslyLookedAfter', { parse: parseTruth }),
    child('inCareMarkers', { parse: parseMarkers }),
    child('parents', choice(PARENTS)),
    child('disabled', { parse: parseTruth }),
    child('firstHearingHeld', { parse: parseTruth }),
    child('careAndEducationPlan', { parse: parseTruth }),
    child('guardiansAllowancePaid', { parse: parseTruth }),
    child('ethnicity', choice(ETHNICITIES)),
    child('councilPays', number({ most: MOST_PAY, times: 100 })),
  ]
}

type Reading = Pick<Field, 'parse' | 'accept'>

/** The place of the word in the list plus 1. */
function choice(values: readonly string[]): Reading {
  const parse = (text: string) => {
    const at = values.indexOf(text.trim())
    if (at >= 0) return at + 1
    const near = findNearest(text.trim(), values)
    return new CellProblem(
      `"${shorten(text)}" is not one of ${values.join(', ')}.${near ? ` Did you mean "${near}"?` : ''}`,
    )
  }
  return { parse }
}

const TRUTHS: Readonly<Record<string, number>> = {
  true: YES,
  yes: YES,
  '1': YES,
  false: NO,
  no: NO,
  '0': NO,
}

function parseTruth(text: string): number | CellProblem {
  const value = TRUTHS[text.trim().toLowerCase()]
  return (
    value ??
    new CellProblem(`"${shorten(text)}" is neither true nor false. Leave it empty where it is not known.`)
  )
}

function parseDate(text: string): number | CellProblem {
  return parseDay(text.trim()) ?? new CellProblem(`"${shorten(text)}" is not a day. Write it as 2019-03-01.`)
}

function parseMarkers(text: string): number | CellProblem {
  const words = text.trim() === 'none' ? [] : text.split(';').map((word) => word.trim())
  let bits = 0
  for (const word of words) {
    const at = (MARKERS as readonly string[]).indexOf(word)
    if (at < 0)
      return new CellProblem(
        `"${shorten(word)}" is not one of ${MARKERS.join(', ')}. Write several with ";" between, "none" where there are none.`,
      )
    bits |= 1 << at
  }
  return bits
}

function unknownArea(text: string, areas: ReadonlyMap<string, number>): CellProblem {
  const near = findNearest(plainName(text), [...areas.keys()])
  return new CellProblem(
    `"${shorten(text)}" is not a council in England that runs children's services.${near ? ` Did you mean "${near}"?` : ''}`,
  )
}

interface NumberLimits {
  readonly most: number
  readonly isWhole?: boolean
  /** What is kept is so many times as much: pence for pounds. */
  readonly times?: number
}

function number({ most, isWhole = false, times = 1 }: NumberLimits): Reading {
  const accept = (value: number) => {
    if (value < 0) return new CellProblem(`${value} is below 0.`)
    if (value > most) return new CellProblem(`${value} is more than ${most.toLocaleString('en-GB')}.`)
    if (isWhole && !Number.isInteger(value)) return new CellProblem(`${value} is not a whole number.`)
    return times === 1 ? value : Math.round(value * times)
  }
  const parse = (text: string) => {
    const value = Number(text)
    if (text.trim() === '' || Number.isNaN(value))
      return new CellProblem(
        `"${shorten(text)}" is not a number. Leave the cell empty where it is not known.`,
      )
    return accept(value)
  }
  return { parse, accept }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** What the columns of a file are: a field each, the family's name, or unused. */
export interface ColumnPlan {
  readonly names: readonly string[]
  /** By column: the place among the fields; -1 for one that is not used, -2 for the family's name. */
  readonly fields: readonly number[]
  readonly unused: readonly string[]
}

export const UNUSED = -1
export const NAMES_FAMILY = -2

/** @returns the plan, or what is wrong with the header. */
export function planColumns(names: readonly string[], fields: readonly Field[]): ColumnPlan | CellProblem {
  const known = [HOUSEHOLD, ...fields.map(({ name }) => name)]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined)
    return new CellProblem(`There are two columns "${shorten(twice)}". Rename or remove one.`)
  const slip = names.find((name) => !known.includes(name) && findNearest(name, known) !== null)
  if (slip !== undefined)
    return new CellProblem(
      `There is a column "${shorten(slip)}". Did you mean "${findNearest(slip, known)}"? Rename it, or name it otherwise if it is to be left unused.`,
    )
  const missing = REQUIRED.filter((name) => !names.includes(name))
  const hasAge = names.includes('born') || names.includes('age')
  if (missing.length > 0 || !hasAge)
    return new CellProblem(
      `${[...missing.map((name) => `"${name}"`), ...(hasAge ? [] : ['"born" or "age"'])].map((name) => `There is no column ${name}.`).join(' ')} The file has: ${names.map(shorten).join(', ') || 'nothing'}. docs/population.md names the columns.`,
    )
  const places = names.map((name) =>
    name === HOUSEHOLD ? NAMES_FAMILY : fields.findIndex((field) => field.name === name),
  )
  return { names, fields: places, unused: names.filter((_, at) => places[at] === UNUSED) }
}
