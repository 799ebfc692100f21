/** Whether words say that something is or is not to be, and whether what was asked is to do or to stop: a no to "stop" is a yes to go on. */

import type { Met } from './cue-matches.ts'
import { type TwinPattern, twin } from './twin-pattern.ts'

const STOPS = twin(
  /\b(?:should|must|shall|ought to|to) (?:\p{L}+ly )?(?:not|no longer|stop|cease|abolish|scrap|drop|reverse|discontinue|refrain)\b(?! (?:exceed|be (?:less|more|fewer)|more|less|later|delay))|^\W*(?:stop|cease|abolish|scrap|reverse|do not)\b/iu,
)

/** True where what is asked is that something end or be left undone. */
export const asksToStop = (act: string) => STOPS.test(act)

const NEGATED = twin(
  /\b(?:will|would|can|could|shall|may|must|is|are) (?:\p{L}+ ){0,2}?not\b(?! only| yet| just| merely|[,;])|\bcannot\b|(?:won|can|couldn|wouldn|isn|aren)[’']t\b|\bno longer\b(?! than)|\bthere (?:will|can|is to) be no\b|\bno (?!later|more|fewer|less|longer|doubt|extra|charge|cost)\p{L}+ (?:will|would|can|could|is to|are to)\b|\bnever\b|\b(?:is|are|was|were) prevented\b/iu,
)
const GOES_ON = twin(
  /\b(?:will|is to|are to|would|shall) (?:\p{L}+ ){0,2}?(?:continue|go ahead|proceed|stay|remain|be (?:kept|retained)|keep|carry on|go on)\b|\bremains? (?:in (?:place|force)|the (?:policy|case))\b/iu,
)
const GUARDED = twin(
  /\b(?:not|no|nor|never|cannot|neither|without|but|however|although|too|would|could|might|may|if|unless|whether|cost\p{L}*|needs? £|prevented|discourage\p{L}*|sufficient|standard|longest|better|best|in line with|considered|consider\p{L}*|thought)\b|n[’']t\b/iu,
)

/** A sentence so near to what was asked speaks of it, whatever its verb. */
const NEAR = { denied: 0.22, stopped: 0.12 } as const
const WORTH = { denied: 1.6, turned: 1.9 } as const

/** Adds what grammar alone tells of a sentence that is near to what was asked, and turns it round where the ask is to stop. */
export function readPolarity(
  text: string,
  met: Met,
  near: number,
  isStopping: boolean,
  isShort: boolean,
): void {
  // The cheap conditions come first: most sentences are near to nothing.
  if (isStopping && near >= NEAR.stopped) turnRound(text, met)
  else if (isShort && near >= NEAR.denied && !met.has('decline') && !met.has('hedge') && NEGATED.test(text))
    met.set('decline', { weight: WORTH.denied, text: quote(NEGATED, text), stands: false })
}

function turnRound(text: string, met: Met): void {
  if (!met.has('hedge') && NEGATED.test(text)) {
    met.delete('decline')
    met.set('do', { weight: 1, text: quote(NEGATED, text), stands: false })
  } else if (GOES_ON.test(text)) {
    met.delete('do')
    met.delete('goesOn')
    met.set('decline', { weight: WORTH.turned, text: quote(GOES_ON, text), stands: false })
  }
}

/** Speaks against something, or weighs it. */
export const isGuardedly = (text: string) => GUARDED.test(text)

const quote = (pattern: TwinPattern, text: string) => (pattern.exec(text)?.[0] ?? text).trim().slice(0, 60)
