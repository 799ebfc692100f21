/** Deadlines: what was promised by when, and whether it was kept; overdue is computed from the clock. */
import { deadlinesOn, nameOf, type StandingDeadline } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { pageOf, Turn } from '../in-pages.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { sayCount, sayDate, sayDay, sayStanding, sentenceCase } from '../words.ts'

type Kind = StandingDeadline['standing']['kind']

/** In the order people ask for them; what holds nothing is told by the headline's counts. */
const GROUPS: readonly (readonly [id: string, title: string, kinds: readonly Kind[]])[] = [
  ['overdue', 'Overdue', ['overdue']],
  ['missed', 'Missed, and not known since', ['missed']],
  ['ahead', 'Still ahead', ['may-be-overdue', 'ahead']],
  ['late', 'Kept, but late', ['late']],
  ['kept', 'Kept', ['kept']],
  ['no-day', 'Promised without a day', ['no-time-named']],
  ['replaced', 'Replaced by another promise', ['superseded']],
  ['not-known', 'Not known', ['not-known']],
]

/** `asked` is the page of the list, from 1; each heading counts all that belong under it. */
export function deadlinesPage(view: View, asked: number): string {
  const all = deadlinesOn(view.state, view.today)
  const groups = GROUPS.map(([id, title, kinds]) => {
    return { id, title, own: all.filter(({ standing }) => kinds.includes(standing.kind)) }
  })
  const list = pageOf(
    groups.flatMap(({ id, own }) =>
      own.map((each) => {
        return { group: id, markup: <DatedPromise view={view} each={each} />, id: each.deadline.id }
      }),
    ),
    asked,
  )
  return renderFrame({
    view,
    title: 'Deadlines',
    children: (
      <>
        <h1>{summarise(all)}</h1>
        <p class="lead">
          A promise such as “spring 2024” can mean several days. We call it late or overdue only after the
          last of them. Counted on {sayDay(view.today)}. {sayOthers(all)}
        </p>
        {all.length === 0 ? (
          <p class="empty">The first promise that names a time will stand here, with its own words.</p>
        ) : null}
        {groups.map(({ id, title, own }) => {
          const shown = list.groups.get(id)
          if (shown === undefined) return null
          return (
            <section aria-labelledby={id}>
              <h2 id={id}>
                {title} <small>{own.length}</small>
              </h2>
              {shown}
            </section>
          )
        })}
        <Turn view={view} list={list} />
      </>
    ),
  })
}

function summarise(all: readonly StandingDeadline[]): string {
  if (all.length === 0) return 'No dates have been promised yet'
  const count = (kind: Kind) => all.filter(({ standing }) => standing.kind === kind).length
  const counts = [
    count('kept') === 0
      ? 'none was kept in time'
      : `${count('kept')} ${count('kept') === 1 ? 'was' : 'were'} kept in time`,
    ...(count('late') > 0 ? [`${count('late')} came late`] : []),
    ...(count('missed') > 0 ? [`${count('missed')} ${count('missed') === 1 ? 'was' : 'were'} missed`] : []),
    count('overdue') === 0
      ? 'none is overdue'
      : `${count('overdue')} ${count('overdue') === 1 ? 'is' : 'are'} overdue`,
  ]
  return `${sayCount(all.length, 'date was', 'dates were')} promised. ${sentenceCase(counts.slice(0, -1).join(', '))} and ${counts.at(-1)}.`
}

/** The dates that the headline leaves out, so that its numbers come to the whole. */
function sayOthers(all: readonly StandingDeadline[]): string {
  const count = (...kinds: readonly Kind[]) =>
    all.filter(({ standing }) => kinds.includes(standing.kind)).length
  const [ahead, vague, replaced, unknown] = [
    count('ahead', 'may-be-overdue'),
    count('no-time-named'),
    count('superseded'),
    count('not-known'),
  ]
  const told = [
    ...(ahead === 0 ? [] : [`${ahead} ${ahead === 1 ? 'is' : 'are'} still ahead`]),
    ...(vague === 0 ? [] : [`${vague} ${vague === 1 ? 'names' : 'name'} no day`]),
    ...(replaced === 0 ? [] : [`${replaced} ${replaced === 1 ? 'was' : 'were'} replaced by another promise`]),
    ...(unknown === 0 ? [] : [`of ${unknown} we know neither`]),
  ]
  const [only] = told
  if (only === undefined) return ''
  return `Of the others, ${told.length === 1 ? only : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`}.`
}

function DatedPromise({ view, each: { deadline, standing } }: { view: View; each: StandingDeadline }) {
  const { id, title, by, words, due, met, text, cites, commitment } = deadline
  const { word, detail } = sayStanding(standing)
  const days = due === null ? '' : sayDate({ ...due, words: '' })
  const range = words.toLowerCase().includes(days.toLowerCase()) ? '' : ` (${days})`
  return (
    <WithEvidence view={view} cites={cites} id={id}>
      <h3>
        {commitment === undefined ? title : <a href={view.href(`/commitments/${commitment}`)}>{title}</a>}
      </h3>
      <p class="when">
        <strong>{word}</strong> {detail}
      </p>
      <p class="mark">
        {nameOf(view.state, by)} said: “{words}”{range}.{met === null ? null : ` Met: ${sayDate(met)}.`}
      </p>
      <p>{text}</p>
    </WithEvidence>
  )
}
