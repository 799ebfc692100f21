/** Tables of figures: every point of every series, with exactly what it counts beside it. */
import { listRecords, type RecordOf } from '../../../tracker/index.ts'
import { dates, ending, list, number, text } from './columns.ts'
import { byRecord, type TableKind } from './table.ts'

interface Point {
  readonly indicator: RecordOf<'indicator'>
  readonly point: RecordOf<'indicator'>['series'][number]
}

const pointsOf = (indicator: RecordOf<'indicator'>): Point[] =>
  indicator.series.map((point) => ({ indicator, point }))
const pointCites = ({ point }: Point) => point.cites

export const indicatorsTable: TableKind<Point> = {
  name: 'indicators',
  path: '/indicators',
  title: 'Figures, and what each counts',
  counts:
    'One row is one figure of one period. Only figures that name each other as comparable may share a chart.',
  entries: ({ state }) => listRecords(state, 'indicator').flatMap(pointsOf),
  cites: pointCites,
  pieces: byRecord('indicator', ({ indicator }) => indicator.id),
  columns: [
    text('indicator', 'Figure, by id', ({ indicator }) => indicator.id),
    text('title', 'Figure', ({ indicator }) => indicator.title),
    text('counts', 'Exactly what is counted', ({ indicator }) => indicator.counts),
    text('place', 'Where', ({ indicator }) => indicator.place),
    ...dates<Point>('period', 'Period', ({ point }) => point.period),
    number('value', 'Value', ({ point }) => point.value, { about: 'In the unit of the next column' }),
    text('unit', 'Unit', ({ indicator }) => indicator.unit),
    text('text', 'What to know of this value', ({ point }) => point.text),
    text('caution', 'What to take care of', ({ indicator }) => indicator.caution),
    list(
      'comparable_with',
      'Figures that count the same thing, by id',
      ({ indicator }) => indicator.comparableWith,
    ),
    ...ending<Point>({ type: () => 'indicator', id: ({ indicator }) => indicator.id, cites: pointCites }),
  ],
}

export const indicatorSeries = (indicator: RecordOf<'indicator'>): TableKind<Point> => ({
  ...indicatorsTable,
  name: indicator.id,
  path: `/indicators/${indicator.id}`,
  title: indicator.title,
  counts: `One row is one period. Counts: ${indicator.counts}`,
  entries: () => pointsOf(indicator),
  pieces: null,
  isPart: true,
})
