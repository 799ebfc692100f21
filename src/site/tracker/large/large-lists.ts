/** The lists of a record that is too large to show at once: which address shows which, and what each is called. */
import type { ListName, RecordType } from '../../../tracker/index.ts'

export interface LargeList {
  readonly list: Exclude<ListName, 'naming'>
  readonly title: string
  /** What its parts are called; absent where it has none. */
  readonly parts?: Readonly<Record<string, string>>
}

export const LARGE_LISTS: Readonly<Record<string, LargeList>> = {
  '/': { list: 'home', title: 'Topics' },
  '/documents': { list: 'captures', title: 'Copies we hold' },
  '/recommendations': { list: 'recommendations', title: 'Recommendations' },
  '/organisations': { list: 'organisations', title: 'Organisations' },
  '/sources': { list: 'sources', title: 'Sources' },
  '/programmes': { list: 'programmes', title: 'Schemes and services' },
  '/indicators': { list: 'indicators', title: 'Figures' },
  '/conflicts': { list: 'conflicts', title: 'Questions on which sources disagree' },
  '/deadlines': {
    list: 'deadlines',
    title: 'Dates that were promised',
    parts: {
      overdue: 'Overdue',
      missed: 'Missed, and not known since',
      ahead: 'Still ahead',
      late: 'Kept, but late',
      kept: 'Kept',
      'no-time-named': 'Promised without a day',
      superseded: 'Replaced by another promise',
      'not-known': 'Not known',
    },
  },
}

/** Where there are too many for one table. */
export const KINDS_OF_HELP: LargeList = { list: 'supports', title: 'Kinds of help' }

/** What one record is named by, as a list of its own: the types whose pages are shortened, by the first part of their address. */
export const NAMED: Readonly<Record<string, RecordType>> = {
  topics: 'topic',
  organisations: 'organisation',
  sources: 'source',
  commitments: 'commitment',
  recommendations: 'recommendation',
  indicators: 'indicator',
  'left-out': 'support',
}
