/** Replies that refuse what was asked, whatever is done beside it. */
import { promisedBy, type Signs } from './decision-signs.ts'

/** Replies of so few sentences give their reasons for a flat no, and do nothing else. */
const FEWEST = 3
/** A refusal this strong is a no, where next to nothing is promised beside it. */
const REFUSAL = { least: 0.5, mostPromised: 0.2, mostAfterFlatNo: 0.8, mostLimiting: 1 } as const
const LIMITS = /^\W*(?:except|limited|only|restricted|apart|with the exception|but only)\b/i

/** Refused, and next to nothing promised beside it. */
export function isRefused(signs: Signs, sentences: number): boolean {
  const promised = promisedBy(signs)
  const isReasoned = signs.isFlat && sentences <= FEWEST
  const kept = isReasoned ? Math.max(0, promised - signs.standing) : promised
  const mostPromised = signs.opensRefusing ? REFUSAL.mostAfterFlatNo : REFUSAL.mostPromised
  // "Except in an emergency" limits what is granted; with nothing granted in words it is still no refusal.
  const isLimit = signs.decline < REFUSAL.mostLimiting && LIMITS.test(signs.words.decline ?? '')
  return signs.decline >= REFUSAL.least && !isLimit && kept < mostPromised
}

/**
 * Refused, and nothing granted that comes near to what was asked: "we train officers already, … every watch would undo
 * it". What is done beside is done for something else, and does not make a yes in part of a no.
 */
const TURNED_DOWN = {
  short: { hardest: 1.5, granted: 0.2, done: 0.75, goesOn: 0.3, free: 3 },
  long: { hardest: 1.9, granted: 0.16, done: 0.7, goesOn: 0.3, free: 2 },
  declined: 1,
  agreed: 0.35,
  put: 0.7,
} as const
/** In more sentences there is room for refusing something else. */
const MOST_SHORT = 5

export function isTurnedDown(signs: Signs, sentences: number): boolean {
  const most = TURNED_DOWN[sentences > MOST_SHORT ? 'long' : 'short']
  return (
    (signs.hardest >= most.hardest || signs.decline >= TURNED_DOWN.declined) &&
    signs.granted < most.granted &&
    signs.do < most.done &&
    signs.goesOn < most.goesOn &&
    signs.agree < TURNED_DOWN.agreed &&
    signs.hedge < TURNED_DOWN.put &&
    signs.free <= most.free
  )
}
