/** The picture that stands for a page where somebody shares its address: 1200 × 630, as SVG. Pure. */

export interface ShareCard {
  /** Of the tracker. */
  readonly tracker: string
  readonly title: string
  /** What is judged, with its shape beside the word; null on pages without a verdict. */
  readonly verdict: { readonly label: string; readonly shape: string } | null
  /** Up to three short lines: the promise, the delivery, who judged. */
  readonly facts: readonly string[]
  /** "As of 22 November 2026". */
  readonly foot: string
}

export const SHARE_WIDTH = 1200
export const SHARE_HEIGHT = 630

const [PAPER, INK, QUIET, ACCENT, LINE] = ['#faf8f2', '#1d201d', '#55594f', '#0b5a50', '#d9d4c5']
const MARGIN = 80

/** What XML cannot hold is left out: control characters and halves of surrogate pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Advance widths of the typeface in thousandths of its size, by kind of letter, a little wide so that nothing is cut. */
function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) {
    if (/[ilj.,:;'’!|]/.test(letter)) width += 320
    else if (/[ frt()[\]-]/.test(letter)) width += 400
    else if (/[mwMW@%—]/.test(letter)) width += 980
    else if (/[A-Z&£]/.test(letter)) width += 730
    else width += letter.charCodeAt(0) > 0x2fff ? 1000 : 560
  }
  return (width * size) / 1000
}

/** Lines no wider than `room`, at most `most`; what is left over is cut with "…". A word longer than a line is cut too. */
export function wrapLines(text: string, size: number, room: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(longer, size) <= room) line = longer
    else {
      lines.push(line)
      line = word
    }
    if (lines.length === most) break
  }
  if (lines.length < most && line !== '') lines.push(line)
  else if (lines.length === most) lines[most - 1] = `${lines[most - 1]}…`
  return lines.map((each) => cutLine(each, size, room))
}

function cutLine(line: string, size: number, room: number): string {
  if (widthOf(line, size) <= room) return line
  let cut = line.replace(/…$/, '')
  while (cut !== '' && widthOf(`${cut}…`, size) > room) cut = [...cut].slice(0, -1).join('')
  return `${cut.trimEnd()}…`
}

interface Style {
  readonly size: number
  readonly weight?: number
  readonly fill?: string
}

const write = (text: string, x: number, y: number, { size, weight = 400, fill = INK }: Style): string =>
  `<text x="${x}" y="${y}" font-family="Gelasio" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`

/** The same shapes as on the pages: a full disc, a half disc, an open ring, a dash. */
function drawShape(shape: string, x: number, y: number): string {
  const ring = `<circle cx="${x}" cy="${y}" r="22" fill="none" stroke="${INK}" stroke-width="6"/>`
  if (shape === 'full-disc') return `<circle cx="${x}" cy="${y}" r="25" fill="${INK}"/>`
  if (shape === 'half-disc') return `${ring}<path d="M${x} ${y - 22}a22 22 0 0 0 0 44z" fill="${INK}"/>`
  if (shape === 'open-ring') return ring
  return `<path d="M${x - 22} ${y}h44" stroke="${INK}" stroke-width="8"/>`
}

const SIGN = 'M16 3v14M16 17c0 6-5 6-9 11M16 17c0 6 5 6 9 11M16 17v12M16 10c-3 0-6-2-7-5M16 12c3 0 6-2 7-5'

export function drawShareCard({ tracker, title, verdict, facts, foot }: ShareCard): string {
  const room = SHARE_WIDTH - 2 * MARGIN
  const size = widthOf(title, 76) > room * 1.9 ? 58 : 76
  const lines = wrapLines(title, size, room, 3)
  const parts: string[] = [
    `<g transform="translate(${MARGIN - 8} 52) scale(1.7)" fill="none" stroke="${ACCENT}" stroke-width="3" stroke-linecap="round"><path d="${SIGN}"/></g>`,
    write(cutLine(tracker, 34, room - 60), MARGIN + 62, 92, { size: 34, weight: 600 }),
  ]
  let y = 130 + size
  for (const line of lines) {
    parts.push(write(line, MARGIN, y, { size, weight: 600 }))
    y += size * 1.16
  }
  if (verdict !== null) {
    y = Math.max(y + 26, 330)
    parts.push(drawShape(verdict.shape, MARGIN + 26, y))
    parts.push(write(cutLine(verdict.label, 46, room - 80), MARGIN + 74, y + 16, { size: 46, weight: 600 }))
    y += 76
  }
  // Where there is no verdict to be seen, there is room to say more.
  const most = verdict === null ? 5 : 1
  for (const fact of facts.flatMap((each) => wrapLines(each, 31, room, most))) {
    if (y > SHARE_HEIGHT - 92) break
    parts.push(write(cutLine(fact, 31, room), MARGIN, y, { size: 31, fill: QUIET }))
    y += 44
  }
  parts.push(`<path d="M${MARGIN} ${SHARE_HEIGHT - 76}h${room}" stroke="${LINE}" stroke-width="2"/>`)
  parts.push(write(cutLine(foot, 27, room), MARGIN, SHARE_HEIGHT - 34, { size: 27, fill: QUIET }))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" viewBox="0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}"><rect width="100%" height="100%" fill="${PAPER}"/><rect width="14" height="100%" fill="${ACCENT}"/>${parts.join('')}</svg>`
}
