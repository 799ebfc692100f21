/** Words without which no time is told: they say fast where a time can be at all. */
import type { Token } from './tokens.ts'
import { MONTHS, SEASONS, UNITS } from './words.ts'

const HEADS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...SEASONS.keys(),
  ...UNITS.keys(),
  ...'fy q h senedd year years half halves parliament parliamentary session term administration spending budget fiscal statement election elections recess adjournment speech assent stage reading prorogation dissolution holidays holiday break easter christmas'.split(
    ' ',
  ),
  ...'today once legislation implementation commencement enactment publication introduction passage completion conclusion launch rollout out consultation decisions decision'.split(
    ' ',
  ),
  ...'course interim meantime future fullness opportunity soon possible practicable feasible quickly swiftly promptly early allows permits allow permit delay effect urgency priority shortly imminently immediately urgently slower later earlier stage period annually'.split(
    ' ',
  ),
])

const SIGNS_IN_DATES = new Set(['/', '-', '.'])

function isHead(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  const { word } = token
  const first = word.charCodeAt(0)
  if (first < 48 || first > 57) return HEADS.has(word)
  if (word.length === 4) return word.startsWith('20') || word.startsWith('19')
  return word.length <= 2 && SIGNS_IN_DATES.has(tokens[at + 1]?.word ?? '')
}

// What happens after these is told in words of its own.
const OCCASION_WORDS = new Set(['before', 'ahead', 'prior'])

// Words that may stand before the head inside one time: "by no later than the end of the second week of May".
const REACH = 9

/** For each token, true where a time may start: a head stands at it or a few words on. */
export function mayStartTime(tokens: readonly Token[]): boolean[] {
  const may = new Array<boolean>(tokens.length).fill(false)
  let head = Number.POSITIVE_INFINITY
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    if (isHead(tokens, at)) head = at
    may[at] = head - at <= REACH || OCCASION_WORDS.has(tokens[at]?.word ?? '')
  }
  return may
}
