/** What a thing that was read comes to: a short text that differs where the answer can. */
import {
  countCitations,
  type LogPage,
  type NamedAnswer,
  RECORD_TYPES,
  type RecordKey,
  standingsOfTopics,
  type TrackerEvent,
  type TrackerPart,
  type TrackerState,
} from '../../tracker/index.ts'
import { lastHappenings } from '../tracker/last-happenings.ts'
import { hashOf } from './sums.ts'
import type { Look } from './tracked-state.ts'

/** Which records are in it, each in which edition. */
export function keyOfPart({ state }: TrackerPart): string {
  let editions = `${state.corrections.map(({ sequence }) => sequence)} `
  for (const type of RECORD_TYPES)
    for (const { events } of state.records[type].values()) editions += `${events.at(-1)?.sequence} `
  return shorten(editions)
}

export function keyOfLook(at: Look, { corrections, records }: TrackerState): string {
  if (at === 'corrections') return shorten(`${corrections.map(({ sequence }) => sequence)}`)
  const type = RECORD_TYPES.find((each) => at === `type ${each}`)
  if (type === undefined) throw new Error(`"${at}" is nothing that can be looked at by itself`)
  return shorten([...records[type].values()].map(({ events }) => events.at(-1)?.sequence).join(' '))
}

/** Those that pages ask for. */
const ANSWERS: readonly NamedAnswer[] = [standingsOfTopics, countCitations, lastHappenings]

export function keyOfAnswer(answers: string, state: TrackerState): string {
  const answer = ANSWERS.find((each) => each.answers === answers)
  if (answer === undefined) throw new Error(`no page asks for "${answers}"`)
  return shorten(answer.write(state))
}

export const keyOfEvents = (events: readonly TrackerEvent[]): string =>
  shorten(events.map(({ sequence }) => sequence).join(' '))

/** A run that is past is told without how many there are in all. */
export const keyOfLog = ({ events, older, hasNext, retold }: LogPage): string =>
  shorten(`${events.map(({ sequence }) => sequence)} ${older} ${hasNext} ${[...retold].sort().join(' ')}`)

const shorten = (editions: string): string => hashOf(editions).slice(0, 24)

export const recordsOf = ({ state }: TrackerPart): RecordKey[] =>
  RECORD_TYPES.flatMap((type) => [...state.records[type].keys()].map((id) => `${type} ${id}`))
