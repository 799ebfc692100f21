/** The sources of a topic, each once, oldest first. */
import { citesIn, commitmentsOf, findRecord, sortSources, timelineOf } from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { sayDate } from '../words.ts'

export function TopicSources({ view, topic }: { view: View; topic: string }) {
  const cites = [
    ...timelineOf(view.state, topic).flatMap((entry) => entry.cites),
    ...commitmentsOf(view.state, topic).flatMap(citesIn),
  ]
  const sources = sortSources(
    [...new Set(cites.map(({ source }) => source))].flatMap(
      (id) => findRecord(view.state, 'source', id) ?? [],
    ),
  )
  return (
    <ol class="source-list">
      {sources.map((source) => (
        <li>
          <a href={view.href(`/sources/${source.id}`)}>{source.title}</a>{' '}
          <span>
            {source.publisher}, {source.published ? sayDate(source.published) : 'undated'}
          </span>
        </li>
      ))}
    </ol>
  )
}
