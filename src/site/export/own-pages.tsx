/** The pages that only a copy has: search without a server, everything from A to Z, the days it holds, what it is. */
import { kindOf, nameOfRecord, pathOf } from '../../api/tracker/index.ts'
import type { RecordType } from '../../tracker/index.ts'
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

export interface Listed {
  readonly type: RecordType
  readonly id: string
  readonly title: string
  readonly path: string
}

/** A part of the list of everything that fits one page. */
export interface ListPart {
  /** "A", or "A, continued". */
  readonly label: string
  readonly path: string
  readonly listed: readonly Listed[]
}

/** As many as make a page that stays small. */
const MOST_LISTED = 120

/** Everything with a page or a place on one, by first letter, in parts. */
export function listEverything(
  view: View,
  found: readonly { readonly type: RecordType; readonly id: string }[],
): ListPart[] {
  const listed = found
    .map(({ type, id }) => ({
      type,
      id,
      title: nameOfRecord(view.state, type, id).slice(0, 160),
      path: pathOf(view.state, type, id),
    }))
    .sort((one, other) => compareTitles(one.title, other.title) || (one.id < other.id ? -1 : 1))
  const letters = new Map<string, Listed[]>()
  for (const each of listed) {
    const letter = letterOf(each.title)
    letters.set(letter, [...(letters.get(letter) ?? []), each])
  }
  return [...letters].flatMap(([letter, of]) => partsOf(letter, of))
}

const collator = new Intl.Collator('en-GB', { numeric: true })
const compareTitles = (one: string, other: string): number => collator.compare(bare(one), bare(other))
const bare = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '')

/** "A" to "Z"; "0–9" for everything else, which has no place among the letters. */
function letterOf(title: string): string {
  const first = bare(title).charAt(0).normalize('NFD').charAt(0).toUpperCase()
  return /[A-Z]/.test(first) ? first : '0–9'
}

function partsOf(letter: string, listed: readonly Listed[]): ListPart[] {
  const name = letter === '0–9' ? 'other' : letter.toLowerCase()
  return Array.from({ length: Math.ceil(listed.length / MOST_LISTED) }, (_, at) => ({
    label: at === 0 ? letter : `${letter}, part ${at + 1}`,
    path: `/everything/${name}${at === 0 ? '' : `-${at + 1}`}`,
    listed: listed.slice(at * MOST_LISTED, (at + 1) * MOST_LISTED),
  }))
}

export function everythingPage(view: View, parts: readonly ListPart[]): string {
  const count = parts.reduce((sum, { listed }) => sum + listed.length, 0)
  return renderFrame({
    view,
    title: 'Everything from A to Z',
    children: (
      <>
        <h1>Everything from A to Z</h1>
        <p class="lead">
          All {count.toLocaleString('en-GB')} things that this tracker tells of, by what they are called.
        </p>
        <Letters parts={parts} />
      </>
    ),
  })
}

export function lettersPage(view: View, parts: readonly ListPart[], part: ListPart): string {
  return renderFrame({
    view,
    title: `Everything: ${part.label}`,
    children: (
      <>
        <p class="above">
          <a href="/everything">Everything from A to Z</a>
        </p>
        <h1>Everything: {part.label}</h1>
        <Letters parts={parts} here={part.path} />
        <ul class="hits">
          {part.listed.map(({ type, title, path }) => (
            <li>
              <a href={view.href(path)}>{title}</a>
              <span>{kindOf(type)}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

function Letters({ parts, here }: { parts: readonly ListPart[]; here?: string }) {
  return (
    <nav aria-label="Letters" class="years-nav">
      {parts.map(({ label, path, listed }) => (
        <>
          <a href={path} aria-current={path === here ? 'page' : undefined}>
            {label} ({listed.length})
          </a>{' '}
        </>
      ))}
    </nav>
  )
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
