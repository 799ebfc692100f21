/** Passages and their roles to the blocks of the document. */
import type { Block } from '../../model/index.ts'
import { assignLevels, isGenericHeading } from './heading-levels.ts'
import { labelNumber } from './heading-shapes.ts'
import { parseMarker } from './markers.ts'
import type { Passage } from './passages.ts'
import { isProse, type Role } from './roles.ts'

export interface PlainBlocks {
  readonly blocks: readonly Block[]
  readonly title: string | null
}

/** The blocks in order. List marks and the numbers of numbered paragraphs are left in the gaps between blocks. */
export function buildBlocks(passages: readonly Passage[], roles: readonly Role[]): PlainBlocks {
  const headings = passages.flatMap((passage, i) => {
    if (roles[i]?.kind !== 'heading') return []
    // A badge right above belongs to the heading, and so does the space over it.
    const badge = roles[i - 1]?.kind === 'badge' ? passages[i - 1] : undefined
    return [badge ? { ...passage, gapBefore: badge.gapBefore } : passage]
  })
  const firstHeading = headings[0]
  const firstContent = passages.findIndex((passage, i) => roles[i]?.kind !== 'navigation' && isProse(passage))
  const hasTitle =
    firstHeading !== undefined &&
    !isGenericHeading(firstHeading.text) &&
    parseMarker(firstHeading.text) === undefined &&
    !isFollowedByRefrain(headings) &&
    (firstContent < 0 || firstHeading.start <= (passages[firstContent]?.start ?? 0))
  const levels = assignLevels(headings, hasTitle)
  const blocks: Block[] = []
  const lists = new ListTracker()
  let heading = 0
  passages.forEach((passage, i) => {
    const role = roles[i]
    if (!role || role.kind === 'nothing') return
    if (role.kind === 'list-item')
      blocks.push(lists.add(passage, role.marker.length, role.marker.style, role.marker.number))
    else blocks.push(toBlock(passage, role, role.kind === 'heading' ? levels[heading++] : undefined))
    lists.note(passage, role, blocks.length - 1)
  })
  return { blocks, title: hasTitle && firstHeading ? firstHeading.text.replace(/\s+/g, ' ') : null }
}

/** The heading after the first returns elsewhere: the first is then one topic of several, not the title of all. */
function isFollowedByRefrain(headings: readonly Passage[]): boolean {
  const second = headings[1]
  return headings.some((heading, i) => i > 1 && heading.text === second?.text)
}

function toBlock(passage: Passage, role: Role, level: number | undefined): Block {
  const { start, end, text } = passage
  if (role.kind === 'table-row')
    return {
      kind: 'table-row',
      start,
      end,
      cells: role.row.cells,
      ...(role.row.isHeaderRow && { isHeaderRow: true }),
    }
  if (role.kind === 'numbered')
    return { kind: 'paragraph', start: start + role.marker.length, end, number: role.marker.number ?? '' }
  if (role.kind === 'quote')
    return { kind: 'quote', start: start + (/^[>\s]*/.exec(text)?.[0].length ?? 0), end }
  if (role.kind === 'footnote')
    return { kind: 'footnote', start: start + role.note.length, end, number: role.note.number }
  if (role.kind === 'badge') return { kind: 'paragraph', start, end, isEmphasised: true }
  if (role.kind === 'heading' && level !== undefined) {
    const marker = parseMarker(text)
    const number = marker?.number ?? labelNumber(text)
    return { kind: 'heading', start: start + (marker?.length ?? 0), end, level, ...(number && { number }) }
  }
  const number = role.kind === 'paragraph' ? labelNumber(text) : undefined
  return {
    kind: role.kind === 'navigation' ? 'navigation' : 'paragraph',
    start,
    end,
    ...(number && { number }),
  }
}

interface OpenList {
  readonly style: string
  readonly indent: number
  readonly isBullet: boolean
}

/** Nesting and lead-ins of list items, from their marks and indents. */
class ListTracker {
  private open: OpenList[] = []
  private leadIn: number | undefined

  /** The block of one item. An item with a mark not seen in the open lists, or further in, opens a list inside them. */
  add(passage: Passage, markLength: number, style: string, number: string | undefined): Block {
    const { indent, start, end } = passage
    const same = this.open.findLastIndex(
      (list) => list.style === style && Math.abs(list.indent - indent) <= 1,
    )
    if (same >= 0) this.open.length = same + 1
    else {
      // One kind of bullet after another, with a blank line between, is a list after a list.
      const last = this.open.at(-1)
      if (passage.gapBefore > 0 && number === undefined && last?.isBullet) this.open.pop()
      while (this.open.length > 0 && (this.open.at(-1)?.indent ?? 0) > indent) this.open.pop()
      this.open.push({ style, indent, isBullet: number === undefined })
    }
    const level = Math.min(this.open.length, 9)
    return {
      kind: 'list-item',
      start: start + markLength,
      end,
      level,
      ...(number && { number }),
      ...(this.leadIn !== undefined && { leadIn: this.leadIn }),
    }
  }

  /** Remembers what may lead in the items that follow. */
  note(passage: Passage, role: Role, index: number): void {
    if (role.kind === 'list-item' || role.kind === 'navigation') return
    this.open = []
    this.leadIn = role.kind === 'heading' || /:\s*$|[–—-]$/.test(passage.text.slice(-3)) ? index : undefined
  }
}
