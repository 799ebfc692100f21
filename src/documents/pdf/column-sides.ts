/** What stands on one side of a gutter: its words, and the step of its lines. */
import type { Line } from './lines.ts'

/** Letters in the middling line of a column of prose; shorter ones are labels, numbers and cells. */
export const PROSE_LETTERS = 20

export function textBeside(row: Line, x: number, isLeft: boolean): string[] {
  const words = row.words.filter((word) => word.x < x === isLeft)
  return words.length === 0 ? [] : [words.map((word) => word.text).join(' ')]
}

export const middling = (texts: readonly string[]): number =>
  texts.map((text) => text.length).sort((a, b) => a - b)[Math.floor(texts.length / 2)] ?? 0

/** The usual distance of baselines on one side of a gutter. */
export function sideStep(run: readonly Line[], x: number, isLeft: boolean): number {
  const baselines = run.filter((row) => textBeside(row, x, isLeft).length > 0).map((row) => row.baseline)
  const steps = baselines.slice(1).map((baseline, i) => baseline - (baselines[i] ?? 0))
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 3)] ?? Number.POSITIVE_INFINITY
}
