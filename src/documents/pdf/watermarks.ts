/** Leaves out words that are printed across the text, upright: "DRAFT", "OFFICIAL-SENSITIVE". Slanted ones are no line of it anyway. */
import type { Word } from './page-content.ts'

/** Smallest type of a mark across the text, in points: on a page of many pages few words are as large. */
const SMALLEST = 16
/** Words that it is printed across are set this small at most, as a share of its own size. */
const BENEATH = 0.6
/** So many of them; one can be a misplaced label. */
const FEWEST = 2
/** What crosses the text is a word; others of its line go with it. */
const LETTERS = /\p{L}{3}/u
/** Height of capitals and depth of the middle of small letters, in type sizes. */
const CAPITALS = 0.72
const MIDDLE = 0.25
/** Pages that repeat it where it crosses nothing print it at the same place, in points. */
const SAME_PLACE = 2

interface PageWords {
  readonly words: readonly Word[]
}

/** The pages without such words; where a page has none, the page itself. */
export function withoutWatermarks<Page extends PageWords>(pages: readonly Page[]): Page[] {
  const rows = pages.map(({ words }) => rowsOfLarge(words))
  const crossing = new Set<string>()
  pages.forEach(({ words }, index) => {
    for (const row of rows[index] ?? [])
      if (isAcross(row, words)) for (const word of row) crossing.add(keyOf(word))
  })
  if (crossing.size === 0) return [...pages]
  return pages.map((page, index) => {
    const marks = new Set(rows[index]?.flat().filter((word) => crossing.has(keyOf(word))))
    return marks.size === 0 ? page : { ...page, words: page.words.filter((word) => !marks.has(word)) }
  })
}

/** The large words of a page, those that were painted one after another on one line together. */
function rowsOfLarge(words: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  let last: Word | undefined
  for (const word of words) {
    if (word.style.size < SMALLEST) continue
    if (last?.style === word.style && last.baseline === word.baseline) rows.at(-1)?.push(word)
    else rows.push([word])
    last = word
  }
  return rows
}

/** Nobody sets text so that larger words run through it. */
function isAcross(row: readonly Word[], words: readonly Word[]): boolean {
  const beneath = wordsBeneath(row, words)
  if (beneath.length < FEWEST) return false
  return row.some((mark) => LETTERS.test(mark.text) && wordsBeneath([mark], beneath).length >= FEWEST)
}

/** The smaller words whose middles lie inside the letters of `row`, or between its words. */
function wordsBeneath(row: readonly Word[], words: readonly Word[]): Word[] {
  const left = Math.min(...row.map(({ x }) => x))
  const right = Math.max(...row.map(({ x, width }) => x + width))
  const { style, baseline } = row[0] ?? { style: { size: 0 }, baseline: 0 }
  const [top, largest] = [baseline - style.size * CAPITALS, style.size * BENEATH]
  return words.filter((word) => {
    if (word.baseline <= top || word.style.size > largest) return false
    const y = word.baseline - word.style.size * MIDDLE
    const x = word.x + word.width / 2
    return y > top && y < baseline && x > left && x < right
  })
}

const keyOf = ({ text, x, baseline, style }: Word): string =>
  `${text} ${Math.round(x / SAME_PLACE)} ${Math.round(baseline / SAME_PLACE)} ${style.size}`
