/** Deadlines: the times of a text that a future act is tied to, in the document's words and as days. */
export {
  findDeadlines,
  findTimes,
  mainDeadline,
  type TimeContext,
  type TimeMention,
} from './find-times.ts'
export type { TimeRole } from './roles.ts'
