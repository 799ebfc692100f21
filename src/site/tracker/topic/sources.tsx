/** The sources of a topic, each once, oldest first. */
import {
  citesIn,
  commitmentsOf,
  findRecord,
  type RecordOf,
  sortSources,
  timelineOf,
} from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { sayDate } from '../words.ts'

export function sourcesOf(view: View, topic: string): RecordOf<'source'>[] {
  const cites = [
    ...timelineOf(view.state, topic).flatMap((entry) => entry.cites),
    ...commitmentsOf(view.state, topic).flatMap(citesIn),
  ]
  return sortSources(
    [...new Set(cites.map(({ source }) => source))].flatMap(
      (id) => findRecord(view.state, 'source', id) ?? [],
    ),
  )
}

export function SourceLine({ view, source }: { view: View; source: RecordOf<'source'> }) {
  return (
    <li>
      <a href={view.href(`/sources/${source.id}`)}>{source.title}</a>{' '}
      <span>
        {source.publisher}, {source.published ? sayDate(source.published) : 'undated'}
      </span>
    </li>
  )
}
