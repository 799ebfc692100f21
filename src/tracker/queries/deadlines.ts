/** Deadlines with where each stands on a day, in the groups people ask for. */
import type { PlainDate } from '../../model/index.ts'
import { type DeadlineStanding, standingOf } from '../deadline-standing.ts'
import type { TrackerState } from '../fold.ts'
import type { RecordOf } from '../record/index.ts'
import { listRecords } from './records.ts'

export interface StandingDeadline {
  readonly deadline: RecordOf<'deadline'>
  readonly standing: DeadlineStanding
}

const lastDay = ({ deadline }: StandingDeadline) => deadline.due?.to ?? '9999'

/** In the order of the last day each can mean; those that name no time are last. */
export function deadlinesOn(state: TrackerState, today: PlainDate, topic?: string): StandingDeadline[] {
  return listRecords(state, 'deadline')
    .filter(({ topics }) => topic === undefined || topics.includes(topic))
    .map((deadline) => ({ deadline, standing: standingOf(deadline, today) }))
    .sort((one, other) => lastDay(one).localeCompare(lastDay(other)))
}
