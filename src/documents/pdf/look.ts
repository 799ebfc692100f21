/** What the document's type looks like: its body, the steps of its lines, and how a stretch differs from it. */

import { type Line, median } from './lines.ts'
import type { TextStyle, Word } from './page-content.ts'

export interface Look {
  /** The style that most running text is set in. */
  readonly body: TextStyle
  /** The usual distance of baselines for a size of type, in points. */
  readonly step: (size: number) => number
}

/** How far baselines of one paragraph may stand apart, in type sizes: double spacing is 2.3 to 2.4. */
const WIDEST_STEP = 2.5

/** A number or bullet that stands off its words' baseline, which is no line of a paragraph. */
const MARK = /^[([]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.):\]]{0,2}$|^[^\p{L}\p{N}]{1,3}$/iu

/** Sizes seen less often than this are taken to be spaced like the body. */
const FEWEST_STEPS = 8

export function lookOf(flows: readonly (readonly Line[])[]): Look {
  const letters = new Map<string, { style: TextStyle; count: number }>()
  const steps = new Map<number, number[]>()
  for (const lines of flows) {
    lines.forEach((line, index) => {
      const { style } = line
      const key = `${style.font}|${style.size}|${style.colour}|${style.isBold}|${style.isItalic}`
      const known = letters.get(key)
      if (known === undefined) letters.set(key, { style, count: line.text.length })
      else known.count += line.text.length
      const before = lines[index - 1]
      if (before === undefined || before.page !== line.page || before.style.size !== line.style.size) return
      if (MARK.test(before.text) || MARK.test(line.text)) return
      const gap = line.baseline - before.baseline
      if (gap <= line.style.size * 0.8 || gap > line.style.size * WIDEST_STEP) return
      const gaps = steps.get(line.style.size)
      if (gaps === undefined) steps.set(line.style.size, [gap])
      else gaps.push(gap)
    })
  }
  const usual = new Map(
    [...steps]
      .filter(([, gaps]) => gaps.length >= FEWEST_STEPS)
      .map(([size, gaps]) => [size, usualStep(gaps)]),
  )
  const body = mostUsed(letters)
  const share = (usual.get(body.size) ?? body.size * 1.2) / body.size
  return { body, step: (size) => usual.get(size) ?? size * share }
}

/** Steps inside paragraphs outnumber those between them, but not always by much: the lower third is safe. */
function usualStep(gaps: readonly number[]): number {
  const sorted = [...gaps].sort((a, b) => a - b)
  return Math.min(sorted[Math.floor(sorted.length / 3)] ?? 0, median(sorted))
}

function mostUsed(letters: ReadonlyMap<string, { style: TextStyle; count: number }>): TextStyle {
  const [most] = [...letters.values()].sort((a, b) => b.count - a.count)
  return most?.style ?? { font: '', isBold: false, isItalic: false, size: 11, colour: '#000000' }
}

/** Share of the letters in `lines` whose word is one that `test` holds for. */
export function shareOf(lines: readonly Line[], test: (word: Word) => boolean): number {
  let all = 0
  let held = 0
  for (const line of lines) {
    for (const word of line.words) {
      if (!/[\p{L}\p{N}]/u.test(word.text)) continue
      all += word.text.length
      if (test(word)) held += word.text.length
    }
  }
  return all === 0 ? 0 : held / all
}
