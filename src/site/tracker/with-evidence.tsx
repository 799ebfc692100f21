/** A claim with its evidence: in the margin where there is room, folded under the claim where there is not. */

import { type Cite, type Evidence, evidenceOf, type RecordOf } from '../../tracker/index.ts'
import type { Child } from '../markup/jsx-runtime.ts'
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

interface NoteProps {
  readonly view: View
  readonly cites: readonly Cite[]
}

/** The note by itself, for claims that stand in a table or a list of their own shape. Written once for a record. */
export function Note(props: NoteProps) {
  const { view, cites } = props
  const make = () => <Folded {...props} />
  return <>{view.pieces?.write(cites, [view.state, view.passages], make) ?? make()}</>
}

function Folded({ view, cites }: NoteProps) {
  const references = cites.flatMap((cite) =>
    evidenceOf(view.state, [cite]).map((evidence) => (
      <Reference view={view} cite={cite} evidence={evidence} />
    )),
  )
  if (references.length === 0) return null
  return (
    <details class="note">
      <summary>{references.length === 1 ? 'Source' : `${references.length} sources`}</summary>
      <ul>
        {references.map((reference) => (
          <li>{reference}</li>
        ))}
      </ul>
    </details>
  )
}

interface ReferenceProps {
  readonly view: View
  readonly cite: Cite
  readonly evidence: Evidence
}

/** A source is cited in the same words wherever the claim stands: where the view keeps pieces, they are written once. */
function Reference({ view, cite, evidence }: ReferenceProps) {
  const passage = view.passages?.findPassage(cite) ?? null
  const held = addressOfHeld(view, passage, evidence.source.id)
  const make = () => <Words view={view} evidence={evidence} passage={passage} held={held} />
  return <>{view.pieces?.write(cite, [evidence.source, passage, held], make) ?? make()}</>
}

/** One step to the words themselves; null where the keeper holds no copy of the source. */
function addressOfHeld(view: View, passage: RecordOf<'passage'> | null, source: string): string | null {
  const { passages } = view
  const copy = passages?.newestCopy(source)
  if (passages === undefined || !copy) return null
  return passage === null ? `/documents/${copy.id}` : passages.addressOf(passage)
}

interface WordsProps {
  readonly view: View
  readonly evidence: Evidence
  readonly passage: RecordOf<'passage'> | null
  readonly held: string | null
}

function Words({ view, evidence: { source, at, quote, note }, passage, held }: WordsProps) {
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
      {held === null ? null : <Held href={view.href(held)} passage={passage} />}
    </>
  )
}

function Held({ href, passage }: { href: string; passage: RecordOf<'passage'> | null }) {
  return (
    <>
      {' '}
      <a href={href}>
        {passage === null
          ? 'Our copy'
          : passage.holds === 'words'
            ? 'See the words'
            : 'See the place (not the words)'}
      </a>
      {passage?.standing === 'lost' ? ' Not in our newest copy.' : null}
    </>
  )
}
