/** Arranges a page: tables and boxes by its ruling lines, then columns of text, in reading order. */
import { findBoxes } from './boxes.ts'
import { cellBands, findStretches, type Stretch } from './columns.ts'
import { isContentsPage } from './contents.ts'
import { buildLines, type Line } from './lines.ts'
import type { Shape, Word } from './page-content.ts'
import { findEdges, findNets } from './rulings.ts'
import { tablesOfRules } from './table-bands.ts'
import { type Area, isInside, type Table, tableOfNet } from './table-grid.ts'

/** A column of text, or a table; in reading order on its page. */
export type Flow =
  | { readonly lines: readonly Line[]; readonly table?: undefined }
  | { readonly lines?: undefined; readonly table: Table }

export interface PageLayout {
  readonly number: number
  readonly height: number
  readonly width: number
  readonly shapes: readonly Shape[]
  readonly boxes: readonly Area[]
  readonly flows: readonly Flow[]
  /** All lines of text outside tables. */
  readonly lines: readonly Line[]
}

interface PageInput {
  readonly number: number
  readonly height: number
  readonly width: number
  readonly words: readonly Word[]
  readonly shapes: readonly Shape[]
}

export function arrangePage({ number, height, width, words, shapes }: PageInput): PageLayout {
  const { across, down } = findEdges(shapes, height)
  const nets = findNets(across, down)
  const framed = nets.flatMap((net) => {
    const table = tableOfNet(net, words, number)
    return table === null ? [] : [table]
  })
  const loose = words.filter((word) => !framed.some((table) => isInside(word, table)))
  const inNets = new Set(nets.flatMap((net) => net.across))
  const ruled = tablesOfRules(
    across.filter((edge) => !inNets.has(edge)),
    loose,
    number,
  )
  const tables = [...framed, ...ruled].sort((a, b) => a.y - b.y)
  const flows = flowsBetween(tables, words, number)
  return {
    number,
    height,
    width,
    shapes,
    boxes: findBoxes(shapes, nets, width, height),
    flows,
    lines: flows.flatMap((flow) => flow.lines ?? []),
  }
}

/** Tables part the page into layers, each with columns of its own. */
function flowsBetween(tables: readonly Table[], words: readonly Word[], page: number): Flow[] {
  const flows: Flow[] = []
  let rest = words.filter((word) => !tables.some((table) => isInside(word, table)))
  for (const table of tables) {
    const above = rest.filter((word) => word.baseline < table.y + 2)
    rest = rest.filter((word) => word.baseline >= table.y + 2)
    flows.push(...flowsOf(above, page), { table })
  }
  return [...flows, ...flowsOf(rest, page)]
}

/** The columns of what stands between tables; contents have a column of page numbers but are read across. */
function flowsOf(words: readonly Word[], page: number): Flow[] {
  const lines = buildLines(words, page)
  if (isContentsPage(lines)) return [{ lines }]
  return findStretches(words).map((stretch) => flowOf(stretch, page))
}

function flowOf(stretch: Stretch, page: number): Flow {
  if (stretch.kind === 'flow') return { lines: buildLines(stretch.words, page) }
  const rows = cellBands(stretch).map((cells) => ({
    cells: cells.map((cell) => buildLines(cell, page)),
    y: 0,
    bottom: 0,
  }))
  return { table: { page, columns: [], rows, x: 0, y: 0, right: 0, bottom: 0 } }
}
