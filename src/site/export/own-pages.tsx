/** The pages that only a copy has: search without a server, everything from A to Z, the days it holds, what it is. */
import { listTopics } from '../../tracker/index.ts'
import { renderFrame } from '../tracker/frame.tsx'
import type { View } from '../tracker/view.ts'
import { sayDay } from '../tracker/words.ts'
import { SEARCH } from './copy.ts'

export const SEARCH_SCRIPT = '/search/search.js'
export const SEARCH_INDEX = '/search/index.js'

export function searchCopyPage(view: View): string {
  return renderFrame({
    view,
    title: 'Search',
    children: (
      <>
        <h1>What are you looking for?</h1>
        <form class="chooser" action={SEARCH}>
          <label for="look-for">Search this tracker</label>{' '}
          <input id="look-for" name="q" type="search" maxlength={200} /> <button type="submit">Search</button>
        </form>
        <div id="found">
          <noscript>
            <p class="lead">Search in this copy needs a script, and your browser runs none.</p>
          </noscript>
          <p>
            Everything can also be found <a href="/everything">from A to Z</a>, or by topic:
          </p>
          <ul class="two">
            {listTopics(view.state).map(({ id, title }) => (
              <li>
                <a href={view.href(`/topics/${id}`)}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
        <script src={SEARCH_SCRIPT}></script>
        <script src={SEARCH_INDEX}></script>
      </>
    ),
  })
}

export function daysPage(view: View, days: readonly string[]): string {
  return renderFrame({
    view,
    title: 'As it stood on a day',
    children: (
      <>
        <h1>This tracker as it stood on a day</h1>
        {days.length === 0 ? (
          <p class="lead">This copy shows the tracker on {sayDay(view.today)} only.</p>
        ) : (
          <>
            <p class="lead">
              This copy holds the tracker as it is on {sayDay(view.today)}, and as it stood on these days:
            </p>
            <ul>
              {days.map((day) => (
                <li>
                  <a href={`/?as_at=${day}`}>{sayDay(day)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          For any other day a server is needed: the live site of this tracker, or Holdfast itself, which makes
          the record into pages for any day it is asked for.
        </p>
      </>
    ),
  })
}

interface CopyFacts {
  readonly view: View
  /** "412:9f86d0…" */
  readonly checkpoint: string
  readonly base: string | null
  readonly hasDocuments: boolean
}

export function copyPage({ view, checkpoint, base, hasDocuments }: CopyFacts): string {
  return renderFrame({
    view,
    title: 'About this copy',
    children: (
      <>
        <h1>About this copy</h1>
        <p class="lead">
          This is {view.settings.title} as a folder of files, as it stood on {sayDay(view.today)}. It needs no
          server, and you may keep it, host it and pass it on.
        </p>
        <h2>How to check it</h2>
        <p>
          With Node (any version from 20), in the folder of this copy: <code>node verify.mjs .</code> It
          checks every file against the list <code>SHA256SUMS</code>, every entry of the record against the
          one before it, and all of them against the checkpoint. The program is 300 lines long and uses
          nothing of ours, so that you can read it first; take it from somebody else if you do not trust this
          copy.
        </p>
        <p>
          Checkpoint: <code>{checkpoint}</code>
        </p>
        <p>
          Note it down. In any later copy, <code>node verify.mjs . CHECKPOINT</code> shows whether this
          history still stands, or was rewritten or cut short. This page alone cannot show that.
        </p>
        <h2>What it does not have</h2>
        <ul>
          <li>Answers that are made for each question: search by machines, and every day of the past.</li>
          {base === null ? (
            <li>
              Feeds and calendars. They need to know the address they stand at, and this copy was made for any
              address.
            </li>
          ) : null}
          {hasDocuments ? null : (
            <li>
              The documents that the sources are. Their hashes are in the record; the documents belong to
              those who published them.
            </li>
          )}
        </ul>
      </>
    ),
  })
}
