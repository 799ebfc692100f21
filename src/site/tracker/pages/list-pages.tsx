/** Three lists: figures with exactly what each counts, questions on which sources disagree, and schemes with a name. */
import { findRecord, listRecords, type RecordOf } from '../../../tracker/index.ts'
import { Claim } from '../claim.tsx'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { sayDate, sentenceCase } from '../words.ts'

/** So many figures with their sources stay well under the size a page may have. */
const PAGE = 20

export function indicatorsPage(view: View, asked: string | undefined): string {
  const all = listRecords(view.state, 'indicator')
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(asked)) || 1))
  return renderFrame({
    view,
    title: 'Figures',
    children: (
      <>
        <h1>Figures, and what each counts</h1>
        <p class="lead">
          Two figures that look alike often count different things. Each says exactly what it counts, and none
          is drawn beside one that counts something else.
        </p>
        {all.length === 0 ? <p class="empty">No figure had been published yet.</p> : null}
        {all.slice((page - 1) * PAGE, page * PAGE).map((indicator) => (
          <Indicator view={view} indicator={indicator} />
        ))}
        <Pages view={view} pages={pages} page={page} />
      </>
    ),
  })
}

function Pages({ view, pages, page }: { view: View; pages: number; page: number }) {
  if (pages < 2) return null
  return (
    <nav aria-label="Pages" class="years-nav">
      {Array.from({ length: pages }, (_, at) => (
        <a href={view.href(`/indicators?page=${at + 1}`)} aria-current={at + 1 === page ? 'page' : undefined}>
          Page {at + 1}
        </a>
      ))}
    </nav>
  )
}

/** "152,910 children", "51 percent", "£40,000,000". */
function sayValue(value: number, unit: string): string {
  const number = value.toLocaleString('en-GB')
  return /^(£|pounds?\b)/.test(unit) ? `£${number}${unit.replace(/^(£|pounds?\b)/, '')}` : `${number} ${unit}`
}

function Indicator({ view, indicator }: { view: View; indicator: RecordOf<'indicator'> }) {
  const { id, title, counts, unit, place, caution, comparableWith, series } = indicator
  const others = comparableWith.map((each) => findRecord(view.state, 'indicator', each)?.title ?? each)
  return (
    <Claim view={view} cites={series.flatMap(({ cites }) => cites)} id={id}>
      <h2 class="small">{title}</h2>
      <ul class="series">
        {series.map(({ period, value, text }) => (
          <li>
            <strong>{sayValue(value, unit)}</strong> {sentenceCase(sayDate(period))}, {place}
            {text === undefined ? null : `. ${text}`}
          </li>
        ))}
      </ul>
      <p>
        <b>Counts:</b> {counts}
      </p>
      {caution === undefined ? null : (
        <p class="mark">
          <b>Take care</b> {caution}
        </p>
      )}
      {others.length === 0 ? null : (
        <p class="mark">
          <b>May be compared with</b> {others.join('; ')}
        </p>
      )}
    </Claim>
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
          On {all.length} questions the sources give different answers. We show them all and choose none.
        </p>
        {all.map(({ id, question, detail, topics, cites }) => (
          <Claim view={view} cites={cites} id={id}>
            <h2 class="small">{question}</h2>
            <p>{detail}</p>
            <TopicLinks view={view} topics={topics} />
          </Claim>
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
        {all.length === 0 ? <p class="empty">None was known yet.</p> : null}
        {all.map(({ id, name, what, detail, topics, cites }) => (
          <Claim view={view} cites={cites} id={id}>
            <h2 class="small">{name}</h2>
            <p>{what}</p>
            {detail === undefined ? null : <p class="mark">{detail}</p>}
            <TopicLinks view={view} topics={topics} />
          </Claim>
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
