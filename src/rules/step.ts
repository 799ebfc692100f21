/** One step of an explanation: what was looked at, what it gave, where that is written, and what it rests on. */

import type { ValueType } from './expression.ts'
import type { Fact } from './facts.ts'
import { sayDay } from './plain-date.ts'
import type { Source } from './rulebook.ts'
import { type Truth, truthWord } from './truth.ts'

export interface Step extends Fact {
  /** In words; a function, because most steps are never told. */
  readonly say: () => string
  /** A bare list of conditions has no words of its own: its parts stand in its place. */
  readonly isList: boolean
  readonly type: ValueType
  readonly sources: readonly Source[]
  readonly steps: readonly Step[]
  /** The input that this step reads, and for which child. */
  readonly input: string | null
  readonly child: number | null
  /** The parameter that this step wanted and that is not held for the day. */
  readonly notHeld: string | null
  /** True where more than one value is possible, or the rate is not held. */
  readonly isOpen: boolean
}

/** "£1,234.50"; written out by hand because a locale's formatting takes most of the time of an answer. */
export function pounds(pence: number): string {
  const whole = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `£${whole}.${String(Math.round(pence % 100)).padStart(2, '0')}`
}

/** A choice's name in words: "special guardianship". */
export const sayChoice = (name: string): string => name.replaceAll('-', ' ')

export function describeValue(step: Fact & { type: ValueType }): string {
  const { type, low, high } = step
  if (type.kind === 'truth') return truthWord(low as Truth)
  if (type.kind === 'choice') {
    const open = type.values.filter((_, index) => low & (1 << index))
    return open.length === type.values.length ? 'not known' : open.map(sayChoice).join(' or ')
  }
  if (Number.isNaN(low)) return 'rate not held for this day'
  return low === high
    ? describeNumber(low, type.unit)
    : `between ${describeNumber(low, type.unit)} and ${describeNumber(high, type.unit)}`
}

function describeNumber(value: number, unit: string): string {
  if (unit === 'date') return sayDay(value)
  if (unit === 'percent') return `${value}%`
  if (!unit.startsWith('GBP')) return `${value} ${unit}`
  return unit === 'GBP' ? pounds(value) : `${pounds(value)}${unit.slice(3)}`
}
