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

/**
 * "A fixed limit would oblige some to close": what was asked is told of as something that is not to be, and what comes of
 * it is no help to anybody.
 */
const IN_THE_CONDITIONAL = twin(
  /(?:^\W*to|(?:^\W*|\bthat |\b(?:view|practice|assessment),? |[;,] (?:and |but )?)(?:an?|any|another|such(?: an?)?|this|that|it|recommendation \d+|the (?:proposal|proposed|recommendation|suggest\p{L}+|change|effect)))\b[^.;,]{0,90}?(?<!\b(?:that|which|who) )\bwould (?!(?:\p{L}+ly |also )?(?:help|welcome|benefit|improve|support|enable|allow|ensure|strengthen|encourage|like|assist|meet|bring clarity|be (?:\p{L}+ly )?(?:helpful|useful|welcome\p{L}*|valuable|good|beneficial|better|right|sensible|appropriate|of (?:real |great )?(?:value|benefit|use|help)|interest\p{L}*|happy|glad|pleased|content|able|willing)))\p{L}/iu,
)
/** "The list will remain", "others will continue to be seen in clinics": the rest of what was to change does not. */
const REMAINS = twin(
  /(?:^|[;,] (?:and |but |while )?|\bbut )\W*(?!(?:and|but|while|we|i|it|this|they|which|who|that|work|(?:the|our) (?:\p{L}+ )?(?:government|departments?|ministry|ministers?|council|board|agency|trust|authority|company|committee|commission|service|programme|work|team|cabinet))\b)[^.;,]{3,80}? (?:will|would|is to|are to) (?:\p{L}+ ){0,2}?(?:remain|continue|stay|go on|carry on)\b(?! to (?:work|support|engage|monitor|develop|improve|build|promote|fund|invest|review|ensure|explore|be (?:reviewed|monitored|considered)))/iu,
)

/** What is spoken of as one of a kind is what was asked, whatever it is called. */
const INDEFINITE =
  /^\W*(?:\p{L}+ (?:\p{L}+ )?(?:considers?|believes?|thinks?|judges?) (?:that )?|the \p{L}+ (?:considers?|believes?|thinks?|judges?) (?:that )?)?(?:an?|another|such an?) /iu
/** Something else is done, and said to be. */
const INSTEAD = twin(
  /\b(?:has|have|will|shall|is|are|would) (?:therefore |been )?instead\b(?! of\b)|^\W*instead,? (?!of\b)|\binstead,? (?:we|the \p{L}+) (?:will|have|has|are|is)\b/iu,
)
const MOST_SUPPOSED = 6

/** What is told of the others is not told of all. */
const OTHERS = twin(
  /^\W*(?:the )?(?:others?|rest|remainder|remaining \p{L}+)\b[^.;]{0,40}? (?:will|would|is to|are to) (?:\p{L}+ ){0,2}?(?:remain|continue|stay|go on|carry on|wait|not)\b/iu,
)

/** In a reply of so few sentences, each is about what was asked. */
export const SHORT_REPLY = 4

/** A sentence so near to what was asked speaks of it, whatever its verb. */
const NEAR = { denied: 0.22, stopped: 0.12, supposed: 0.05, kept: 0.08 } as const
const WORTH = { denied: 1.6, turned: 1.9, supposed: 1.6, kept: 1.2 } as const

/** Adds what grammar alone tells of a sentence that is near to what was asked, and turns it round where the ask is to stop. */
export function readPolarity(
  text: string,
  met: Met,
  near: number,
  isStopping: boolean,
  sentences: number,
  isKept: boolean,
): void {
  const isShort = sentences <= SHORT_REPLY
  // "Not for us to answer" denies nothing of what was asked.
  if (met.has('silent')) return
  if (isShort && INSTEAD.test(text)) {
    met.delete('do')
    met.set('decline', { weight: WORTH.supposed, text: quote(INSTEAD, text), stands: false })
  }
  // The cheap conditions come first: most sentences are near to nothing.
  if (isStopping && near >= NEAR.stopped) turnRound(text, met)
  else if (
    (isShort || sentences <= MOST_SUPPOSED) &&
    (near >= NEAR.supposed || INDEFINITE.test(text)) &&
    (met.get('decline')?.weight ?? 0) < WORTH.supposed &&
    IN_THE_CONDITIONAL.test(text)
  )
    met.set('decline', { weight: WORTH.supposed, text: quote(IN_THE_CONDITIONAL, text), stands: false })
  else if (
    isShort &&
    !isKept &&
    !met.has('decline') &&
    ((near >= NEAR.kept && REMAINS.test(text)) || OTHERS.test(text))
  ) {
    met.delete('do')
    met.delete('goesOn')
    met.set('decline', { weight: WORTH.kept, text: text.slice(0, 60).trim(), stands: false })
  } else if (isShort && near >= NEAR.denied && !met.has('decline') && !met.has('hedge') && NEGATED.test(text))
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

/** The month, leave to do a thing, and gladness. */
const HARMLESS =
  /(?<=\S )May\b|\bmay (?:now |also |already )?(?:be (?:booked|used|had|seen|found|borrowed|visited|read|downloaded)|apply|book|use|ask|bring|borrow|join|visit|attend|park|stay)\b|\b(?:would|[’']d) be (?:very |only too |more than )?(?:glad|happy|pleased|delighted)\b/g

/** Speaks against something, or weighs it. */
export const isGuardedly = (text: string) => GUARDED.test(text.replace(HARMLESS, ''))

const quote = (pattern: TwinPattern, text: string) => (pattern.exec(text)?.[0] ?? text).trim().slice(0, 60)
