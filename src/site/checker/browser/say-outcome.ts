/** A kind of help and its amount in words; the page made on the server says them the same way. */
import type { AnsweredOutcome } from '../../../rules/index.ts'
import { answerContent } from './content.ts'
import { WORDS } from './words.ts'

export const supportName = (support: string): string => answerContent.supports[support]?.name ?? support

const money = (value: number) => (Number.isInteger(value) ? `£${value}` : `£${value.toFixed(2)}`)

/** "£27.05 a week", "up to £258 a week", "£170 to £258 a week"; empty where there is none. */
export function sayAmount({ amount }: AnsweredOutcome): string {
  if (amount === null) return ''
  const per = WORDS.per[amount.per]
  if (amount.low === amount.high) return `${money(amount.low)} ${per}`
  if (amount.low === 0) return `${WORDS.upTo} ${money(amount.high)} ${per}`
  return `${money(amount.low)} ${WORDS.to} ${money(amount.high)} ${per}`
}
