/** Deadlines: the times of a text that a future act is tied to, in the document's words and as days. */
export { findDeadlines, findTimes, mainDeadline } from './find-times.ts'
export { mayBelongToTime } from './gate.ts'
