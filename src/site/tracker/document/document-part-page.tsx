/** A part of a held copy: its text by blocks, what this tracker rests on marked, and beside it what rests there. */
import type { DocumentText, Range } from '../../../model/index.ts'
import { anchorOf, cutPart, partOf, passagesIn, type RecordOf } from '../../../tracker/index.ts'
import { DocumentPages } from '../../result/document-text.tsx'
import type { Mark } from '../../result/marks.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { CopyNotice, type CopyProps } from './copy-facts.tsx'
import { FindForm, sayPages } from './document-page.tsx'
import { MOST_NOTES, PassageNote } from './passage-notes.tsx'

type Passage = RecordOf<'passage'>

export interface DocumentPartProps extends CopyProps {
  readonly document: DocumentText
  /** From 1; there is such a part. */
  readonly part: number
  /** Words to mark besides the passages, and every place of them in the whole text. */
  readonly sought: { readonly words: string; readonly places: readonly Range[] } | null
}

/** Marks of what was looked for; in a page of nothing else they would weigh more than the text. */
const MOST_FOUND = 60

export function documentPartPage({
  view,
  capture,
  source,
  document,
  part,
  sought,
}: DocumentPartProps): string {
  const passages = passagesIn(view.state, capture.id).filter(
    ({ position }) => partOf(capture.parts, position.start) === part,
  )
  const pages = sayPages(document, capture.parts, part)
  const name = `Part ${part} of ${capture.parts.length}${pages === '' ? '' : `, ${pages}`}`
  return renderFrame({
    view,
    title: `${source.title}: part ${part}`,
    robots: 'noindex',
    children: (
      <>
        <p class="above">
          <a href={view.href(`/documents/${capture.id}`)}>{source.title}: the copy we hold</a>
        </p>
        <h1 class="long">{name}</h1>
        <CopyNotice view={view} capture={capture} source={source} />
        <FindForm view={view} capture={capture} words={sought?.words} />
        <Turn view={view} capture={capture} part={part} label="Parts" />
        <div class="held">
          <section aria-labelledby="text" class="held-text">
            <h2 id="text">The text</h2>
            <DocumentPages
              id="page"
              document={cutPart(document, capture.parts, part)}
              marks={[...passageMarks(passages), ...foundMarks(capture, part, sought?.places ?? [])]}
            />
          </section>
          <section aria-labelledby="rests" class="rests">
            <h2 id="rests">What rests on these words</h2>
            {passages.length === 0 ? <p class="empty">No claim rests on exact words of this part.</p> : null}
            <ul>
              {passages.slice(0, MOST_NOTES).map((passage) => (
                <PassageNote view={view} passage={passage} />
              ))}
            </ul>
            {passages.length > MOST_NOTES ? (
              <p>And {passages.length - MOST_NOTES} more passages, marked in the text.</p>
            ) : null}
          </section>
        </div>
        <Turn view={view} capture={capture} part={part} label="Parts, at the end" />
      </>
    ),
  })
}

function passageMarks(passages: readonly Passage[]): Mark[] {
  return passages
    .filter((passage) => anchorOf(passage) === passage.id)
    .map(({ id, position }, at) => {
      const mark = { ...position, id, tone: 'passage' }
      return at < MOST_NOTES
        ? { ...mark, back: { id: `rests-${id}`, label: 'what rests on these words' } }
        : mark
    })
}

function foundMarks(capture: RecordOf<'capture'>, part: number, places: readonly Range[]): Mark[] {
  return places
    .map((place, at): Mark => ({ ...place, id: `found-${at + 1}`, tone: 'found' }))
    .filter(({ start }) => partOf(capture.parts, start) === part)
    .slice(0, MOST_FOUND)
}

interface TurnProps {
  readonly view: View
  readonly capture: RecordOf<'capture'>
  readonly part: number
  readonly label: string
}

function Turn({ view, capture, part, label }: TurnProps) {
  const link = (to: number, words: string) => (
    <a href={view.href(`/documents/${capture.id}/${to}`)}>{words}</a>
  )
  return (
    <nav aria-label={label} class="turn">
      {part > 1 ? link(part - 1, `← Part ${part - 1}`) : <span />}
      <a href={view.href(`/documents/${capture.id}#parts`)}>All parts</a>
      {part < capture.parts.length ? link(part + 1, `Part ${part + 1} →`) : <span />}
    </nav>
  )
}
