/** Gives list items their depth, and the block that leads their list in. */
import type { Block } from '../../model/index.ts'
import type { Draft } from './draft.ts'

/** Items whose markers stand this many points apart are at different depths. */
const STEP = 6

/** Sets the level of each list item from how far its marker is set in, list by list. */
export function setDepths(drafts: readonly Draft[]): void {
  let places: number[] = []
  for (const draft of drafts) {
    if (draft.kind === 'footnote' || draft.kind === 'quote') continue
    if (draft.kind !== 'list-item') {
      if (draft.kind === 'heading' || draft.kind === 'paragraph') places = []
      continue
    }
    const x = draft.lines[0]?.x ?? 0
    places = places.filter((place) => place < x - STEP)
    places.push(x)
    draft.level = places.length
  }
}

/** `blocks` with `leadIn` on list items: the paragraph or heading that the list stands under. */
export function addLeadIns(blocks: readonly Block[], text: string): Block[] {
  let lead: number | null = null
  let isInList = false
  return blocks.map((block, index) => {
    if (block.kind === 'footnote' || block.kind === 'navigation') return block
    if (block.kind === 'list-item') {
      isInList = true
      return lead === null ? block : { ...block, leadIn: lead }
    }
    const isLead = block.kind === 'paragraph' || block.kind === 'heading'
    // A second paragraph of an item ends no list, but only what announces one can lead another in.
    if (isLead)
      lead =
        isInList && block.kind === 'paragraph' && !/[:—–]$/.test(text.slice(block.start, block.end))
          ? null
          : index
    else lead = null
    isInList = false
    return block
  })
}
