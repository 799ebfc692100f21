/**
 * From the order that letters stand in on a page, left to right, to the order that they are read in. Only Hebrew, Arabic
 * and their kin differ; what is set in them is turned round, and numbers and Latin words in it are turned back
 * (the rules of Unicode's bidirectional algorithm, UAX 9, as far as one line of running text needs them).
 */

/** Letters that are read from right to left; Arabic's digits are not. */
const LEFTWARD = '\\u0590-\\u065f\\u066e-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc'
const LEFTWARD_LETTER = new RegExp(`[${LEFTWARD}]`)
const LEFTWARD_LETTERS = new RegExp(`[${LEFTWARD}]`, 'g')
const OTHER_LETTERS = new RegExp(`(?![${LEFTWARD}])\\p{L}`, 'gu')
const LEFTWARD_RUN = new RegExp(`[${LEFTWARD}](?:(?:(?![\\p{L}])[^]|[${LEFTWARD}])*[${LEFTWARD}])?`, 'gu')
const RIGHTWARD_RUN = new RegExp(
  `[£$€%+]*(?![${LEFTWARD}])[\\p{L}\\p{N}](?:[^${LEFTWARD}]*(?![${LEFTWARD}])[\\p{L}\\p{N}])?[£$€%+]*`,
  'gu',
)
const NUMBER = /[£$€%+]*\p{N}+(?:[.,:/]\p{N}+)*[£$€%+]*/gu
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
}
/** The shapes of Arabic letters inside words, and ligatures of Hebrew, which stand for the letters themselves. */
const SHAPES = /[\ufb1d-\ufdff\ufe70-\ufefc]+/g

/** The text of a line, or of one of its words, in the order in which it is read. */
export function inReadingOrder(visual: string): string {
  if (!LEFTWARD_LETTER.test(visual)) return visual
  const leftward = visual.match(LEFTWARD_LETTERS)?.length ?? 0
  const others = visual.match(OTHER_LETTERS)?.length ?? 0
  const turned = others > leftward ? visual.replace(LEFTWARD_RUN, turn) : turn(visual)
  return turned.replace(SHAPES, (shapes) => shapes.normalize('NFKC'))
}

/** Several letters that one glyph stands for, which are in reading order already, as the letters around them are. */
export const inPaintedOrder = (letters: string): string =>
  LEFTWARD_LETTER.test(letters) ? reverse(letters) : letters

function turn(visual: string): string {
  const whole = reverse(visual)
  let text = ''
  let last = 0
  for (const found of whole.matchAll(RIGHTWARD_RUN)) {
    text += mirror(whole.slice(last, found.index)) + turnBack(found[0])
    last = found.index + found[0].length
  }
  return text + mirror(whole.slice(last))
}

/** Words of another script go on as one; numbers side by side are read one after the other. */
const turnBack = (run: string): string => (/\p{L}/u.test(run) ? reverse(run) : run.replace(NUMBER, reverse))

const mirror = (text: string): string => text.replace(/[()[\]{}<>«»]/g, (sign) => MIRRORED[sign] ?? sign)

const reverse = (text: string): string => [...text].reverse().join('')
