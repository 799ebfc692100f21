/** Boxes counted through the document: on each page they start again, and one may go on over the page. */
import type { Draft } from './draft.ts'

/** Gives each box its own id, from 1 in reading order. `box` of a draft counts within the page of its first line. */
export function numberBoxes(drafts: readonly Draft[]): void {
  const ids = new Map<string, number>()
  for (const draft of drafts) {
    if (draft.box === undefined) continue
    const key = `${draft.lines[0]?.page} ${draft.box}`
    const id = ids.get(key) ?? ids.size + 1
    ids.set(key, id)
    draft.box = id
  }
}
