/** Times told by an event: "by Easter", "before the summer recess", "at the next Spending Review". */
import { easterSunday, monthsSpan } from './calendar.ts'
import { node, OPEN, occurrence, type TimeNode } from './clock.ts'
import { makePhraseBook, matchPhrase, phraseEnd } from './phrases.ts'
import type { Token } from './tokens.ts'
import { parseYear, parseYearPair } from './years.ts'

/** Events of the public year. Nobody can tell their day from the words alone, so they stay open on both sides. */
const EVENTS = makePhraseBook([
  'spending review',
  'spending reviews',
  'comprehensive spending review',
  'spending round',
  'budget',
  'autumn budget',
  'spring budget',
  'autumn statement',
  'spring statement',
  'spring forecast',
  'fiscal event',
  'fiscal events',
  'general election',
  'local elections',
  'election',
  'elections',
  'senedd election',
  'senedd elections',
  'scottish parliament election',
  'scottish parliament elections',
  'holyrood election',
  'holyrood elections',
  'assembly election',
  'assembly elections',
  'mayoral elections',
  'federal election',
  'council elections',
  'summer recess',
  'easter recess',
  'christmas recess',
  'summer adjournment',
  'parliamentary recess',
  'recess',
  'conference recess',
  "king's speech",
  "queen's speech",
  'royal assent',
  'committee stage',
  'report stage',
  'second reading',
  'third reading',
  'prorogation',
  'dissolution',
  'summer holidays',
  'summer break',
  'summer holiday',
])

/** Steps of making or carrying out policy: a time only after "ahead of", "in advance of", "following" and the like. */
const STEPS = makePhraseBook([
  'legislation',
  'primary legislation',
  'secondary legislation',
  'implementation',
  'commencement',
  'enactment',
  'publication',
  'introduction',
  'passage',
  'completion',
  'conclusion',
  'launch',
  'rollout',
  'roll - out',
  'national rollout',
  'consultation',
  'the consultation',
  'a consultation',
  'public consultation',
  'decisions',
  'any decision',
  'election',
])

const DETERMINERS = new Set([
  'the',
  'this',
  'next',
  'forthcoming',
  'upcoming',
  'future',
  'new',
  'current',
  'a',
  'any',
  'its',
])

function skipDeterminers(tokens: readonly Token[], at: number): number {
  let i = at
  while (i < at + 3 && DETERMINERS.has(tokens[i]?.word ?? '')) i += 1
  return parseYear(tokens, i) === undefined ? i : i + 1
}

function yearEnd(tokens: readonly Token[], at: number): number {
  const pair = parseYearPair(tokens, at)
  return pair ? pair.next : parseYear(tokens, at) === undefined ? at : at + 1
}

/** Easter and Christmas are days of their own, by the calendar. */
function parseFeast(tokens: readonly Token[], at: number): TimeNode | undefined {
  const word = tokens[at]?.word
  const year = parseYear(tokens, at + 1)
  const next = year === undefined ? at + 1 : at + 2
  const inYear = (y: number) => {
    const day = word === 'easter' ? easterSunday(y) : { year: y, month: 12, day: 25 }
    return { from: day, to: day, precision: 'day' } as const
  }
  if (word !== 'easter' && word !== 'christmas') return undefined
  return node(next, (clock) => (year === undefined ? occurrence(clock, inYear) : inYear(year)))
}

/** A budget is a sum unless it is the Budget. */
const isProper = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.word !== 'budget' || tokens[at]?.isCapitalised === true

/** `allowSteps`: after a preposition that can only mean time. */
export function parseEvent(tokens: readonly Token[], at: number, allowSteps: boolean): TimeNode | undefined {
  const start = skipDeterminers(tokens, at)
  const event = matchPhrase(EVENTS, tokens, start)
  if (event !== undefined && isProper(tokens, start)) {
    const year = parseYear(tokens, event)
    const isAhead = tokens
      .slice(at, start)
      .some((token) => ['next', 'forthcoming', 'upcoming'].includes(token.word))
    const resolve = () => (year === undefined ? OPEN : { ...monthsSpan(year, 1, 12, 'vague') })
    return node(yearEnd(tokens, event), resolve, isAhead ? 'ahead' : 'plain')
  }
  const feast = parseFeast(tokens, start)
  if (feast) return feast
  const step = allowSteps ? matchPhrase(STEPS, tokens, start) : undefined
  if (step === undefined) return undefined
  const next = tokens[step]?.word === 'of' ? phraseEnd(tokens, step) : step
  return node(next, () => OPEN)
}
