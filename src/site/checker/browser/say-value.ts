/** An answer in the words it was given in. */
import { parseDay, type Question, sayDay, type Value } from '../../../rules/index.ts'
import { WORDS } from './words.ts'

export function sayValue(question: Question, value: Value): string {
  if (value === null) return WORDS.notSure
  if (question.form === 'day') return sayDay(parseDay(String(value)) ?? 0)
  if (question.form === 'number')
    return question.unit?.startsWith('pounds') ? `£${value} a week` : `${value} ${question.unit ?? ''}`
  if (Array.isArray(value))
    return value.length === 0 ? (question.none ?? '') : value.map((id) => optionOf(question, id)).join('; ')
  return question.form === 'council' ? String(value) : optionOf(question, String(value))
}

const optionOf = (question: Question, id: string) =>
  question.options?.find((option) => option.id === id)?.say ?? id
