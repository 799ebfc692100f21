/** Arranges a page: tables and boxes by its ruling lines, then columns of text, in reading order. */
import { findBoxes } from './boxes.ts'
import { cellBands, findStretches, type Stretch } from './columns.ts'
import { isContentsPage } from './contents.ts'
import { type Line, lineOf, wordsOf } from './lines.ts'
import type { Shape, Word } from './page-content.ts'
import { type Edge, findEdges, findNets, type Net } from './rulings.ts'
import { tablesOfRules } from './table-bands.ts'
import { type Area, isInside, type Table, tableOfNet } from './table-grid.ts'
import { withNeighbours } from './table-neighbours.ts'
import { tablesOfSegments } from './table-segments.ts'

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
  /** The page's lines, built right across it. */
  readonly lines: readonly Line[]
  readonly shapes: readonly Shape[]
}

export function arrangePage({ number, height, width, lines, shapes }: PageInput): PageLayout {
  const { across, down } = findEdges(shapes, height)
  const nets = findNets(across, down)
  const marked = findTables({ across, nets }, lines, number)
  const outside = linesOutside(marked, lines)
  const tables = marked.length === 0 ? marked : withNeighbours(marked, outside)
  const flows = flowsBetween(tables, tables === marked ? outside : linesOutside(tables, lines))
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

interface PageRules {
  readonly across: readonly Edge[]
  readonly nets: readonly Net[]
}

/** The tables that ruling lines frame or part, from the top. */
function findTables({ across, nets }: PageRules, lines: readonly Line[], page: number): Table[] {
  if (across.length === 0) return []
  const words = wordsOf(lines)
  const framed = nets.flatMap((net) => tableOfNet(net, words, page) ?? [])
  const inNets = new Set(nets.flatMap((net) => net.across))
  const free = across.filter((edge) => !inNets.has(edge))
  const looseBeside = (tables: readonly Table[], all: readonly Word[]) =>
    tables.length === 0 ? all : all.filter((word) => !tables.some((table) => isInside(word, table)))
  const loose = looseBeside(framed, words)
  const pieced = tablesOfSegments(free, loose, page)
  const ruled = tablesOfRules(
    free.filter(({ at }) => !pieced.some((table) => at > table.y - 1 && at < table.bottom + 1)),
    looseBeside(pieced, loose),
    page,
  )
  return [...framed, ...pieced, ...ruled].sort((a, b) => a.y - b.y)
}

/** What of each line stands outside all tables. */
function linesOutside(tables: readonly Table[], lines: readonly Line[]): Line[] {
  if (tables.length === 0) return [...lines]
  return lines.flatMap((line) => {
    const words = line.words.filter((word) => !tables.some((table) => isInside(word, table)))
    if (words.length === 0) return []
    return words.length === line.words.length ? [line] : [lineOf(words, line.page)]
  })
}

/** Tables part the page into layers, each with columns of its own. */
function flowsBetween(tables: readonly Table[], lines: readonly Line[]): Flow[] {
  const flows: Flow[] = []
  let rest = lines
  for (const table of tables) {
    flows.push(...flowsOf(rest.filter((line) => line.baseline < table.y + 2)), { table })
    rest = rest.filter((line) => line.baseline >= table.y + 2)
  }
  return [...flows, ...flowsOf(rest)]
}

/** The columns of what stands between tables; contents have a column of page numbers but are read across. */
function flowsOf(lines: readonly Line[]): Flow[] {
  if (lines.length === 0) return []
  if (isContentsPage(lines)) return [{ lines }]
  return findStretches(lines).map((stretch) =>
    stretch.kind === 'flow' ? { lines: stretch.lines } : { table: tableOf(stretch) },
  )
}

function tableOf(stretch: Stretch): Table {
  const rows = cellBands(stretch).map((cells) => ({ cells, y: 0, bottom: 0 }))
  return { page: stretch.lines[0]?.page ?? 0, columns: [], rows, x: 0, y: 0, right: 0, bottom: 0 }
}
