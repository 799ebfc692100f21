/** The table itself: one body a recommendation, so that a filter can take it out and a narrow screen can stack it. */
import type { StatementView } from './anchors.ts'
import type { RowView } from './comparison-view.ts'
import { DecisionMark } from './shapes.tsx'
import { Because, Passage, PlaceLink, placeLabel, StrengthLabel, shorten, Terms } from './statement-parts.tsx'

export function ComparisonTable({ rows }: { rows: readonly RowView[] }) {
  if (rows.length === 0) return <p class="empty">The report holds nothing that reads as a recommendation.</p>
  return (
    <table class="answers">
      <caption>Each recommendation and its answer</caption>
      <thead>
        <tr>
          <HeadCell name="No." />
          <HeadCell name="Recommended" />
          <HeadCell name="Answer" />
          <HeadCell name="Promised" />
        </tr>
      </thead>
      {rows.map((view) => (
        <TableRow view={view} />
      ))}
    </table>
  )
}

function HeadCell({ name }: { name: string }) {
  return <th scope="col">{name}</th>
}

function TableRow({ view }: { view: RowView }) {
  const { id, name, row, is, recommendationHref, commitments } = view
  const heading = row.headings.at(-1)
  return (
    <tbody id={id} data-is={is.join(' ')}>
      <tr>
        <th scope="row" class="number">
          <div class="stay">{row.number ?? <span class="unseen">{name}</span>}</div>
        </th>
        <td class="recommended">
          <div class="stay">
            {heading === undefined ? null : <p class="heading">{shorten(heading, 90)}</p>}
            <Passage text={row.recommendation.text} />
            <p class="place">
              <PlaceLink href={recommendationHref} label={`Report, ${placeLabel(row.recommendation.page)}`} />
            </p>
          </div>
        </td>
        <td class="answer">
          <div class="stay">
            <Answer view={view} />
          </div>
        </td>
        <td class="promised">
          {commitments.length === 0 ? (
            <p class="none">{row.response === null ? 'Nothing' : 'Nothing promised'}</p>
          ) : (
            <ul>
              {commitments.map((commitment) => (
                <Promised view={commitment} />
              ))}
            </ul>
          )}
        </td>
      </tr>
    </tbody>
  )
}

function Answer({ view }: { view: RowView }) {
  const { row, decisionHref, responseHref } = view
  const evidence = row.decisionEvidence
  return (
    <>
      <DecisionMark decision={row.decision} />
      {evidence === null ? null : (
        <p class="words">
          <q>{shorten(evidence.text, 180)}</q>
        </p>
      )}
      {evidence === null && row.response !== null && row.decision !== 'no-response' ? (
        <p class="aside">Not said in so many words; taken from what is promised.</p>
      ) : null}
      {evidence === null || decisionHref === null ? null : (
        <p class="place">
          <PlaceLink href={decisionHref} label={`Response, ${placeLabel(evidence.page)}`} />
        </p>
      )}
      {row.response === null || responseHref === null ? null : (
        <p class="place">
          <PlaceLink href={responseHref} label={`The whole answer, ${placeLabel(row.response.page)}`} />
        </p>
      )}
      {row.response === null ? (
        <p class="aside">Nothing in the response answers it.</p>
      ) : (
        <Because because={row.because} confidence={row.confidence} summary="Why this answer" />
      )}
    </>
  )
}

function Promised({ view }: { view: StatementView }) {
  const { statement, href } = view
  return (
    <li>
      <div class="said">
        <p>
          <StrengthLabel strength={statement.strength} />
        </p>
        <Passage text={statement.text} />
        <p class="place">
          <PlaceLink href={href} label={`Response, ${placeLabel(statement.page)}`} />
          {statement.speaker === null ? null : ` · ${statement.speaker}`}
        </p>
      </div>
      <Terms view={view} />
    </li>
  )
}
