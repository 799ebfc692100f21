/** What a record is called where only a line tells of it: in search results and under a source. */
import { findRecord, nameOf, type RecordType, type TrackerState } from '../../tracker/index.ts'
import { sayDate, sayDay } from './words.ts'

const KIND_WORDS: Readonly<Record<RecordType, string>> = {
  source: 'Source',
  organisation: 'Organisation',
  government: 'Government',
  topic: 'Topic',
  recommendation: 'Recommendation',
  ask: 'Asked for',
  decision: 'Reply',
  commitment: 'Promise',
  inheritance: 'New government',
  deliveryEvent: 'What happened',
  look: 'Looked for',
  assessment: 'Verdict',
  position: 'Position',
  group: 'Group',
  support: 'Kind of help',
  coverage: 'Who is left out',
  deadline: 'Deadline',
  indicator: 'Figure',
  programme: 'Scheme or service',
  conflict: 'Sources disagree',
  capture: 'Copy kept',
  passage: 'Words of a source',
}

export const kindOf = (type: RecordType): string => KIND_WORDS[type]

/** About as much as a line on a phone takes. */
const LONGEST = 110

function shorten(text: string): string {
  if (text.length <= LONGEST) return text
  const cut = text.slice(0, LONGEST)
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))}…`
}

/** "Promise: An allowance for kinship carers". */
export function titleOf(state: TrackerState, type: RecordType, id: string): string {
  return `${KIND_WORDS[type]}: ${shorten(nameOfRecord(state, type, id))}`
}

export function nameOfRecord(state: TrackerState, type: RecordType, id: string): string {
  if (type === 'coverage') {
    const [group = '', support = ''] = id.split('/')
    const names = [findRecord(state, 'support', support)?.name, findRecord(state, 'group', group)?.name]
    return names.filter((name) => name !== undefined).join(', ')
  }
  if (type === 'assessment') {
    const verdict = findRecord(state, 'assessment', id)
    const topic = findRecord(state, 'topic', verdict?.topic ?? '')?.title
    return verdict ? `${topic ?? verdict.topic}, by ${nameOf(state, verdict.by)}, ${sayDate(verdict.on)}` : id
  }
  if (type === 'look') {
    const look = findRecord(state, 'look', id)
    const sought = findRecord(state, 'commitment', look?.commitment ?? '')?.title
    return look ? `${sought ?? look.commitment}, ${sayDay(look.on)}` : id
  }
  if (type === 'capture') return findRecord(state, 'capture', id)?.fileName ?? id
  if (type === 'passage') {
    const passage = findRecord(state, 'passage', id)
    return passage?.quote.exact || passage?.place.heading || passage?.cite?.at || id
  }
  const record = findRecord(state, type, id) ?? {}
  for (const field of NAMES) {
    const name: unknown = Reflect.get(record, field)
    if (typeof name === 'string') return name
  }
  return id
}

/** What a record is called by, the first that it has. */
const NAMES = ['title', 'name', 'question', 'act', 'text'] as const
