/** Makes one list of items that a page break or a wider number set apart: what counts on from an item is an item. */
import type { Draft } from './draft.ts'
import { findMarker } from './markers.ts'

/** Blocks that may stand between two items of one list. */
const REACH = 12

/** Turns paragraphs numbered n into items where item n - 1 stands shortly before, and the other way round. */
export function harmoniseItems(drafts: readonly Draft[]): void {
  let last: { value: number; index: number; kind: Draft['kind'] } | null = null
  drafts.forEach((draft, index) => {
    const marker = draft.lines[0] === undefined ? null : findMarker(draft.lines[0].text)
    if (marker?.kind !== 'number' || (draft.kind !== 'paragraph' && draft.kind !== 'list-item')) return
    const value = Number.parseInt(marker.number ?? '', 10)
    if (last !== null && value === last.value + 1 && index - last.index <= REACH) draft.kind = last.kind
    last = { value, index, kind: draft.kind }
  })
}
