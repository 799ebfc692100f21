/** Pages of the site itself that answer what was searched for: no record holds the word "overdue". */
import { stemOf, wordsOf } from '../../../tracker/index.ts'

export interface SitePlace {
  readonly path: string
  readonly title: string
  /** What is there, in a sentence. */
  readonly about: string
  /** Any of these phrases in a question leads here; words in any form and order. */
  readonly asked: readonly string[]
}

const PLACES: readonly SitePlace[] = [
  {
    path: '/deadlines',
    title: 'Deadlines',
    about: 'What is due next, what is overdue, and what was kept or missed.',
    asked: ['deadline', 'overdue', 'missed', 'late', 'due date', 'when due', 'calendar', 'timetable'],
  },
  {
    path: '/promises',
    title: 'Promises over time',
    about: 'How strong each promise was, year by year, and which were weakened.',
    asked: [
      'promise',
      'broken',
      'pledge',
      'manifesto',
      'commitment',
      'u turn',
      'watered down',
      'promises over time',
    ],
  },
  {
    path: '/left-out',
    title: 'Who is left out',
    about: 'Which families each kind of help reaches, and which it leaves out.',
    asked: [
      'who left out',
      'left out',
      'excluded',
      'eligible',
      'eligibility',
      'who qualifies',
      'entitled',
      'entitlement',
    ],
  },
  {
    path: '/changes',
    title: 'Changes',
    about: 'What was recorded, corrected and withdrawn, newest first.',
    asked: ['change', 'correction', 'corrected', 'mistake', 'error', 'update', 'news', 'whats new'],
  },
  {
    path: '/data',
    title: 'Data',
    about: 'Every table and chart to download, feeds, and the interface for programs.',
    asked: ['data', 'dataset', 'download', 'csv', 'json', 'api', 'spreadsheet', 'excel', 'rss', 'feed'],
  },
  {
    path: '/indicators',
    title: 'Figures',
    about: 'Counts and sums, each with what it counts and where it is from.',
    asked: ['figure', 'statistic', 'stats', 'numbers', 'how many'],
  },
  {
    path: '/recommendations',
    title: 'Recommendations',
    about: 'Everything that was recommended, with the reply it had.',
    asked: ['recommendation'],
  },
  {
    path: '/organisations',
    title: 'Organisations',
    about: 'Who promised, who asks, and who says what.',
    asked: ['organisation', 'organization', 'charities'],
  },
  {
    path: '/sources',
    title: 'Sources',
    about: 'Every document that this tracker rests on.',
    asked: ['source', 'document', 'evidence', 'reference', 'bibliography'],
  },
  {
    path: '/conflicts',
    title: 'Where sources disagree',
    about: 'Questions on which two sources say different things.',
    asked: ['conflict', 'disagree', 'contradiction'],
  },
  {
    path: '/method',
    title: 'Method',
    about: 'How this is made, and what each word and mark means.',
    asked: ['method', 'methodology', 'how judged', 'verdict scale'],
  },
  {
    path: '/about',
    title: 'About',
    about: 'Who keeps this tracker, and for whom.',
    asked: ['about us', 'about this', 'contact', 'who runs', 'who keeps', 'licence', 'cite this'],
  },
  {
    path: '/accessibility',
    title: 'Accessibility',
    about: 'How these pages can be used, and what does not work.',
    asked: ['accessibility', 'screen reader', 'large print'],
  },
]

/** A question about the site is short; in a longer one these words are about something else. */
const MOST_WORDS = 4

/** The first three at most, in the order of the site's own menu. */
export function placesFor(query: string): readonly SitePlace[] {
  const words = wordsOf(query)
  if (words.length > MOST_WORDS) return []
  const stems = new Set(words.map(stemOf))
  const isAsked = (phrase: string) => wordsOf(phrase).every((word) => stems.has(stemOf(word)))
  return PLACES.filter(({ asked }) => asked.some(isAsked)).slice(0, 3)
}
