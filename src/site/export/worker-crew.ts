/** What a worker makes files with. */
import type { TrackerEvent } from '../../tracker/index.ts'
import { type Crew, createLoneCrew, type Place } from './crew.ts'
import { createMaker } from './maker.ts'
import { answerPlainly } from './plain-answers.ts'
import type { Start } from './workforce.ts'

answerPlainly()

export const startCrew = ({ making: { lines, ...making } }: Start, place: Place): Crew =>
  createLoneCrew(createMaker({ ...making, events: lines.split('\n').map(eventOf) }), place)

/** A line of the log, as the ledger wrote it and checked it when it was read. */
const eventOf = (line: string): TrackerEvent => (JSON.parse(line) as { event: TrackerEvent }).event
