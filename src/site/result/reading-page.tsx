/** The page of one or more readings: what each document says, each statement with its evidence in the margin. */
import { countKind, countKinds, KIND_LABELS, type Reading } from '../../api/index.ts'
import { STATEMENT_KINDS } from '../../model/index.ts'
import { Brand, type PageStyle, renderPage } from '../page.tsx'
import { describeDocument, NamedLink, nameDocument, SourceText } from './document-text.tsx'
import { Filter, type FilterChoice } from './filter.tsx'
import { checkPageSize } from './largest-page.ts'
import { Meanings } from './meanings.tsx'
import { Failures, type Origin, ResultFooter, ResultTools } from './origin.tsx'
import { type EntryView, type ReadingView, viewReading } from './reading-view.ts'
import { DecisionMark, ShapeDefinitions, sentenceCase } from './shapes.tsx'
import { Because, Passage, PlaceLink, placeLabel, StrengthLabel, shorten, Terms } from './statement-parts.tsx'

/** Throws LimitError `result_too_large` where there is more than one page holds. */
export function readingPage(readings: readonly Reading[], style: PageStyle, origin: Origin): string {
  checkPageSize(readings)
  const views = readings.map(viewReading)
  const [first] = readings
  const name = first === undefined ? '' : nameDocument(first)
  return renderPage({
    title: `${name}${readings.length > 1 ? ` and ${readings.length - 1} more` : ''} · Holdfast`,
    style,
    className: 'result',
    children: (
      <>
        <a class="skip" href="#answers">
          Skip to what was found
        </a>
        <ShapeDefinitions />
        <header class="masthead">
          <Brand {...(origin.home === undefined ? {} : { href: origin.home })} />
          <ResultTools origin={origin} />
          <h1>{headline(readings)}</h1>
          <dl class="pair">
            {views.map(({ id, reading }) => (
              <NamedLink
                name="Document"
                named={reading}
                href={views.length === 1 ? `#${id}` : `#${id}-found`}
              />
            ))}
          </dl>
        </header>
        <main id="answers">
          <Failures origin={origin} />
          <Filter legend="Show" choices={choicesFor(views)} />
          <Meanings hasKinds />
          {views.map((view) => (
            <DocumentReading view={view} isAlone={views.length === 1} />
          ))}
        </main>
        <ResultFooter origin={origin} />
      </>
    ),
  })
}

/** "4 recommendations, 2 asks and 1 commitment." */
export function headline(readings: readonly Reading[]): string {
  const statements = readings.flatMap((reading) => reading.statements)
  const counts = countKinds(statements).filter(({ name }) => name !== 'finding' && name !== 'other')
  if (counts.length === 0) return 'Nothing here is recommended, asked, decided or promised.'
  const words = counts.map(({ name, count }) => countKind(name, count))
  return `${words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`}.`
}

function choicesFor(views: readonly ReadingView[]): FilterChoice[] {
  const entries = views.flatMap((view) => view.entries)
  const having = (word: string) => entries.filter(({ is }) => is.includes(word)).length
  const kinds = STATEMENT_KINDS.filter((kind) => having(kind) > 0)
  return [
    { name: 'all', label: 'All', count: entries.length },
    ...kinds.map((kind) => ({
      name: kind,
      label: sentenceCase(having(kind) === 1 ? KIND_LABELS[kind].one : KIND_LABELS[kind].many),
      count: having(kind),
    })),
    { name: 'dated', label: 'With a date', count: having('dated') },
    { name: 'funded', label: 'With money', count: having('funded') },
    { name: 'grouped', label: 'Naming a group', count: having('grouped') },
  ]
}

function DocumentReading({ view, isAlone }: { view: ReadingView; isAlone: boolean }) {
  const { id, reading, entries } = view
  return (
    <section class="spread" id={`${id}-found`} aria-label={nameDocument(reading)}>
      <div class="claims">
        {isAlone ? null : (
          <header class="document-head">
            <h2>{nameDocument(reading)}</h2>
            <p class="about">{describeDocument(reading).join(' · ')}</p>
          </header>
        )}
        {entries.length === 0 ? (
          <p class="empty">Nothing here is recommended, asked, decided or promised.</p>
        ) : (
          <ol class="entries">
            {entries.map((entry) => (
              <Entry entry={entry} />
            ))}
          </ol>
        )}
        <Findings view={view} />
      </div>
      <div class="sources">
        <SourceText id={id} side="Text" named={reading} marks={view.marks} />
      </div>
    </section>
  )
}

function Entry({ entry }: { entry: EntryView }) {
  const { id, view, is, heading } = entry
  const { statement, href } = view
  return (
    <li id={id} data-is={is.join(' ')}>
      {heading === null ? null : <p class="heading">{shorten(heading, 120)}</p>}
      <div class="entry">
        <div class="claim">
          <p class="kind">
            <span class="kind-name">{sentenceCase(KIND_LABELS[statement.kind].one)}</span>
            {statement.number === null ? null : <span class="number"> {statement.number}</span>}
            {statement.decision === null ? null : <DecisionMark decision={statement.decision} />}
            <StrengthLabel strength={statement.strength} />
          </p>
          <Passage text={statement.text} />
        </div>
        <div class="margin">
          <p class="place">
            <PlaceLink href={href} label={sentenceCase(placeLabel(statement.page, 'page'))} />
            {statement.speaker === null ? null : ` · ${statement.speaker}`}
          </p>
          <Terms view={view} />
          <Because
            because={statement.because}
            confidence={statement.confidence}
            summary="Why it is read so"
          />
        </div>
      </div>
    </li>
  )
}

/** Findings are many and answer another question: in brief, behind a tap. */
function Findings({ view }: { view: ReadingView }) {
  const { findings, otherCount } = view
  if (findings.length === 0 && otherCount === 0) return null
  return (
    <footer class="rest-of-document">
      {findings.length === 0 ? null : (
        <details>
          <summary>{countKind('finding', findings.length)}: facts about the world or about progress</summary>
          <ol>
            {findings.map(({ statement, href }) => (
              <li>
                {shorten(statement.text, 140)} <PlaceLink href={href} label={placeLabel(statement.page)} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {otherCount === 0 ? null : (
        <p>
          {otherCount === 1 ? 'One more passage is' : `${otherCount} more passages are`} titles, navigation or
          courtesies, and not listed.
        </p>
      )}
    </footer>
  )
}
