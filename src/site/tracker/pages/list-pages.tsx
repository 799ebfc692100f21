/** Three lists: figures with exactly what each counts, questions on which sources disagree, and schemes with a name. */
import { findRecord, listRecords, type RecordOf } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { sayCount, sayDate } from '../words.ts'

export function indicatorsPage(view: View): string {
  const all = listRecords(view.state, 'indicator')
  return renderFrame({
    view,
    title: 'Figures',
    children: (
      <>
        <h1>Figures, and what each counts</h1>
        <p class="lead">
          Two figures that look alike often count different things. Each has a page that says exactly what it
          counts, and none is drawn beside one that counts something else.
        </p>
        {all.length === 0 ? <p class="empty">No figure has been recorded yet.</p> : null}
        <ul class="two">
          {all.map(({ id, title, unit, place, series }) => {
            const last = series.at(-1)
            return (
              <li>
                <a href={view.href(`/indicators/${id}`)}>{title}</a>
                {last === undefined ? null : (
                  <span>
                    <b>{sayPoint(last, unit)}</b>, {sayDate(last.period)}, {place}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      </>
    ),
  })
}

export function indicatorPage(view: View, indicator: RecordOf<'indicator'>): string {
  return renderFrame({
    view,
    title: indicator.title,
    children: (
      <>
        <p class="above">
          <a href={view.href('/indicators')}>Figure</a>
        </p>
        <h1>{indicator.title}</h1>
        <Indicator view={view} indicator={indicator} />
      </>
    ),
  })
}

/** Words that make a figure another one: without them a guess reads as a count. */
const LOOSELY =
  /^(about|around|roughly|over|more than|at least|up to|at most|under|fewer than|less than|nearly|almost)\b/i

/** "about 5,000 children", "over £15 billion a year": as loosely as its source has it. */
export function sayPoint(
  { value, text }: { readonly value: number; readonly text?: string | undefined },
  unit: string,
): string {
  const [loosely] = LOOSELY.exec(text ?? '') ?? []
  return [loosely?.toLowerCase(), sayValue(value, unit)].filter(Boolean).join(' ')
}

/** "152,910 children", "51%", "£14,000 a year", "£4.3 billion". */
function sayValue(value: number, unit: string): string {
  const number = value.toLocaleString('en-GB')
  if (/^percent\b/.test(unit)) return `${number}${unit.replace(/^percent\b/, '%')}`
  if (/^pounds?\b/.test(unit)) return `£${sayLarge(value)}${unit.replace(/^pounds?\b/, '')}`
  return `${number} ${unit}`
}

/** Round millions and billions in words: nobody counts nine noughts. A figure that is not round stays as it is. */
function sayLarge(value: number): string {
  for (const [size, name] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const)
    if (value >= size && Number.isInteger((value / size) * 10))
      return `${(value / size).toLocaleString('en-GB')} ${name}`
  return value.toLocaleString('en-GB')
}

/** One value of a series against its largest, from zero. The figure stands in words above it. */
function Bar({ share }: { share: number }) {
  return (
    <svg class="series-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="4" class="rest" />
      <rect width={Math.max(0, Math.round(share * 1000) / 10)} height="4" />
    </svg>
  )
}

function Indicator({ view, indicator }: { view: View; indicator: RecordOf<'indicator'> }) {
  const { counts, unit, place, caution, series } = indicator
  const most = Math.max(...series.map(({ value }) => value))
  const comparableWith = indicator.comparableWith.filter((id) => findRecord(view.state, 'indicator', id))
  return (
    <>
      <p class="lead">Counts: {counts}</p>
      {series.length < 2 ? null : <p>Where: {place}</p>}
      {series.map(({ period, value, text, cites }) => (
        <WithEvidence view={view} cites={cites}>
          <p class="value">
            <strong>{sayPoint({ value, text }, unit)}</strong> {sayDate(period)}
            {series.length < 2 ? `, ${place}` : ''}
          </p>
          {series.length < 2 ? null : <Bar share={value / most} />}
          {text === undefined ? null : <p>{text}</p>}
        </WithEvidence>
      ))}
      {caution === undefined ? null : (
        <p class="mark">
          <b>Take care</b> {caution}
        </p>
      )}
      <p class="mark">
        {comparableWith.length === 0 ? (
          'No other figure here counts the same thing, so none should be set beside it.'
        ) : (
          <b>May be set beside</b>
        )}{' '}
        {comparableWith.map((each, at) => (
          <>
            {at === 0 ? '' : '; '}
            <a href={view.href(`/indicators/${each}`)}>
              {findRecord(view.state, 'indicator', each)?.title ?? each}
            </a>
          </>
        ))}
      </p>
    </>
  )
}

export function conflictsPage(view: View): string {
  const all = listRecords(view.state, 'conflict')
  return renderFrame({
    view,
    title: 'Where sources disagree',
    children: (
      <>
        <h1>Where sources disagree</h1>
        <p class="lead">
          {all.length === 0
            ? 'Where two sources give different answers, we show both and choose none.'
            : `On ${sayCount(all.length, 'question', 'questions')} the sources give different answers. We show them all and choose none.`}
        </p>
        {all.length === 0 ? <p class="empty">No such question has been recorded yet.</p> : null}
        {all.map(({ id, question, detail, topics, cites }) => (
          <WithEvidence view={view} cites={cites} id={id}>
            <h2 class="small">{question}</h2>
            <p>{detail}</p>
            <TopicLinks view={view} topics={topics} />
          </WithEvidence>
        ))}
      </>
    ),
  })
}

export function programmesPage(view: View): string {
  const all = listRecords(view.state, 'programme')
  return renderFrame({
    view,
    title: 'Schemes and services',
    children: (
      <>
        <h1>Schemes and services with a name</h1>
        <p class="lead">What the names in this tracker stand for.</p>
        {all.length === 0 ? <p class="empty">None has been recorded yet.</p> : null}
        {all.map(({ id, name, what, detail, topics, cites }) => (
          <WithEvidence view={view} cites={cites} id={id}>
            <h2 class="small">{name}</h2>
            <p>{what}</p>
            {detail === undefined ? null : <p class="mark">{detail}</p>}
            <TopicLinks view={view} topics={topics} />
          </WithEvidence>
        ))}
      </>
    ),
  })
}

function TopicLinks({ view, topics }: { view: View; topics: readonly string[] }) {
  if (topics.length === 0) return null
  return (
    <p class="mark">
      Topic:{' '}
      {topics.map((topic, at) => (
        <>
          {at === 0 ? '' : ', '}
          <a href={view.href(`/topics/${topic}`)}>{findRecord(view.state, 'topic', topic)?.title ?? topic}</a>
        </>
      ))}
    </p>
  )
}
