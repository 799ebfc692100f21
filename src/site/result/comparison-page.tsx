/** The page of a comparison: what became of each recommendation, beside the two documents' text. */
import { type ComparedPair, countDecisions, DECISION_LABELS, describeInferred } from '../../api/index.ts'
import { Brand, type PageStyle, renderPage } from '../page.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { type ComparisonView, type RowView, viewComparison } from './comparison-view.ts'
import { NamedLink, nameDocument, SourceText } from './document-text.tsx'
import { Filter, type FilterChoice } from './filter.tsx'
import { Meanings } from './meanings.tsx'
import { type Origin, ResultFooter, ResultTools } from './origin.tsx'
import { DecisionMark, ShapeDefinitions } from './shapes.tsx'
import { PlaceLink, placeLabel, shorten } from './statement-parts.tsx'

export function comparisonPage(pair: ComparedPair, style: PageStyle, origin: Origin): string {
  const view = viewComparison(pair)
  const { report, response } = pair
  const title = `${nameDocument(report)}: the answers`
  return renderPage({
    title: `${title} · Holdfast`,
    style,
    className: 'result',
    children: (
      <>
        <a class="skip" href="#answers">
          Skip to the answers
        </a>
        <ShapeDefinitions />
        <header class="masthead">
          <Brand {...(origin.home === undefined ? {} : { href: origin.home })} />
          <ResultTools origin={origin} />
          <h1>{headline(pair)}</h1>
          <Inferred pair={pair} />
          <dl class="pair">
            <NamedLink name="Report" named={report} href="#report" />
            <NamedLink name="Response" named={response} href="#response" />
          </dl>
        </header>
        <main class="spread">
          <div class="claims" id="answers">
            <Filter legend="Show" choices={choicesFor(view, pair)} />
            <Meanings hasKinds={false} />
            <Unanswered rows={view.rows} />
            <ComparisonTable rows={view.rows} />
            <Unmatched view={view} />
          </div>
          <div class="sources">
            <nav class="switch" aria-label="The two texts">
              <a href="#report">Report</a> <a href="#response">Response</a>
            </nav>
            <SourceText id="report" side="Report" named={report} marks={view.reportMarks} />
            <SourceText id="response" side="Response" named={response} marks={view.responseMarks} />
          </div>
        </main>
        <ResultFooter origin={origin} />
      </>
    ),
  })
}

/** The answer to the reader's question in one sentence. */
export function headline({ comparison }: ComparedPair): string {
  const { rows } = comparison
  if (rows.length === 0) return 'No recommendation was found in the report.'
  const counts = countDecisions(comparison)
  const unanswered = counts.find(({ name }) => name === 'no-response')?.count ?? 0
  const answered = counts
    .filter(({ name }) => name !== 'no-response')
    .map(({ name, count }) => `${count} ${count === 1 ? 'was' : 'were'} ${DECISION_LABELS[name]}`)
  const first = `Of ${rows.length} recommendation${rows.length === 1 ? '' : 's'}, `
  const rest = [...answered, ...(unanswered > 0 ? [`${unanswered} got no answer`] : [])]
  return `${first}${joinWords(rest)}.`
}

function Inferred({ pair }: { pair: ComparedPair }) {
  const sentence = describeInferred(pair.comparison)
  return sentence === null ? null : <p class="inferred">{sentence}</p>
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function choicesFor({ rows }: ComparisonView, { comparison }: ComparedPair): FilterChoice[] {
  const having = (word: string) => rows.filter(({ is }) => is.includes(word)).length
  return [
    { name: 'all', label: 'All', count: rows.length },
    ...countDecisions(comparison).map(({ name, count }) => ({
      name,
      count,
      label: <DecisionMark decision={name} />,
    })),
    { name: 'dated', label: 'With a date', count: having('dated') },
    { name: 'funded', label: 'With money', count: having('funded') },
    { name: 'unpromised', label: 'Nothing promised', count: having('unpromised') },
  ]
}

/** Silence is an answer too, and the one that is easiest to miss: it comes first. */
function Unanswered({ rows }: { rows: readonly RowView[] }) {
  const unanswered = rows.filter(({ row }) => row.decision === 'no-response')
  if (rows.length === 0) return null
  if (unanswered.length === 0) return <p class="all-answered">Every recommendation got an answer.</p>
  return (
    <section class="unanswered" aria-labelledby="unanswered-title">
      <h2 id="unanswered-title">
        No answer was found to {unanswered.length === 1 ? 'this one' : `these ${unanswered.length}`}
      </h2>
      <ol>
        {unanswered.map(({ id, row, recommendationHref }) => (
          <li>
            {row.number === null ? null : <span class="number">{row.number}</span>}
            <q>{shorten(row.recommendation.text, 220)}</q>{' '}
            <PlaceLink href={recommendationHref} label={`Report, ${placeLabel(row.recommendation.page)}`} /> ·{' '}
            <a href={`#${id}`}>in the table</a>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Unmatched({ view }: { view: ComparisonView }) {
  if (view.unmatched.length === 0) return null
  return (
    <section class="unmatched" aria-labelledby="unmatched-title">
      <h2 id="unmatched-title">
        {view.unmatched.length === 1 ? 'One reply answers' : `${view.unmatched.length} replies answer`} none
        of these
      </h2>
      <ol>
        {view.unmatched.map(({ id, reply, href }) => (
          <li id={id}>
            {reply.number === null ? null : <span class="number">{reply.number}</span>}
            <q>{shorten(reply.text, 220)}</q>{' '}
            <PlaceLink href={href} label={`Response, ${placeLabel(reply.page)}`} />
          </li>
        ))}
      </ol>
    </section>
  )
}
