/**
 * How wide text is in a terminal, and how to wrap and shorten it by that width: East Asian and emoji clusters take
 * two columns, marks that sit on another letter none.
 */

/** Made when the first text needs it: most need none, and its data take a start 15 ms to load. */
const clustersOf = (() => {
  let segmenter: Intl.Segmenter | undefined
  return (text: string) => {
    segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'grapheme' })
    return segmenter.segment(text)
  }
})()

/** Characters whose East Asian Width is Wide or Fullwidth (Unicode 15), by block, unassigned gaps included. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Regional_Indicator}{2}/u
const NO_WIDTH = /^[\p{Mark}\p{Format}\p{Control}]*$/u
/** Printable ASCII needs no clusters: nearly all text, and ten times as fast. */
const PLAIN = /^[\x20-\x7E]*$/

/** Columns that `text` takes, on one line. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const { segment } of clustersOf(text)) width += clusterWidth(segment)
  return width
}

function clusterWidth(cluster: string): number {
  if (PLAIN.test(cluster)) return cluster.length
  if (NO_WIDTH.test(cluster)) return 0
  if (WIDE.test(cluster) || EMOJI.test(cluster)) return 2
  // Letters joined into one cluster (Indic scripts) still take a column each in most terminals.
  return [...cluster].filter((character) => !NO_WIDTH.test(character)).length
}

/**
 * Text that a terminal prints as it stands: white space becomes single spaces, and control characters (which could move
 * the cursor or colour the screen) and marks that turn the direction of a whole line are left out.
 */
export function cleanForTerminal(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Control}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\u00AD]/gu, '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

/** Lines of at most `width` columns (a single cluster may be wider), broken at spaces, inside a word only if it must. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = breakWord(word, width)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  let pieceWidth = 0
  for (const { segment } of clustersOf(word)) {
    const segmentWidth = clusterWidth(segment)
    if (pieceWidth + segmentWidth > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      pieceWidth = 0
    }
    piece += segment
    pieceWidth += segmentWidth
  }
  return [...pieces, piece]
}

/** At most `most` lines; the last one ends in "…" when more was to come. */
export function clipLines(lines: readonly string[], most: number, width: number): string[] {
  if (lines.length <= most) return [...lines]
  const kept = lines.slice(0, most)
  const last = kept[most - 1] ?? ''
  const fitting = breakWord(last, Math.max(1, width - 1))[0] ?? ''
  const space = fitting.lastIndexOf(' ')
  const cut = fitting.length === last.length || space < fitting.length / 2 ? fitting : fitting.slice(0, space)
  return [...kept.slice(0, -1), `${cut.trimEnd()}…`]
}

/** `text` with spaces up to `width` columns, after it or before it. */
export function padText(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'left' ? text + spaces : spaces + text
}
