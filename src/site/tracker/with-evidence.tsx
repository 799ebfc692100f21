/** A claim with its evidence: in the margin where there is room, folded under the claim where there is not. */
import type { Child } from 'hono/jsx'
import { type Cite, type Evidence, evidenceOf } from '../../tracker/index.ts'
import type { View } from './view.ts'
import { sayDate } from './words.ts'

interface WithEvidenceProps {
  readonly view: View
  readonly cites: readonly Cite[]
  readonly id?: string
  readonly children?: Child
}

export function WithEvidence({ view, cites, id, children }: WithEvidenceProps) {
  return (
    <div class="claim" id={id}>
      <div>{children}</div>
      <Note view={view} cites={cites} />
    </div>
  )
}

/** The note by itself, for claims that stand in a table or a list of their own shape. */
export function Note({ view, cites }: { view: View; cites: readonly Cite[] }) {
  const evidence = evidenceOf(view.state, cites)
  if (evidence.length === 0) return null
  return (
    <details class="note">
      <summary>{evidence.length === 1 ? 'Source' : `${evidence.length} sources`}</summary>
      <ul>
        {evidence.map((each) => (
          <li>
            <Reference view={view} evidence={each} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Reference({ view, evidence }: { view: View; evidence: Evidence }) {
  const { source, at, quote, note } = evidence
  return (
    <>
      <a href={view.href(`/sources/${source.id}`)}>{source.publisher.replace(/ \(.*\)$/, '')}</a>,{' '}
      {source.published ? sayDate(source.published) : 'undated'}
      {at === null ? null : `, ${at}`}
      {quote === null ? null : (
        <>
          {' '}
          <q>{quote}</q>
        </>
      )}
      {note === null ? null : `${quote === null ? '.' : ''} ${note}`}
    </>
  )
}
