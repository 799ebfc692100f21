/** A claim with its evidence: in the margin where there is room, folded under the claim where there is not. */
import type { Child } from 'hono/jsx'
import { type Cite, type Evidence, evidenceOf, type RecordOf } from '../../tracker/index.ts'
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
  const evidence = cites.flatMap((cite) => evidenceOf(view.state, [cite]).map((each) => ({ ...each, cite })))
  if (evidence.length === 0) return null
  return (
    <details class="note">
      <summary>{evidence.length === 1 ? 'Source' : `${evidence.length} sources`}</summary>
      <ul>
        {evidence.map(({ cite, ...each }) => (
          <li>
            <Reference view={view} evidence={each} passage={view.passages?.findPassage(cite) ?? null} />
          </li>
        ))}
      </ul>
    </details>
  )
}

interface ReferenceProps {
  readonly view: View
  readonly evidence: Evidence
  readonly passage: RecordOf<'passage'> | null
}

function Reference({ view, evidence, passage }: ReferenceProps) {
  const { source, at, quote, note } = evidence
  const words = quote ?? passage?.quote.exact ?? ''
  return (
    <>
      <a href={view.href(`/sources/${source.id}`)}>{source.publisher.replace(/ \(.*\)$/, '')}</a>,{' '}
      {source.published ? sayDate(source.published) : 'undated'}
      {at === null ? null : `, ${at}`}
      {words === '' ? null : (
        <>
          {' '}
          <q>{words}</q>
        </>
      )}
      {note === null ? null : `${words === '' ? '.' : ''} ${note}`}
      <Held view={view} passage={passage} source={source.id} />
    </>
  )
}

/** One step to the words themselves, where the keeper holds a copy of the source. */
function Held({ view, passage, source }: Omit<ReferenceProps, 'evidence'> & { readonly source: string }) {
  const { passages } = view
  const copy = passages?.newestCopy(source)
  if (passages === undefined || !copy) return null
  if (passage === null)
    return (
      <>
        {' '}
        <a href={view.href(`/documents/${copy.id}`)}>Our copy</a>
      </>
    )
  return (
    <>
      {' '}
      <a href={view.href(passages.addressOf(passage))}>
        {passage.holds === 'words' ? 'See the words' : 'See the place (not the words)'}
      </a>
      {passage.standing === 'lost' ? ' Not in our newest copy.' : null}
    </>
  )
}
