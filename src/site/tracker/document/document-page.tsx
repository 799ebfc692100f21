/** A held copy: what it is, what rests on it, its parts, and where words stand in it. */
import type { DocumentText, Range } from '../../../model/index.ts'
import { copiesOf, partOf, passagesIn, type RecordOf } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { KeptInputs } from '../kept-inputs.tsx'
import type { View } from '../view.ts'
import { sayDay } from '../words.ts'
import { CopyNotice, type CopyProps, CopyTable } from './copy-facts.tsx'
import { around, LONGEST_SOUGHT } from './find-in-text.ts'
import { nameOfPassage, placesInPart } from './passage-notes.tsx'

type Capture = RecordOf<'capture'>

export interface DocumentPageProps extends CopyProps {
  readonly document: DocumentText
  /** What was looked for and where it stands; null where nothing was asked. */
  readonly sought: { readonly words: string; readonly places: readonly Range[] } | null
  /** Which page of the list of parts, from 1. */
  readonly list: number
}

export function documentPage(props: DocumentPageProps): string {
  const { view, capture, source, document, sought } = props
  const pages = capture.pages === null ? '' : `, ${capture.pages} page${capture.pages === 1 ? '' : 's'}`
  return renderFrame({
    view,
    title: `${source.title}: the copy we hold`,
    robots: 'noindex',
    children: (
      <>
        <p class="above">
          <a href={view.href(`/sources/${source.id}`)}>Source {source.id}</a>
        </p>
        <h1 class="long">{source.title}</h1>
        <p class="lead">
          The copy we hold, with the words that this tracker rests on marked in it:{' '}
          {count(capture.parts.length, 'part')}
          {pages}.
        </p>
        <CopyNotice view={view} capture={capture} source={source} />
        <FindForm view={view} capture={capture} words={sought?.words} />
        {sought === null ? null : <Found {...props} sought={sought} />}
        <Rests view={view} capture={capture} />
        <Parts view={view} capture={capture} document={document} list={props.list} />
        <section aria-labelledby="copy">
          <h2 id="copy">This copy</h2>
          <CopyTable view={view} capture={capture} source={source} />
          <Copies view={view} capture={capture} />
        </section>
      </>
    ),
  })
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

export function FindForm({
  view,
  capture,
  words,
}: {
  view: View
  capture: Capture
  words: string | undefined
}) {
  return (
    <form class="chooser" action={`/documents/${capture.id}`}>
      <label for="find-words">Find words in this copy</label>{' '}
      <input id="find-words" name="q" type="search" value={words} maxlength={LONGEST_SOUGHT} required />{' '}
      <KeptInputs view={view} />
      <button type="submit">Find</button>
    </form>
  )
}

const MOST_SHOWN = 30

function Found({
  view,
  capture,
  document,
  sought,
}: DocumentPageProps & { readonly sought: NonNullable<DocumentPageProps['sought']> }) {
  const { words, places } = sought
  const query = `q=${encodeURIComponent(words)}`
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        {places.length === 0
          ? `“${words}” does not stand in this copy`
          : `“${words}” stands ${count(places.length, 'time')}`}
      </h2>
      {places.length === 0 ? (
        <p class="empty">Try fewer words, or another form of them. The whole phrase is looked for.</p>
      ) : null}
      <ol class="found-places">
        {places.slice(0, MOST_SHOWN).map((place, at) => {
          const part = partOf(capture.parts, place.start)
          const [before, same, after] = around(document.text, place)
          return (
            <li>
              <a href={view.href(`/documents/${capture.id}/${part}?${query}#found-${at + 1}`)}>Part {part}</a>{' '}
              {before}
              <mark>{same}</mark>
              {after}
            </li>
          )
        })}
      </ol>
      {places.length > MOST_SHOWN ? <p>And {places.length - MOST_SHOWN} more places further on.</p> : null}
    </section>
  )
}

const MOST_PASSAGES = 40

function Rests({ view, capture }: { view: View; capture: Capture }) {
  const passages = passagesIn(view.state, capture.id)
  const partOfPassage = ({ position }: (typeof passages)[number]) => partOf(capture.parts, position.start)
  const places = capture.parts.map((_, at) => {
    return placesInPart(passages.filter((passage) => partOfPassage(passage) === at + 1))
  })
  const lost = passages.filter(({ standing }) => standing === 'lost').length
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">What rests on its words</h2>
      {passages.length === 0 ? (
        <p class="empty">
          No claim rests on exact words of this copy. Claims may still cite the source as a whole.
        </p>
      ) : null}
      {lost > 0 ? (
        <p>
          <strong>{count(lost, 'passage')}</strong> of this copy {lost === 1 ? 'is' : 'are'} not in a newer
          copy.
        </p>
      ) : null}
      <ul class="passages">
        {passages.slice(0, MOST_PASSAGES).map((passage) => {
          const part = partOfPassage(passage)
          const page = passage.place.page === null ? `part ${part}` : `page ${passage.place.page}`
          return (
            <li>
              <a href={view.href(`/documents/${capture.id}/${part}#${places[part - 1]?.get(passage.id)}`)}>
                {nameOfPassage(passage)}
              </a>{' '}
              <small>{page}</small>
            </li>
          )
        })}
      </ul>
      {passages.length > MOST_PASSAGES ? (
        <p>And {passages.length - MOST_PASSAGES} more, marked in the parts below.</p>
      ) : null}
    </section>
  )
}

const PARTS_SHOWN = 60

interface PartsProps {
  readonly view: View
  readonly capture: Capture
  readonly document: DocumentText
  readonly list: number
}

function Parts({ view, capture, document, list }: PartsProps) {
  const lists = Math.ceil(capture.parts.length / PARTS_SHOWN)
  const shown = Math.min(Math.max(1, list), lists)
  const first = (shown - 1) * PARTS_SHOWN
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">Its text, in parts</h2>
      <ol class="parts" start={first + 1}>
        {capture.parts.slice(first, first + PARTS_SHOWN).map((_, at) => (
          <li>
            <a href={view.href(`/documents/${capture.id}/${first + at + 1}`)}>
              {openingOf(document, capture.parts, first + at + 1)}
            </a>{' '}
            <small>{sayPages(document, capture.parts, first + at + 1)}</small>
          </li>
        ))}
      </ol>
      {lists === 1 ? null : (
        <nav aria-label="All parts" class="years-nav">
          {Array.from({ length: lists }, (_, at) => (
            <a
              href={view.href(`/documents/${capture.id}${at === 0 ? '' : `?page=${at + 1}`}`)}
              aria-current={at + 1 === shown ? 'page' : undefined}
            >
              {at * PARTS_SHOWN + 1}–{Math.min(capture.parts.length, (at + 1) * PARTS_SHOWN)}
            </a>
          ))}
        </nav>
      )}
    </section>
  )
}

/** Its first heading, or its first words. */
function openingOf({ text, blocks }: DocumentText, starts: readonly number[], part: number): string {
  const [start, end] = [starts[part - 1] ?? 0, starts[part] ?? text.length]
  const inPart = blocks.filter((block) => block.start >= start && block.start < end)
  const first = inPart.find(({ kind }) => kind === 'heading') ?? inPart[0] ?? { start, end }
  const words = text.slice(first.start, Math.min(first.end, end)).replace(/\s+/g, ' ').trim()
  return words.length > 80 ? `${words.slice(0, words.lastIndexOf(' ', 80))}…` : words || `Part ${part}`
}

/** "pages 4–9", in the numbers of the file; empty where there are none. */
export function sayPages({ pages, text }: DocumentText, starts: readonly number[], part: number): string {
  const [start, end] = [starts[part - 1] ?? 0, starts[part] ?? text.length]
  const inPart = pages?.filter((page) => page.start < end && page.end > start) ?? []
  const [first, last] = [inPart[0]?.number, inPart.at(-1)?.number]
  if (first === undefined || last === undefined) return ''
  return first === last ? `page ${first}` : `pages ${first}–${last}`
}

function Copies({ view, capture }: { view: View; capture: Capture }) {
  const copies = copiesOf(view.state, capture.source)
  if (copies.length < 2) return null
  return (
    <>
      <h3>All copies we hold of this source</h3>
      <ul>
        {copies.map(({ id }) => {
          const day = view.state.records.capture.get(id)?.recordedAt.slice(0, 10)
          const name = day === undefined ? id : `added on ${sayDay(day)}`
          return (
            <li>
              {id === capture.id ? `${name} (this one)` : <a href={view.href(`/documents/${id}`)}>{name}</a>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
