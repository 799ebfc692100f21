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
  const large = pages.map(({ words }) => words.filter(isLarge))
  const crossing = new Set<string>()
  pages.forEach((page, index) => {
    const candidates = large[index] ?? []
    const found = candidates.filter((word) => LETTERS.test(word.text) && isAcross(word, page.words))
    for (const word of candidates)
      if (found.some((one) => one.style === word.style && one.baseline === word.baseline))
        crossing.add(keyOf(word))
  })
  if (crossing.size === 0) return [...pages]
  return pages.map((page, index) => {
    const marks = new Set(large[index]?.filter((word) => crossing.has(keyOf(word))))
    return marks.size === 0 ? page : { ...page, words: page.words.filter((word) => !marks.has(word)) }
  })
}

const isLarge = ({ style }: Word): boolean => style.size >= SMALLEST

/** Nobody sets text so that larger words run through it. */
function isAcross(mark: Word, words: readonly Word[]): boolean {
  const { size } = mark.style
  const top = mark.baseline - size * CAPITALS
  let count = 0
  for (const word of words) {
    if (word.style.size > size * BENEATH) continue
    const y = word.baseline - word.style.size * MIDDLE
    const x = word.x + word.width / 2
    if (y > top && y < mark.baseline && x > mark.x && x < mark.x + mark.width) count++
  }
  return count >= FEWEST
}

const keyOf = ({ text, x, baseline, style }: Word): string =>
  `${text} ${Math.round(x / SAME_PLACE)} ${Math.round(baseline / SAME_PLACE)} ${style.size}`
