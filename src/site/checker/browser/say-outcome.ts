/** A kind of help and its amount in words; the page made on the server says them the same way. */
import type { AnsweredOutcome } from '../../../rules/index.ts'
import { answerContent } from './content.ts'
import { WORDS } from './words.ts'

export const supportName = (support: string): string => answerContent.supports[support]?.name ?? support

/** By hand: the locale of an old phone may be another one. */
const money = (value: number) => {
  const [pounds = '', pence] = (Number.isInteger(value) ? String(value) : value.toFixed(2)).split('.')
  return `£${pounds.replace(/\B(?=(\d{3})+$)/g, ',')}${pence === undefined ? '' : `.${pence}`}`
}

/** "£27.05 a week", "up to £258 a week", "£170 to £258 a week"; empty where there is none. */
export function sayAmount({ amount }: AnsweredOutcome): string {
  if (amount === null) return ''
  const per = WORDS.per[amount.per]
  if (amount.low === amount.high) return `${money(amount.low)} ${per}`
  if (amount.low === 0) return `${WORDS.upTo} ${money(amount.high)} ${per}`
  return `${money(amount.low)} ${WORDS.to} ${money(amount.high)} ${per}`
}
