/** Rows of cells into families in columns: a family as long as its name stays the same, checked as it is read. */
import { latestBirth } from '../../plain-date.ts'
import { type Families, makeFamilies, NOT_KNOWN } from '../families.ts'
import type { Field } from './fields.ts'
import { reportChild, reportFamily } from './row-contradictions.ts'

/** Where something is wrong: the row among those given, counted from 0, and the column. */
export interface RowProblem {
  readonly row: number
  readonly column: string
  readonly message: string
}

/** More than this in one family is a slip of the family's name. */
export const MOST_CHILDREN = 20
/** Enough to see what is wrong with a file, and few enough to read. */
const MOST_PROBLEMS = 5

/** Told where it is noticed, among the rows read together: they are too many to keep every name of a file. */
export const COMES_AGAIN =
  'This family stands further up already, with another one between. Sort the rows by household.'

type Write = (row: number, value: number) => void

/** Takes rows one after the other; what it holds at the end is the families. */
export class FamilyRows {
  readonly problems: RowProblem[] = []
  /** By field: where its number goes. */
  readonly writers: readonly Write[]
  private readonly on: number
  private readonly fields: readonly Field[]
  private readonly families: Families
  private readonly tell = (column: string, message: string) => this.report(column, message)
  private family = -1
  private row = 0

  /** @param most rows there can be. */
  constructor(fields: readonly Field[], most: number, on: number) {
    this.on = on
    this.fields = fields
    this.families = makeFamilies(most, most)
    this.writers = fields.map(({ name }) => this.writerOf(name))
  }

  get isFull(): boolean {
    return this.problems.length >= MOST_PROBLEMS
  }

  /** Begins the next row. @param isNew where the family's name is another than in the row before. */
  begin(isNew: boolean): void {
    if (isNew || this.family < 0) {
      this.families.start[++this.family] = this.row
      return
    }
    if (this.row - (this.families.start[this.family] ?? 0) >= MOST_CHILDREN)
      this.report(
        'household',
        `This family has more than ${MOST_CHILDREN} children. Give each family a name of its own.`,
      )
  }

  /** Puts a cell's number where its field belongs; a family's own fields are taken from its first row. */
  set(field: number, value: number): void {
    const { isOfFamily } = this.fields[field] ?? { isOfFamily: false }
    if (!isOfFamily) this.writers[field]?.(this.row, value)
    else if (this.families.start[this.family] === this.row) this.writers[field]?.(this.family, value)
  }

  report(column: string, message: string): void {
    if (!this.isFull) this.problems.push({ row: this.row, column, message })
  }

  end(): void {
    this.check()
    this.row++
  }

  finish(): Families {
    const [count, children] = [this.family + 1, this.row]
    this.families.start[count] = children
    const cut = <T extends object>(columns: T, length: number): T =>
      // Every column is a typed array, and a shorter view of it is one of the same kind.
      Object.fromEntries(
        Object.entries(columns).map(([name, column]) => [name, (column as Uint8Array).subarray(0, length)]),
      ) as T
    return {
      count,
      children,
      start: this.families.start.subarray(0, count + 1),
      family: cut(this.families.family, count),
      child: cut(this.families.child, children),
    }
  }

  private writerOf(name: string): Write {
    const { family, child } = this.families
    if (name === 'age') {
      const birthdays = Array.from({ length: 28 }, (_, years) => latestBirth(this.on, years))
      return (row, years) => {
        if (child.bornLow[row] !== NOT_KNOWN) return
        child.bornLow[row] = (birthdays[years + 1] ?? 0) + 1
        child.bornHigh[row] = birthdays[years] ?? 0
      }
    }
    if (name === 'born')
      return (row, day) => {
        child.bornLow[row] = day
        child.bornHigh[row] = day
      }
    const to =
      name === 'councilPays'
        ? child.paid
        : Object.entries({ ...family, ...child }).find(([key]) => key === name)?.[1]
    if (!to) throw new Error(`no column for ${name}`)
    return (row, value) => {
      to[row] = value
    }
  }

  /** What no two cells of a row can say together. */
  private check(): void {
    const { child } = this.families
    const { row } = this
    const born = child.bornLow[row] ?? NOT_KNOWN
    const [since, order] = [child.since[row] ?? NOT_KNOWN, child.orderDate[row] ?? NOT_KNOWN]
    if (born > this.on) this.report('born', 'The child is not born yet on the day asked about.')
    if (since !== NOT_KNOWN && born !== NOT_KNOWN && since < born)
      this.report('since', 'The child came before being born. Correct one of the dates.')
    if (order !== NOT_KNOWN && born !== NOT_KNOWN && order < born)
      this.report('orderDate', 'The order is from before the child was born. Correct one of the dates.')
    reportChild(this.families, row, order !== NOT_KNOWN, this.tell)
    if (this.families.start[this.family] === row) reportFamily(this.families, this.family, this.tell)
  }
}
