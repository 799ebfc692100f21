/** The table of deadlines: the words, the days they can mean, and where each stands on the day. */
import { deadlinesOn, type StandingDeadline } from '../../../tracker/index.ts'
import { dates, ending, integer, organisation, text, topics } from './columns.ts'
import { byRecord, type TableKind } from './table.ts'

const deadlineCites = ({ deadline }: StandingDeadline) => deadline.cites

/** Days of the standing, whichever way it is counted; null where it counts none. */
function daysOf({ standing }: StandingDeadline): number | null {
  const days = Object.entries(standing).find(([key]) => key.startsWith('days'))?.[1]
  return typeof days === 'number' ? days : null
}

export const deadlinesTable: TableKind<StandingDeadline> = {
  name: 'deadlines',
  path: '/deadlines',
  title: 'Deadlines',
  counts: 'One row is one time by which something was promised, and where it stands on the day of the table.',
  entries: ({ state, today }) => deadlinesOn(state, today),
  cites: deadlineCites,
  filters: [
    { key: 'topic', idOf: 'topic', holds: ({ deadline }, topic) => deadline.topics.includes(topic) },
    { key: 'by', idOf: 'organisation', holds: ({ deadline }, by) => deadline.by === by },
    { key: 'standing', holds: ({ standing }, kind) => standing.kind === kind },
  ],
  pieces: byRecord('deadline', ({ deadline }) => deadline.id, { order: 'sorted' }),
  columns: [
    text('deadline', 'Deadline, by id', ({ deadline }) => deadline.id),
    text('title', 'What was to happen', ({ deadline }) => deadline.title),
    ...topics<StandingDeadline>(({ deadline }) => deadline.topics),
    text('commitment', 'Promise, by id', ({ deadline }) => deadline.commitment),
    ...organisation<StandingDeadline>('by', 'Who promised', ({ deadline }) => deadline.by),
    text('words', 'The words for the time', ({ deadline }) => deadline.words),
    ...dates<StandingDeadline>('due', 'Due', ({ deadline }) => deadline.due),
    ...dates<StandingDeadline>('met', 'Met', ({ deadline }) => deadline.met),
    text('standing', 'Where it stands', ({ standing }) => standing.kind, {
      about:
        'Counted by the clock and apart from any verdict; overdue only after the last day the words can mean',
    }),
    integer('standing_days', 'Days early, late, overdue or left', daysOf, {
      unit: 'days',
      about:
        'Which of the four the standing says; counted from the last day the words can mean, and no more than is certain',
    }),
    text('text', 'What is known', ({ deadline }) => deadline.text),
    ...ending<StandingDeadline>({
      type: () => 'deadline',
      id: ({ deadline }) => deadline.id,
      cites: deadlineCites,
    }),
  ],
}
