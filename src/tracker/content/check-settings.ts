/** What must hold of a tracker's own settings beyond their shape. */
import type { PlainDate } from '../../model/index.ts'
import type { TrackerSettings } from '../record/settings.ts'
import { findUnseenProblems } from './unseen-characters.ts'

/** What is wrong, how to put it right, and in which part of the settings. */
type Problem = readonly [message: string, fix: string, at: readonly PropertyKey[]]

/** `latest`: the last day that it can be anywhere; null where the clock is not asked. */
export function findSettingsProblems(settings: TrackerSettings, latest: PlainDate | null): Problem[] {
  return [...findUnseenProblems(settings), ...findDayToCome(settings, latest), ...findTwice(settings)]
}

/** Deadlines are judged by it, and no record may be dated after it: a year too many would let both pass. */
function findDayToCome({ recordedOn }: TrackerSettings, latest: PlainDate | null): Problem[] {
  if (latest === null || recordedOn <= latest) return []
  return [
    [
      `"recordedOn" is ${recordedOn}, a day to come.`,
      'Write the day on which you last went through everything, or put the clock of this machine right.',
      ['recordedOn'],
    ],
  ]
}

function findTwice({ verdicts }: TrackerSettings): Problem[] {
  return verdicts.flatMap(({ id, label }, at): Problem[] => {
    const before = verdicts.slice(0, at)
    if (before.some((other) => other.id === id))
      return [[`"verdicts" has "${id}" twice.`, 'Give each step its own id.', ['verdicts', at]]]
    if (before.some((other) => other.label === label))
      return [[`"verdicts" has "${label}" twice.`, 'Give each step its own label.', ['verdicts', at]]]
    return []
  })
}
