/** Where the rate that a row gets stands among the cells of the plan, for households whose answers are all known. */
import type { Expression } from '../expression.ts'
import { cellOffsets, countCells } from '../program.ts'
import { type Dimension, type Parameter, timesAYear } from '../rulebook.ts'
import type { KnownEmitter } from './known-truth.ts'
import { AND, CHOOSE, type Code, LESS, MORE, OR, PLUS } from './wasm.ts'

/** One place for all rows, or a place for each. */
export type Place = number | Code

/** How a key moves a cell's place, and where it lies outside every band. */
interface Key {
  readonly moves: Code
  readonly inside: Code | null
}

export class KnownRates {
  private readonly emitter: KnownEmitter
  private readonly offsets: ReadonlyMap<string, number>
  /** The place that holds no rate. */
  readonly none: number

  constructor(emitter: KnownEmitter) {
    this.emitter = emitter
    const { parameters } = emitter.rulebook
    this.offsets = cellOffsets(emitter.rulebook)
    this.none = [...parameters.values()].reduce((sum, { dimensions }) => sum + countCells(dimensions), 0)
  }

  /** The cell of a parameter that is the same for every row; null for one that is not. */
  single(name: string): number | null {
    const parameter = this.parameter(name)
    return parameter.dimensions.length === 0 ? this.offsetOf(parameter) : null
  }

  timesOf({ of }: Expression & { kind: 'yearly' }): number {
    return timesAYear(this.emitter.rulebook, of)
  }

  /** Null for an amount that is not a rate alone. */
  place(expression: Expression): Place | null {
    if (expression.kind === 'rule') {
      const [version, ...others] = this.emitter.rulebook.rules.get(expression.name)?.versions ?? []
      return version && others.length === 0 ? this.place(version.expression) : null
    }
    if (expression.kind !== 'parameter') return null
    const parameter = this.parameter(expression.name)
    // Other numbers (percent, years) need not be whole.
    if (!parameter.unit.startsWith('GBP')) return null
    return parameter.dimensions.length === 0 ? this.offsetOf(parameter) : this.cellOf(parameter)
  }

  private cellOf(parameter: Parameter): Code {
    const { body } = this.emitter
    return body.kept(`cell ${parameter.name}`, () => {
      let size = 1
      let place = body.constant(this.offsetOf(parameter))
      let inside: Code | null = null
      for (const dimension of [...parameter.dimensions].reverse()) {
        const key = this.key(dimension, size)
        size *= sizeOf(dimension)
        place = body.local(place, key.moves, PLUS)
        if (key.inside) inside = inside ? body.local(inside, key.inside, AND) : key.inside
      }
      return inside ? body.local(place, body.constant(this.none), inside, CHOOSE) : place
    })
  }

  /** @param step the cells from one value of the key to the next. */
  private key(dimension: Dimension, step: number): Key {
    const { body } = this.emitter
    const { bands, input } = dimension
    const are = bands
      ? bands.map(({ from, to }) => this.isBetween(this.emitter.input(input), from, to))
      : Array.from({ length: sizeOf(dimension) }, (_, value) => this.emitter.hasValue(input, value))
    const moves = are
      .map((is, value) => body.local(is, body.constant(value * step), AND))
      .reduce((a, b) => body.local(a, b, OR))
    return { moves, inside: bands ? are.reduce((a, b) => body.local(a, b, OR)) : null }
  }

  private isBetween(value: Code, from: number, to: number): Code {
    const { body } = this.emitter
    return body.local(value, body.constant(from - 1), MORE, value, body.constant(to + 1), LESS, AND)
  }

  private parameter(name: string): Parameter {
    const parameter = this.emitter.rulebook.parameters.get(name)
    if (!parameter) throw new Error(`no parameter ${name}`)
    return parameter
  }

  private offsetOf(parameter: Parameter): number {
    return this.offsets.get(parameter.name) ?? 0
  }
}

const sizeOf = (dimension: Dimension) => (dimension.values ?? dimension.bands ?? []).length
