/** Gathers what an `all` asks of truths and choices into tests of whole words, and whatever else it asks beside them. */
import type { Expression } from '../expression.ts'
import type { Rulebook } from '../rulebook.ts'
import { type WordPlace, wordPlaces } from '../words.ts'

/** Bits of one word that must be set, and bits that must not. */
export interface WordTest {
  readonly place: WordPlace
  set: number
  clear: number
}

/** What must all hold. */
export interface Gathered {
  readonly words: Map<string, WordTest>
  /** Each with whether it must not hold. */
  readonly others: { readonly expression: Expression; readonly isNot: boolean }[]
  isNever: boolean
}

export class KnownBits {
  private readonly rulebook: Rulebook
  private readonly places: ReadonlyMap<string, WordPlace>

  constructor(rulebook: Rulebook) {
    this.rulebook = rulebook
    this.places = wordPlaces(rulebook)
  }

  /** @param isNot whether none of the parts may hold, instead of all. */
  gather(parts: readonly Expression[], isNot: boolean): Gathered {
    const into: Gathered = { words: new Map(), others: [], isNever: false }
    for (const part of parts) this.add(part, isNot, into)
    for (const { set, clear } of into.words.values()) if ((set & clear) !== 0) into.isNever = true
    return into
  }

  private add(expression: Expression, isNot: boolean, into: Gathered): void {
    switch (expression.kind) {
      case 'constant':
        if (expression.value === isNot) into.isNever = true
        return
      case 'input':
        this.addBits(expression.name, 1, isNot, into)
        return
      case 'is': {
        const bits = this.bitsOf(expression)
        // None of several is a test of bits; one of several is a test of its own.
        if (isNot || (bits & (bits - 1)) === 0) this.addBits(nameOf(expression), bits, isNot, into)
        else into.others.push({ expression, isNot })
        return
      }
      case 'not':
        this.add(expression.of, !isNot, into)
        return
      case 'rule': {
        const [only, ...others] = this.rulebook.rules.get(expression.name)?.versions ?? []
        if (only && others.length === 0 && isFlat(only.expression, isNot))
          this.add(only.expression, isNot, into)
        else into.others.push({ expression, isNot })
        return
      }
      default:
        if ((expression.kind === 'all' || expression.kind === 'any') && isFlat(expression, isNot))
          for (const part of expression.of) this.add(part, isNot, into)
        else into.others.push({ expression, isNot })
    }
  }

  /** The values of a choice as bits, the first the lowest. */
  bitsOf(expression: Expression & { kind: 'is' }): number {
    const type = this.rulebook.inputs.get(nameOf(expression))?.type
    const values = type?.kind === 'choice' ? type.values : []
    return expression.values.reduce((sum, value) => sum | (1 << values.indexOf(value)), 0)
  }

  private addBits(name: string, bits: number, isNot: boolean, into: Gathered): void {
    const place = this.place(name)
    const key = `${place.scope} ${place.word}`
    const test = into.words.get(key) ?? { place, set: 0, clear: 0 }
    into.words.set(key, test)
    if (isNot) test.clear |= bits << place.shift
    else test.set |= bits << place.shift
  }

  place(name: string): WordPlace {
    const place = this.places.get(name)
    if (!place) throw new Error(`${name} is no truth and no choice`)
    return place
  }

  /** The inputs that have any of the bits. */
  namesIn({ place, set, clear }: WordTest): string[] {
    return [...this.places].flatMap(([name, { scope, word, shift, width }]) =>
      scope === place.scope && word === place.word && ((set | clear) >> shift) & ((1 << width) - 1)
        ? [name]
        : [],
    )
  }
}

/** Whether its parts can stand in the list that it is a part of. */
const isFlat = ({ kind }: Expression, isNot: boolean): boolean =>
  kind === (isNot ? 'any' : 'all') ||
  kind === 'input' ||
  kind === 'is' ||
  kind === 'not' ||
  kind === 'constant'

export function nameOf({ subject }: Expression & { kind: 'is' }): string {
  if (subject.kind !== 'input') throw new Error('only an input can be a choice')
  return subject.name
}
