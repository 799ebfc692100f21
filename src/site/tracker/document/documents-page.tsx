/** All copies that are held, each with how its passages stand. */
import { findRecord, listRecords } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { sayCount, sayDay } from '../words.ts'

/** Copies on one page; a tracker of hundreds of sources names the newest here and all under its sources. */
const MOST = 80

export function documentsPage(view: View): string {
  const copies = [...view.state.records.capture.values()].reverse()
  const passages = listRecords(view.state, 'passage')
  return renderFrame({
    view,
    title: 'Copies we hold',
    children: (
      <>
        <h1>Copies we hold</h1>
        <p class="lead">
          Every claim says which source it rests on, when that was published and where in it to look.{' '}
          {copies.length === 0
            ? 'Where its keeper adds a copy of a source, the words themselves are marked.'
            : 'Of these sources the keeper holds a copy, in which the words themselves are marked.'}
        </p>
        {copies.length === 0 ? <p class="empty">No copy is held yet.</p> : null}
        <ul class="source-list">
          {copies.slice(0, MOST).map(({ body, recordedAt }) => {
            const own = passages.filter(({ capture }) => capture === body.id)
            const lost = own.filter(({ standing }) => standing === 'lost').length
            return (
              <li>
                <a
                  href={view.href(
                    view.passages === undefined ? `/sources/${body.source}` : `/documents/${body.id}`,
                  )}
                >
                  {findRecord(view.state, 'source', body.source)?.title ?? body.source}
                </a>{' '}
                <span>
                  Added on {sayDay(recordedAt.slice(0, 10))}. {sayCount(own.length, 'passage', 'passages')}
                  {lost === 0 ? '' : `, ${lost} not in a newer copy`}
                </span>
              </li>
            )
          })}
        </ul>
        {copies.length > MOST ? (
          <p>And {copies.length - MOST} more; each source’s page names its copies.</p>
        ) : null}
      </>
    ),
  })
}
