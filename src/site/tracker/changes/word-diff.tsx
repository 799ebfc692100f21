/** Two wordings as one text, with what went marked as deleted and what came as inserted. */
import { diffWordsWithSpace } from 'diff'

/** Edits beyond which two texts have so little in common that they are shown whole, one after the other. */
const MOST_EDITS = 600

export interface WordPiece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

export function diffWording(before: string, after: string): WordPiece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (parts === undefined)
    return [
      { kind: 'gone' as const, text: before },
      { kind: 'new' as const, text: after },
    ].filter(({ text }) => text !== '')
  const pieces: WordPiece[] = []
  let [gone, added] = ['', '']
  const flush = () => {
    if (gone.trim() !== '') pieces.push({ kind: 'gone', text: gone })
    if (added !== '') pieces.push({ kind: added.trim() === '' ? 'same' : 'new', text: added })
    ;[gone, added] = ['', '']
  }
  for (const [at, part] of parts.entries()) {
    const isChange = part.added || part.removed
    // A space between two changed words belongs to both wordings of them, so that a run of words is one change.
    const isBetween = part.value.trim() === '' && (gone !== '' || added !== '') && isChanged(parts[at + 1])
    if (!isChange && !isBetween) {
      flush()
      pieces.push({ kind: 'same', text: part.value })
      continue
    }
    if (!part.added) gone += part.value
    if (!part.removed) added += part.value
  }
  flush()
  return pieces
}

const isChanged = (part: { added?: boolean; removed?: boolean } | undefined): boolean =>
  part?.added === true || part?.removed === true

/** Long stretches that are the same are cut to what tells where one is. */
const SAME_SHOWN = 160

export function WordDiff({ before, after }: { before: string; after: string }) {
  const pieces = diffWording(before, after)
  return (
    <>
      {pieces.map(({ kind, text }, at) => {
        if (kind === 'gone') return <del>{text}</del>
        if (kind === 'new')
          return (
            <>
              {touches(pieces[at - 1], text) ? ' ' : ''}
              <ins>{text}</ins>
            </>
          )
        return text.length <= SAME_SHOWN * 2
          ? text
          : `${text.slice(0, SAME_SHOWN)} … ${text.slice(-SAME_SHOWN)}`
      })}
    </>
  )
}

/** What went and what came in its place are two words, not one: "41 39", never "4139". */
const touches = (gone: WordPiece | undefined, added: string): boolean =>
  gone?.kind === 'gone' && /\S$/.test(gone.text) && /^\S/.test(added)
