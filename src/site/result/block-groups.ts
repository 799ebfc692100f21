/**
 * A document's blocks as they are drawn: by page, items gathered into lists and rows into tables, and the blocks of one
 * long passage (a reply of several paragraphs) gathered into one, so that a link can light up all of it. Pure.
 */
import type { Block, DocumentText, PageSpan } from '../../model/index.ts'
import type { Mark } from './marks.ts'

export type BlockGroup =
  | {
      readonly kind: 'block'
      readonly block: Block /** Of a heading's element; 0 on others. */
      readonly level: number
    }
  | { readonly kind: 'list' | 'table'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'extent'
      readonly mark: Mark
      readonly groups: readonly BlockGroup[]
      readonly isFirst: boolean
      readonly isLast: boolean
    }

export interface PageGroup {
  /** Null in a document without pages. */
  readonly number: number | null
  readonly label?: string
  readonly groups: readonly BlockGroup[]
}

export interface GroupedBlocks {
  readonly pages: readonly PageGroup[]
  /** The marks drawn around whole blocks; all others are drawn inside one. */
  readonly blockMarks: ReadonlySet<Mark>
}

/** Documents' own headings begin below the page's: h3. */
const FIRST_LEVEL = 3

/** `marks` are sorted. */
export function groupBlocks(document: DocumentText, marks: readonly Mark[]): GroupedBlocks {
  const { blocks } = document
  const extentOf = assignExtents(blocks, marks)
  const levels = headingLevels(blocks)
  const seen = new Set<Mark>()
  const pages = splitByPage(blocks, document.pages).map(({ page, blocks: inPage }): PageGroup => {
    const groups = runsOf(inPage, (block) => extentOf.get(block)).flatMap(({ key, run }): BlockGroup[] => {
      const inner = gather(run, levels)
      if (key === undefined) return inner
      const isFirst = !seen.has(key)
      seen.add(key)
      const lastBlock = run.at(-1)
      return [{ kind: 'extent', mark: key, groups: inner, isFirst, isLast: (lastBlock?.end ?? 0) >= key.end }]
    })
    if (page === undefined) return { number: null, groups }
    return { number: page.number, ...(page.label === undefined ? {} : { label: page.label }), groups }
  })
  return { pages, blockMarks: seen }
}

/** The mark that each block is drawn in: those that touch several blocks, as long as they do not share one. */
function assignExtents(blocks: readonly Block[], marks: readonly Mark[]): Map<Block, Mark> {
  const extentOf = new Map<Block, Mark>()
  let first = 0
  for (const mark of marks) {
    while ((blocks[first]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) first++
    const touched: Block[] = []
    for (let at = first; (blocks[at]?.start ?? mark.end) < mark.end; at++) touched.push(blocks[at] as Block) // at < length
    if (touched.length < 2 || touched.some((block) => extentOf.has(block))) continue
    for (const block of touched) extentOf.set(block, mark)
  }
  return extentOf
}

interface PageBlocks {
  readonly page: PageSpan | undefined
  readonly blocks: readonly Block[]
}

/** Blocks belong to the page they start on. */
function splitByPage(blocks: readonly Block[], pages: readonly PageSpan[] | null): PageBlocks[] {
  if (pages === null) return [{ page: undefined, blocks }]
  let at = 0
  return pages.map((page) => {
    const from = at
    while (at < blocks.length && (blocks[at]?.start ?? 0) < page.end) at++
    return { page, blocks: blocks.slice(from, at) }
  })
}

/** Levels without gaps on the way down, as a reader of headings expects, whatever the document prints. */
function headingLevels(blocks: readonly Block[]): Map<Block, number> {
  const levels = new Map<Block, number>()
  let previous = FIRST_LEVEL - 1
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    const level = Math.min(6, previous + 1, FIRST_LEVEL - 1 + (block.level ?? 1))
    levels.set(block, level)
    previous = level
  }
  return levels
}

function gather(blocks: readonly Block[], levels: ReadonlyMap<Block, number>): BlockGroup[] {
  const shapeOf = ({ kind }: Block) => (kind === 'list-item' || kind === 'table-row' ? kind : undefined)
  return runsOf(blocks, shapeOf).flatMap(({ key, run }): BlockGroup[] => {
    if (key === undefined)
      return run.map((block) => ({ kind: 'block', block, level: levels.get(block) ?? 0 }))
    return [{ kind: key === 'list-item' ? 'list' : 'table', blocks: run }]
  })
}

function runsOf<Key>(blocks: readonly Block[], keyOf: (block: Block) => Key) {
  const runs: { key: Key; run: Block[] }[] = []
  for (const block of blocks) {
    const key = keyOf(block)
    const last = runs.at(-1)
    if (last !== undefined && last.key === key) last.run.push(block)
    else runs.push({ key, run: [block] })
  }
  return runs
}
