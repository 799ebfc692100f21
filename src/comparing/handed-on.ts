/** Replies that neither grant nor refuse: left to others, put off, or silent. */

import { promisedBy, type Signs } from './decision-signs.ts'
import type { Spoken } from './spoken.ts'
import { twin } from './twin-pattern.ts'

/** In so many sentences there is room for what is done for something else. */
const FEW = 5

/** Longer replies that leave it to others tell what these have done already; nothing of it comes near to what was asked. */
const LEFT = { deflected: 0.7, done: 0.6, granted: 0.1, put: 0.8, other: 0.25 } as const

const isLeftToOthers = (signs: Signs, reply: readonly Spoken[]) =>
  (reply.length > FEW || signs.free === 0) &&
  signs.deflect >= LEFT.deflected &&
  signs.do < LEFT.done &&
  signs.granted < LEFT.granted &&
  signs.isForThought === 0 &&
  signs.hedge < LEFT.put &&
  Math.max(signs.agree, signs.goesOn, signs.decline) < LEFT.other &&
  (signs.free === 0 || !reply.some((spoken) => OWN_ACT.test(spoken.text)))

/** To decide later is all that is said of it: neither granted nor refused. */
const PUT_OFF = { hedged: 0.5, other: 0.3 } as const
const WAITS = /\b(?:decid|determin|conclud|usual way|set out|announced|wait|attraction)/i

/** To ask others, to try it or to have done something already is more than to wait. */
const ACTS = /\b(?:consult(?!ant)|pilot|trial|in force)/i

const isPutOff = (signs: Signs, reply: readonly Spoken[]) =>
  signs.hedge >= PUT_OFF.hedged &&
  signs.isForThought === 0 &&
  signs.free === 0 &&
  Math.max(signs.agree, signs.goesOn, signs.decline) < PUT_OFF.other &&
  WAITS.test(signs.words.hedge ?? '') &&
  !reply.some((spoken) => ACTS.test(spoken.text))

/**
 * "We shall come back to the question then", "and see what people say": whatever speaks against it meanwhile, it is left
 * open. To consult, to try or to work out options goes further.
 */
const LEFT_OPEN = twin(
  /\b(?:responses|replies|results|answers|returns|views|submissions) (?:are|is) (?:now |still |currently )?being (?:analysed|considered|reviewed|assessed|studied|weighed|looked at)\b|\bin mind (?:when|as|if|in|once)\b|\bno (?:final |firm )?decisions? (?:has|have) (?:yet )?been (?:taken|made|reached)\b|\b(?:premature|too early|too soon) to (?:decide|say|judge|conclude|determine)\b|\bawaits? (?:the|its|their|an|a|further) (?:\p{L}+ ){0,3}?(?:advice|outcome|result|report|decision|evidence|guidance|findings|review)\b|\b(?:come|comes|coming|return(?:ing)?|go) back to (?:it|this|that|the (?:question|matter|idea|point|issue))\b|\breturn to (?:it|this|that|the (?:question|matter|idea|point|issue))\b|\bsee what (?:\p{L}+ )?(?:people|they|residents|members|families|staff|it|others) (?:say|think|says|wants?|tell)|\btaken into account\b|\b(?:will|shall|to) (?:\p{L}+ )?(?:raise|discuss) (?:both|it|this|that|them|these|the (?:idea|matter|question|issue|suggestion|point)s?)\b|\bsay more (?:in|about|on|when|once|by)\b|\bcontinues? to (?:reflect|consider)\b|\b(?:one of|among) the (?:options|matters|questions|ideas)\b|\b(?:will|shall) (?:also |then |now )?look (?:again |carefully |closely )?at (?:it|this|whether|the (?:idea|case|question|suggestion|possibility))\b|\bas part of (?:the|a|our) (?:\p{L}+ )?(?:budget|fiscal event|spending review)\b|\b(?:considered|determined|decided|settled|looked at|addressed) (?:at|in|as part of|through|during|alongside) (?:the|a|our|its|any) (?:next |future |forthcoming |coming )?(?:\p{L}+ )?(?:budget|spending review|fiscal event|review|bill|legislation|strategy|plan|white paper)\b|\bcoming to a (?:view|decision|conclusion)\b|\b(?:is|are|am) considering (?:it|this|her|his|the|its|your|their)\b|\bwill (?:respond|reply)(?: \p{L}+){0,2} in due course\b|\b(?:has|have) yet to be (?:considered|decided|determined|settled)\b|\bthis will be (?:looked at|considered)\b/iu,
)
const OPEN = { hedged: 0.35, granted: 0.08, agreed: 0.35, free: 1, declined: 2 } as const

export const isLeftOpen = (signs: Signs, reply: readonly Spoken[]) =>
  signs.hedge >= OPEN.hedged &&
  signs.isForThought === 0 &&
  signs.granted < OPEN.granted &&
  signs.agree < OPEN.agreed &&
  signs.free <= OPEN.free &&
  signs.hardest <= OPEN.declined &&
  reply.length <= FEW &&
  reply.some((spoken) => LEFT_OPEN.test(spoken.text)) &&
  !reply.some((spoken) => ACTS.test(spoken.text))

/** Pages that report on a plan say what it leaves out; beside next to no promise that is no answer. */
const SILENCE = { least: 0.3, most: 0.3 } as const

/** A reply that only hands the matter on, and neither grants, weighs nor refuses it, does no more than note it. */
const HANDED_ON = { least: 0.3, most: 0.1, sentences: 2 } as const
const FOR_OTHERS =
  /\b(?:recommendations?|concerns?)\b|\b(?:separately|itself|themselves|directly|referred|forwarded|passed)\b|\battention of\b|\b(?:matters?|decisions?|responsibility)\b|\brests? with\b|\b(?:is|are|remains?) (?:\w+ )?for\b|\boutside\b|\bbeyond\b|\bdevolved\b|\breserved\b|\bto (?:decide|determine|consider|set|judge)\b/i

/** "This recommendation is addressed to the bank": what the bank does is told, and nothing of one's own promised. */
const ADDRESSED = /\b(?:recommendations?|concerns?)\b[^.]{0,20}\b(?:for|addressed to|directed|aimed at)\b/i
const OWN_ACT = /\b(?:we|i) (?:\p{L}+ )?(?:will|have|are|shall)\b/iu

const FEWEST = 3

const isForOthers = (signs: Signs, reply: readonly Spoken[]) =>
  ADDRESSED.test(signs.words.deflect ?? '') &&
  reply.length <= FEWEST &&
  !reply.some((spoken) => OWN_ACT.test(spoken.text))

/** "Is for councils to consider" holds "to consider", and puts nothing off by it. */
const isInside = (inner: string | undefined, outer: string | undefined) =>
  inner !== undefined && (outer ?? '').includes(inner.replaceAll('"', ''))

const handsOn = (signs: Signs, sentences: number) =>
  sentences <= HANDED_ON.sentences &&
  FOR_OTHERS.test(signs.words.deflect ?? '') &&
  signs.deflect >= HANDED_ON.least &&
  promisedBy(signs) - signs.standing + (isInside(signs.words.hedge, signs.words.deflect) ? 0 : signs.hedge) <
    HANDED_ON.most &&
  signs.decline < HANDED_ON.least

/** Says what is left out, and promises next to nothing. */
export const isSilent = (signs: Signs) =>
  signs.silent >= SILENCE.least && promisedBy(signs) + signs.hedge < SILENCE.most

/** Left to others or to a later day, with nothing granted. */
export const isHandedOn = (signs: Signs, reply: readonly Spoken[]) =>
  handsOn(signs, reply.length) ||
  isForOthers(signs, reply) ||
  isLeftToOthers(signs, reply) ||
  isPutOff(signs, reply)
