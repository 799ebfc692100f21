/** What clauses come to where all is known: the outcome, and an amount that is looked up, picked for the row, or worked out. */
import type { Expression } from '../expression.ts'
import { QUALIFYING } from '../outcome.ts'
import { type Clause, OUTCOMES } from '../rulebook.ts'
import type { KnownEmitter } from './known-truth.ts'

const CANNOT_TELL = OUTCOMES.indexOf('cannot-tell')
const RATE_NOT_HELD = OUTCOMES.indexOf('rate-not-held')

/** One thing that a clause can come to. A clause that gives one of two rates has two, the first where its test holds. */
export interface Entry {
  readonly clause: Clause
  /** Its place among all clauses of the support. */
  readonly at: number
  /** The source of whether it holds: 0 or 1. */
  readonly truth: string
  /** Where its rate stands in `plan.amounts`; not read where that varies from row to row. */
  readonly base: number
  readonly isVarying: boolean
  readonly isFromNothing: boolean
  readonly calculation: Expression | null
}

export class KnownEntries {
  readonly list: Entry[] = []
  /** The place in `plan.amounts` that varies from row to row, as source. */
  private varying: string | null = null
  private readonly emitter: KnownEmitter
  private readonly row: string

  constructor(emitter: KnownEmitter, row: string) {
    this.emitter = emitter
    this.row = row
  }

  add(clause: Clause, at: number, truth: string): void {
    const { amount } = clause
    const entry = { clause, at, truth, isVarying: false, isFromNothing: false, calculation: null }
    const { none } = this.emitter.numbers
    if (amount === null) {
      this.list.push({ ...entry, base: none })
      return
    }
    const isFromNothing = amount.kind === 'between' && amount.from.kind === 'nothing'
    this.addRate(isFromNothing ? amount.to : amount, { ...entry, base: none, isFromNothing })
  }

  private addRate(amount: Expression, entry: Entry): void {
    const { emitter, row } = this
    if (amount.kind === 'if' && emitter.numbers.place(amount, row) !== null) {
      const when = emitter.truth(amount.when, row)
      this.addRate(amount.result, { ...entry, truth: emitter.local(`${entry.truth} & ${when}`) })
      this.addRate(amount.otherwise, entry)
      return
    }
    const place = emitter.numbers.place(amount, row)
    if (place === null) {
      if (entry.clause.amount) this.list.push({ ...entry, calculation: entry.clause.amount })
      return
    }
    const base = Number(place)
    if (!Number.isNaN(base)) this.list.push({ ...entry, base })
    else {
      this.varying ??= place
      // One place that varies can be looked up; a second one is worked out.
      if (this.varying === place) this.list.push({ ...entry, isVarying: true })
      else if (entry.clause.amount) this.list.push({ ...entry, calculation: entry.clause.amount })
    }
  }

  private get isRated(): boolean {
    return this.list.some(({ clause, calculation }) => clause.amount !== null && calculation === null)
  }

  /** What is looked up by the entry that decides, worked out once for the plan; after them comes nobody's. */
  tables(): string {
    const list = (of: (entry: Entry) => number, none: number) => [...this.list.map(of), none].join(',')
    const { none } = this.emitter.numbers
    const notHeld = list(codeWithoutRate, CANNOT_TELL)
    const clauses = `const CLAUSES = Uint8Array.of(${list(({ at }) => at, 255)});`
    if (!this.isRated)
      return `${clauses}\nconst CODES = Uint8Array.of(${notHeld});\nif (isFirst) { low.fill(-1); high.fill(-1); }`
    const width = this.varying === null ? 1 : none + 1
    const places = list(({ base, isVarying }) => (isVarying ? -1 : base), none)
    return `${clauses}
const { codes: CODES, lows: LOWS, highs: HIGHS } = ratesOf(amounts, ${width}, [${places}], [${list(codeOf, CANNOT_TELL)}], [${notHeld}], [${list(shiftOf, 0)}]);`
  }

  /** Writes what the entry `c` comes to. */
  writeOutcome(): void {
    const { row } = this
    const { body, numbers } = this.emitter
    const first = this.list[0]?.at ?? 0
    const last = this.list.at(-1)
    // Where each clause has one entry and the last takes whoever is left, the entry says the clause.
    const isPlain = last?.truth === '1' && this.list.every(({ at }, index) => at === first + index)
    body.write(`clause[${row}] = ${isPlain ? (first === 0 ? 'c' : `c + ${first}`) : 'CLAUSES[c]'};`)
    if (!this.isRated) body.write(`code[${row}] = CODES[c];`)
    else {
      body.write(`const at = ${this.varying === null ? 'c' : `c * ${numbers.none + 1} + ${this.varying}`};`)
      const least = this.list.some(({ isFromNothing }) => isFromNothing) ? 'LOWS[at]' : 'hi'
      body.write(`const hi = HIGHS[at]; code[${row}] = CODES[at]; low[${row}] = ${least}; high[${row}] = hi;`)
    }
    this.list.forEach(({ calculation, clause }, at) => {
      if (calculation) this.writeCalculation(calculation, clause, at)
    })
  }

  private writeCalculation(calculation: Expression, clause: Clause, at: number): void {
    const { emitter, row } = this
    emitter.body.block(`if (c === ${at}) {`, () => {
      const { low, high } = emitter.numbers.number(calculation, row)
      const most = high === low ? 'lo' : high
      const code = OUTCOMES.indexOf(clause.outcome)
      emitter.body.write(
        `const lo = ${low}; if (lo === lo) { code[${row}] = ${code}; low[${row}] = lo; high[${row}] = ${most}; }`,
      )
    })
  }
}

const codeOf = ({ clause }: Entry): number => OUTCOMES.indexOf(clause.outcome)

/** Also of an amount that is worked out, until it is. */
const codeWithoutRate = (entry: Entry): number =>
  entry.clause.amount !== null && QUALIFYING.includes(entry.clause.outcome) ? RATE_NOT_HELD : codeOf(entry)

/** How far a rate is shifted to make the least of the amount: all of it where that begins at nothing. */
const shiftOf = ({ isFromNothing }: Entry): number => (isFromNothing ? 31 : 0)
