/** What clauses come to where all is known: the outcome, and an amount that is a rate or is worked out afterwards. */
import type { Expression } from '../expression.ts'
import { CLAUSE_AT, CODE_AT, HIGH_AT, type KernelNumber, LOW_AT, UNDECIDED } from '../kernels.ts'
import { QUALIFYING } from '../outcome.ts'
import { type Clause, OUTCOMES } from '../rulebook.ts'
import type { Place } from './known-rates.ts'
import type { KnownEmitter, Mask } from './known-truth.ts'
import { CHOOSE, type Code, LOWEST_BYTES, loadBytes, loadRows, putLane, putRows, SAME, SIGN } from './wasm.ts'

const CANNOT_TELL = OUTCOMES.indexOf('cannot-tell')
const RATE_NOT_HELD = OUTCOMES.indexOf('rate-not-held')

/** One thing that a clause can come to. A clause that gives one of two rates has two, the first where its test holds. */
interface Entry {
  readonly clause: Clause
  /** Its place among all clauses of the support. */
  readonly at: number
  readonly truth: Mask
  readonly place: Place
  readonly isFromNothing: boolean
}

/** The four things that are written of a row. */
type Column = 'clause' | 'code' | 'low' | 'high'

export class KnownEntries {
  private readonly list: Entry[] = []
  /** Clauses whose amounts are worked out, each with its place among all clauses of the support. */
  readonly calculated: { readonly clause: Clause; readonly at: number }[] = []
  private readonly emitter: KnownEmitter

  constructor(emitter: KnownEmitter) {
    this.emitter = emitter
  }

  add(clause: Clause, at: number): void {
    const { amount, when } = clause
    const truth = when === null ? true : this.emitter.truth(when)
    const entry = { clause, at, truth, place: this.emitter.rates.none, isFromNothing: false }
    if (amount === null) this.list.push(entry)
    else {
      const isFromNothing = amount.kind === 'between' && amount.from.kind === 'nothing'
      this.addRate(isFromNothing ? amount.to : amount, { ...entry, isFromNothing })
    }
  }

  private addRate(amount: Expression, entry: Entry): void {
    const { emitter } = this
    if (isOfRates(amount, emitter)) {
      const truth = emitter.both([entry.truth, emitter.truth(amount.when)])
      this.addRate(amount.result, { ...entry, truth })
      this.addRate(amount.otherwise, entry)
      return
    }
    const place = emitter.rates.place(amount)
    this.list.push({ ...entry, place: place ?? emitter.rates.none })
    if (place === null) this.calculated.push({ clause: entry.clause, at: entry.at })
  }

  /**
   * Writes what the first entry that holds comes to; where none does, the next group decides.
   * @param isPaid whether any group of the support gives an amount.
   */
  writeOutcomes(isPaid: boolean): void {
    const { body } = this.emitter
    const columns = {
      clause: this.pick(UNDECIDED, ({ at }) => body.constant(at)),
      code: this.pick(CANNOT_TELL, (entry) => this.codeOf(entry)),
      ...(isPaid
        ? {
            low: this.pick(-1, (entry) => this.lowOf(entry)),
            high: this.pick(-1, ({ place }) => this.highOf(place)),
          }
        : {}),
    }
    const written = this.afterOthers(columns)
    body.write(body.narrow, written.clause, written.code, LOWEST_BYTES, putLane(CLAUSE_AT, 0))
    body.write(body.narrow, written.clause, written.code, LOWEST_BYTES, putLane(CODE_AT, 1))
    if (!written.low || !written.high) return
    body.write(body.wide, written.low, putRows(LOW_AT))
    body.write(body.wide, written.high, putRows(HIGH_AT))
  }

  /** From the last entry to the first, so that the first that holds stands. */
  private pick(none: number, of: (entry: Entry) => Code): Code {
    const { body } = this.emitter
    return [...this.list].reverse().reduce<Code>((rest, entry) => {
      const own = of(entry)
      if (entry.truth === true || String(own) === String(rest)) return own
      return entry.truth === false ? rest : body.local(own, rest, entry.truth, CHOOSE)
    }, body.constant(none))
  }

  private highOf(place: Place): Code {
    const { body, rates } = this.emitter
    if (typeof place !== 'number') return body.kept(`rates ${place}`, () => body.rates(place))
    return place === rates.none ? body.constant(-1) : body.planned({ kind: 'rate', place })
  }

  private lowOf({ place, isFromNothing }: Entry): Code {
    const { body } = this.emitter
    const high = this.highOf(place)
    // Nothing where there is a rate, and -1 where it is not held.
    return isFromNothing && place !== this.emitter.rates.none
      ? body.kept(`sign ${high}`, () => body.local(high, SIGN))
      : high
  }

  private codeOf({ clause, place }: Entry): Code {
    const { body, rates } = this.emitter
    const held = OUTCOMES.indexOf(clause.outcome)
    const notHeld = clause.amount !== null && QUALIFYING.includes(clause.outcome) ? RATE_NOT_HELD : held
    // An amount that is worked out is not held until it is.
    if (held === notHeld || place === rates.none) return body.constant(notHeld)
    if (typeof place === 'number')
      return body.planned({ kind: 'code', place, held, notHeld } satisfies KernelNumber)
    const high = this.highOf(place)
    return body.local(
      body.constant(notHeld),
      body.constant(held),
      body.kept(`sign ${high}`, () => body.local(high, SIGN)),
      CHOOSE,
    )
  }

  /** What an earlier group decided stays. */
  private afterOthers<T extends Partial<Record<Column, Code>> & { clause: Code }>(columns: T): T {
    const { body } = this.emitter
    const names = Object.keys(columns) as (keyof T & Column)[] // its own keys
    const variables = names.map((name) => ({ name, ...body.variable(columns[name] ?? []) }))
    body.unlessFirst(() => {
      const undecided = body.local(body.narrow, loadBytes(CLAUSE_AT), body.constant(UNDECIDED), SAME)
      for (const { name, get, set } of variables)
        body.write(get, ...EARLIER[name](body.narrow, body.wide), undecided, CHOOSE, set)
    })
    // Every name it had has one.
    return Object.fromEntries(variables.map(({ name, get }) => [name, get])) as T
  }
}

const EARLIER: Readonly<Record<Column, (narrow: Code, wide: Code) => readonly Code[]>> = {
  clause: (narrow) => [narrow, loadBytes(CLAUSE_AT)],
  code: (narrow) => [narrow, loadBytes(CODE_AT)],
  low: (_, wide) => [wide, loadRows(LOW_AT)],
  high: (_, wide) => [wide, loadRows(HIGH_AT)],
}

/** One of two rates, by a test. */
const isOfRates = (amount: Expression, emitter: KnownEmitter): amount is Expression & { kind: 'if' } =>
  amount.kind === 'if' && isRate(amount, emitter)

const isRate = (amount: Expression, emitter: KnownEmitter): boolean =>
  amount.kind === 'if'
    ? isRate(amount.result, emitter) && isRate(amount.otherwise, emitter)
    : emitter.rates.place(amount) !== null
