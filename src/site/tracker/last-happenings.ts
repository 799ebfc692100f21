/** What the first page says of the last things that happened: what each is about, and where it is shown. */
import { pathOf } from '../../api/tracker/index.ts'
import { findRecord, lastChanges, nameAnswer, type TimelineEntry } from '../../tracker/index.ts'

/** As many as stand beside each other without a long first page. */
const SHOWN = 4

export interface LastHappening extends TimelineEntry {
  /** The promise or the topic that it belongs to; its own words where there is neither. */
  readonly subject: string
  readonly path: string
}

/** Newest first. */
export const lastHappenings = nameAnswer('last-happenings', (state): readonly LastHappening[] =>
  lastChanges(state, SHOWN).map((entry) => {
    const { text, type, id, topics, commitment } = entry
    const subject =
      findRecord(state, 'commitment', commitment ?? '')?.title ??
      findRecord(state, 'topic', topics[0] ?? '')?.title ??
      text
    return { ...entry, subject, path: pathOf(state, type, id) }
  }),
)
