/** A paragraph's runs: which of them are shown, and where typed lines part them. */
import { isRaisable, isRaisedMark } from '../raised-marks.ts'
import { opensParagraph, typedBulletLength } from '../typed-lines.ts'
import type { Paragraph, Run } from './body-sink.ts'
import type { Styles } from './styles.ts'

/**
 * The paragraph without the runs that they or their styles hide and without marks of notes that are typed, and with the
 * weight that its styles give the others.
 */
export function shownOf(paragraph: Paragraph, styles: Styles): Paragraph {
  const isHidden = styles.resolve(paragraph.style).isHidden ?? false
  const runs: Run[] = []
  for (const run of paragraph.runs) {
    const style = styles.resolve(run.style)
    if (run.isHidden ?? style.isHidden ?? isHidden) continue
    const isRaised = run.isRaised ?? /^(?:foot|end)note ?reference$/i.test(style.name)
    if (isRaised && isTypedMark(run, runs)) continue
    const isBold = run.isBold ?? style.isBold ?? (/^strong$/i.test(style.name) || undefined)
    runs.push({ ...run, isBold })
  }
  return { ...paragraph, runs }
}

/** What opens a paragraph is the mark of a note that is typed there, and stays. */
function isTypedMark(run: Run, before: readonly Run[]): boolean {
  const text = before
    .slice(-4)
    .map((other) => other.text)
    .join('')
  return text.trim() !== '' && isRaisedMark(run.text) && !isRaisable(text)
}

/** The paragraph in parts, where lines after a break begin with the sign of an item, a number or a label. */
export function partAtBreaks(paragraph: Paragraph): readonly Paragraph[] {
  if (!paragraph.runs.some(({ text }) => text.includes('\n'))) return [paragraph]
  const parts: Run[][] = [[]]
  linesOf(paragraph.runs).forEach((line, index) => {
    const text = line.map((run) => run.text).join('')
    if (index > 0 && (typedBulletLength(text) > 0 || opensParagraph(text))) parts.push([])
    else if (index > 0) parts.at(-1)?.push({ text: '\n', isBold: undefined, isHidden: undefined })
    parts.at(-1)?.push(...line)
  })
  return parts.map((runs) => ({ ...paragraph, runs }))
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  return lines
}

/** Takes the first `length` characters off a paragraph's runs. */
export function takeOff(paragraph: Paragraph, length: number): void {
  let rest = length
  while (rest > 0) {
    const run = paragraph.runs.shift()
    if (!run) return
    if (run.text.length > rest) paragraph.runs.unshift({ ...run, text: run.text.slice(rest) })
    rest -= run.text.length
  }
}
