/** Words that put an act off, or press for it, without naming a day: "in due course", "without delay". */
import { makePhraseBook, matchPhrase } from './phrases.ts'
import type { Token } from './tokens.ts'

/** Phrases that speak of when an act is to happen wherever they stand. */
const STRONG = makePhraseBook([
  'in due course',
  'in the interim',
  'in the meantime',
  'in the near future',
  'in the not too distant future',
  'in the short term',
  'in the medium term',
  'in the longer term',
  'in the long term',
  'in the fullness of time',
  'at the earliest opportunity',
  'at the earliest possible opportunity',
  'at the earliest available opportunity',
  'at the first opportunity',
  'at the next available opportunity',
  'at an early opportunity',
  'at the earliest possible date',
  'when parliamentary time allows',
  'when parliamentary time permits',
  'once parliamentary time allows',
  'as soon as parliamentary time allows',
  'as soon as parliamentary time permits',
  'as parliamentary time allows',
  'subject to parliamentary time',
  'whenever parliamentary time allows',
  'when time allows',
  'when resources allow',
  'when resources permit',
  'when fiscal conditions allow',
  'as soon as possible',
  'as soon as is possible',
  'as soon as reasonably possible',
  'as soon as practicable',
  'as soon as is practicable',
  'as soon as reasonably practicable',
  'as soon as is reasonably practicable',
  'as soon as practically possible',
  'as soon as feasible',
  'as soon as we can',
  'as soon as it can',
  'as quickly as possible',
  'as early as possible',
  'as promptly as possible',
  'as swiftly as possible',
  'without delay',
  'without further delay',
  'without undue delay',
  'without any further delay',
  'without unnecessary delay',
  'with immediate effect',
  'as a matter of urgency',
  'as a matter of priority',
  'in slower time',
  'at a later date',
  'at a later stage',
  'in the coming period',
  'in future years',
  'in subsequent years',
  'in later years',
])

/** Adverbs that are times only beside a future act ("will shortly publish"), and otherwise manner or reproach. */
const WEAK = makePhraseBook([
  'shortly',
  'soon',
  'imminently',
  'promptly',
  'immediately',
  'urgently',
  'at once',
  'from today',
  'within days',
  'within weeks',
  'within months',
  'in the first year',
])

const AFTER_WEAK = new Set([
  'after',
  'before',
  'as',
  'following',
  'thereafter',
  'afterwards',
  'enough',
  'preceding',
  'prior',
  'adjacent',
  'available',
  'clear',
  'needed',
  'required',
])
const BEFORE_WEAK = new Set(['too', 'as', 'how', 'so', 'very'])

/** Words that open one of these phrases. */
export const VAGUE_OPENERS: readonly string[] = [...STRONG.keys(), ...WEAK.keys()]

export interface VagueTime {
  readonly next: number
  readonly isWeak: boolean
}

export function parseVague(tokens: readonly Token[], at: number): VagueTime | undefined {
  const strong = matchPhrase(STRONG, tokens, at)
  if (strong !== undefined) return { next: strong, isWeak: false }
  const weak = matchPhrase(WEAK, tokens, at)
  if (weak === undefined) return undefined
  const isOther = AFTER_WEAK.has(tokens[weak]?.word ?? '') || BEFORE_WEAK.has(tokens[at - 1]?.word ?? '')
  return isOther ? undefined : { next: weak, isWeak: true }
}
