/** Yes to the aim, and a condition or an open question before anything is done: agreed in principle, without the word. */
import type { Signs } from './decision-signs.ts'
import type { Spoken } from './spoken.ts'
import { twin } from './twin-pattern.ts'

/** The aim is shared, or the case for it seen. */
const AIM = twin(
  /\bshares? (?:the|this|that|these|his|her|your|their) (?:[\p{L}’']+ ){0,3}?(?:aims?|wish|ambitions?|goals?|view|objectives?|desire|intentions?|vision|aspirations?)\b|\b(?:sees?|recogni[sz]es?|appreciates?|understands?|accepts?) the (?:\p{L}+ )?(?:benefits?|value|merits?|attractions?|case|need|argument|principle|force|importance)\b|\b(?:persuasive|strong|good|compelling|powerful) (?:case|argument)\b|\b(?:in favour|in sympathy|sympathetic|attracted|supportive)\b|\b(?:it is|we think it) right that\b|\b(?:agree[sd]?|accepts?) (?:with |that |the |on )|\bsupports? the (?:\p{L}+ )?(?:aims?|objectives?|intentions?|principle|ambition|thinking|idea)\b|\bwell made\b/iu,
)
/** What has to come first, whatever is done meanwhile. */
const CONDITION = twin(
  /\b(?:subject to|provided (?:that)?|depend(?:s|ing|ent) (?:up)?on|on condition|so long as|if,? and (?:as soon as|when|only)|only if|conditional (?:up)?on)\b|\bbefore (?:settling|deciding|committing|making|taking|any|we|it)\b|\b(?:once|when|if|as) (?:the |sufficient |further )?(?:funding|funds|resources|money|evidence|assessment|review|legislation)\b|\b(?:cannot|could not) be (?:guaranteed|promised)\b|\bto anticipate\b|\bon how (?:it|this|that|these|they) (?:might|could|can|should)\b|\bphased\b/iu,
)
/** How it is to be done is still open, and nothing is done meanwhile. */
const OPEN = twin(
  /\b(?:explore|consult|examine|investigate|look at|test|see|consider|ask) (?:[\p{L}’']+ ){0,12}?(?:what|whether|how|where)\b|\bon (?:how|what|whether) (?:it|this|that|these|they)\b|\b(?:hopes?|seeks?|aims?|would (?:like|wish)) to\b|\bfeasib|\bwhat (?:that|this|the) [\p{L} ]{3,30} should be\b/iu,
)

/** In longer replies the one may be about something else than the other. A name or a date in a cell is no sentence. */
const MOST = 4
/** A refusal this hard is of the thing itself; so much granted is more than its principle. */
const LIMIT = { hardest: 1.85, free: 1, granted: 0.4 } as const

export const isInPrinciple = (signs: Signs, reply: readonly Spoken[]): boolean =>
  reply.filter(({ text }) => /[.!?]\W*$/.test(text)).length <= MOST &&
  signs.isForThought === 0 &&
  signs.hardest < LIMIT.hardest &&
  signs.free <= LIMIT.free &&
  signs.granted < LIMIT.granted &&
  reply.some(({ text }) => AIM.test(text)) &&
  reply.some(({ text }) => CONDITION.test(text) || (signs.free === 0 && OPEN.test(text)))
