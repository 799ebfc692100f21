/** Which act a time belongs to, by the nearest verb that governs it: a future act, a past one, or none. */
import type { Token } from './tokens.ts'

/** `strong`: a modal or a promise ("will", "has pledged to"). `weak`: a plan or running work ("planned", "is building").
 * `forecast`: what is thought to come about, with nobody to do it ("is expected to grow"). */
export type Act = 'strong' | 'weak' | 'past' | 'forecast'

const MODALS = new Set([
  'will',
  'shall',
  'must',
  'should',
  'ought',
  "won't",
  "shan't",
  'cannot',
  "can't",
  'would',
  'can',
  'may',
  'might',
])
const WEAK_MODALS = new Set(['would', 'can', 'may', 'might', 'could'])
const AUXILIARIES_NOW = new Set(['is', 'are', 'be', "we're", "they're", "it's", "i'm", 'am'])
const AUXILIARIES_PAST = new Set([
  'was',
  'were',
  'had',
  'did',
  'been',
  "wasn't",
  "weren't",
  "didn't",
  "hadn't",
])
const HAVE = new Set(['has', 'have', 'having', "we've", "they've", "hasn't", "haven't", "i've", "you've"])

/** Verbs whose "to" opens what is still to be done. */
const PROMISES = new Set(
  'plan plans planning planned intend intends intending intended aim aims aiming aimed expect expects expected hope hopes hoping propose proposes proposing proposed seek seeks seeking pledge pledges pledged promise promises promised commit commits committed committing agree agrees agreed undertake undertakes undertaken undertook recommend recommends recommended urge urges urged ask asks asked require requires required want wants need needs needed look looking due set scheduled likely going about ready determined ambition commitment commitments intention target goal order continue continues'.split(
    ' ',
  ),
)
/** Words that ask for or announce an act without "to". */
const ANNOUNCERS = new Set(
  'recommend recommends urge urges call calls calling demand demands request requests scheduled planned targeted slated due upcoming forthcoming deadline timetable launches begins starts opens closes runs expires commences ends takes comes beginning starting commencing'.split(
    ' ',
  ),
)
// "needs … by March", "required by March": participles that look past but wait for the act.
const WAITING = new Set([
  'required',
  'needed',
  'expected',
  'proposed',
  'intended',
  'anticipated',
  'projected',
  'estimated',
  'forecast',
  'targeted',
  'phased',
  'need',
  'embed',
  'exceed',
  'proceed',
  'succeed',
  'speed',
  'feed',
  'indeed',
  'agreed',
])

const PAST_VERBS = new Set(
  'held made born began saw took gave came led met found said ran grew rose fell became brought built spent sent won lost wrote went got kept left paid told thought showed shown seen given taken done begun written driven chosen undertaken'.split(
    ' ',
  ),
)
/** What follows a verb and not an adjective: "signed between", "achieved 18", "published the". */
const AFTER_VERB = new Set(
  'a an the its their our his her this that these those by between in on at to from with into for over under across as up out off until since throughout during that and or , ) .'.split(
    ' ',
  ),
)

const BE_LOOK_BACK = 3
/** True where a participle is carried by a "be" that itself may be future: "will be published", "to be launched". */
function isCarried(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - BE_LOOK_BACK; i -= 1) {
    const word = tokens[i]?.word ?? ''
    if (['be', 'being', 'is', 'are', 'get', 'gets', 'to'].includes(word)) return true
    if (word === ',' || word === '.' || word === ';') return false
  }
  return false
}

function isPastVerb(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (WAITING.has(word)) return false
  const isRegular = word.length > 3 && word.endsWith('ed')
  if (!isRegular && !PAST_VERBS.has(word)) return false
  if (isCarried(tokens, at)) return false
  const next = tokens[at + 1]?.word ?? ''
  if (TELLERS.has(word) && ACTORS.has(tokens[at - 1]?.word ?? '')) return true
  return !isRegular || AFTER_VERB.has(next) || /^[\d£$€]/.test(next)
}

// "we announced funding": a verb by who stands before it, where "the newly announced funding" is none.
const TELLERS = new Set([
  'announced',
  'published',
  'launched',
  'confirmed',
  'unveiled',
  'introduced',
  'awarded',
])
const ACTORS = new Set([
  'we',
  'it',
  'they',
  'he',
  'she',
  'i',
  'government',
  'ministers',
  'minister',
  'department',
  'council',
])

const hasToAfter = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.word === 'to' || (tokens[at + 2]?.word === 'to' && tokens[at + 1]?.word !== ',')

const FORECASTS = new Set([
  'predicted',
  'projected',
  'forecast',
  'estimated',
  'anticipated',
  'expected',
  'likely',
  'set',
  'expects',
  'course',
])
const GROWTH = new Set(
  'grow rise increase decrease fall decline reach double treble triple account contribute outpace exceed cost total lose overtake worsen become worth'.split(
    ' ',
  ),
)

/** "is projected to grow", "expected to be worth": an outlook, not an undertaking. */
function isForecast(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (!FORECASTS.has(word) || tokens[at + 1]?.word !== 'to') return false
  if (word === 'predicted' || word === 'projected') return true
  const verb = tokens[at + 2]?.word ?? ''
  return GROWTH.has(verb) || (verb === 'be' && GROWTH.has(tokens[at + 3]?.word ?? ''))
}

/** "Ordered to be printed": done by the time it is read. */
const isOrderToPrint = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 2]?.word === 'printed' &&
  tokens.slice(Math.max(0, at - 8), at).some((token) => token.word === 'ordered')

/** "come into force", "take effect". */
const opensForce = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.word ?? ''
  const word = tokens[at]?.word
  return (
    (word === 'into' && ['force', 'effect', 'operation'].includes(next)) ||
    (word === 'take' && next === 'effect')
  )
}

/** "will come into force", "is expected to take effect": what carries the verb tells. */
function isToCome(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.word === 'into' ? at - 1 : at
  const before = tokens[verb - 1]?.word ?? ''
  return (
    before === 'will' || before === 'shall' || (before === 'to' && PROMISES.has(tokens[verb - 2]?.word ?? ''))
  )
}

const CALLS = new Set(['call', 'calls', 'calling', 'urge', 'urges', 'urging', 'ask', 'asks', 'asking'])
// "call on the Government and both houses to act": so many words may name who is called on.
const CALLED = 9

/** "We call on Parliament to act immediately": an act that is asked for. */
function callsOn(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length && i <= at + CALLED; i += 1) {
    const word = tokens[i]?.word ?? ''
    if (word === 'to') return true
    if (word === ',' || word === '.' || word === 'for' || word === ';') return false
  }
  return false
}

/** Every word that can say something; nearly all words of a text are none of these, and cost one look. */
const SPEAKING: ReadonlySet<string> = new Set([
  ...MODALS,
  ...WEAK_MODALS,
  ...AUXILIARIES_NOW,
  ...AUXILIARIES_PAST,
  ...HAVE,
  ...PROMISES,
  ...ANNOUNCERS,
  ...PAST_VERBS,
  ...FORECASTS,
  ...CALLS,
  'to',
  'into',
  'take',
])

/** What the word at a place says about the act; undefined for words that say nothing. */
export function actAt(tokens: readonly Token[], at: number): Act | undefined {
  const word = tokens[at]?.word ?? ''
  if (!SPEAKING.has(word) && !word.endsWith('ed') && !word.endsWith("'ll")) return undefined
  if (WEAK_MODALS.has(word)) return 'weak'
  if (MODALS.has(word) || word.endsWith("'ll")) return 'strong'
  if (isForecast(tokens, at)) return 'forecast'
  if (CALLS.has(word) && callsOn(tokens, at)) return 'strong'
  if (PROMISES.has(word) && hasToAfter(tokens, at))
    return AUXILIARIES_PAST.has(tokens[at - 1]?.word ?? '') ? 'past' : 'strong'
  if (HAVE.has(word)) return actOfHave(tokens, at)
  if (AUXILIARIES_PAST.has(word)) return isCarried(tokens, at) && word === 'been' ? undefined : 'past'
  if (AUXILIARIES_NOW.has(word)) return actOfBe(tokens, at)
  if (word === 'to' && tokens[at + 1]?.word === 'be') return isToBe(tokens, at)
  if (opensForce(tokens, at)) return isToCome(tokens, at) ? 'strong' : 'weak'
  if (ANNOUNCERS.has(word)) return 'weak'
  return isPastVerb(tokens, at) ? 'past' : undefined
}

/** "is projected to be" is the outlook's, "ordered to be printed" is done; else what is still to be done. */
function isToBe(tokens: readonly Token[], at: number): Act {
  if (isForecast(tokens, at - 1)) return 'forecast'
  return isOrderToPrint(tokens, at) ? 'past' : 'strong'
}

function actOfHave(tokens: readonly Token[], at: number): Act | undefined {
  const next = tokens[at + 1]?.word ?? ''
  if (next === 'to' || next === 'until') return 'strong'
  for (let i = at + 1; i <= at + 3; i += 1) {
    const word = tokens[i]?.word ?? ''
    if (PROMISES.has(word) && hasToAfter(tokens, i)) return undefined
    if (word === 'been' || word.endsWith('ed') || PAST_VERBS.has(word)) return 'past'
  }
  return undefined
}

const BETWEEN = new Set(['not', 'now', 'also', 'still', 'already', 'then', 'all', 'both', 'next'])
const AWAITED = new Set(['expected', 'anticipated', 'planned', 'scheduled', 'due', 'intended'])

const followsModal = (tokens: readonly Token[], at: number): boolean =>
  [at - 1, at - 2].some((i) => MODALS.has(tokens[i]?.word ?? ''))

/** "is publishing", "are investing": work that runs on. */
function actOfBe(tokens: readonly Token[], at: number): Act | undefined {
  const adverb = tokens[at + 1]?.word ?? ''
  const verb = BETWEEN.has(adverb) || adverb.endsWith('ly') ? at + 2 : at + 1
  if (isForecast(tokens, verb)) return 'forecast'
  const word = tokens[verb]?.word ?? ''
  // "will now be publishing": the modal tells.
  if (tokens[at]?.word === 'be' && followsModal(tokens, at)) return undefined
  if (word === 'to') return 'strong'
  if (word.length > 4 && word.endsWith('ing')) return 'weak'
  if (AWAITED.has(word) && AFTER_VERB.has(tokens[verb + 1]?.word ?? '')) return 'weak'
  return undefined
}

// The verb that governs a time stands within a clause or two of it; the bound keeps the search linear on any input.
const LOOK_BACK = 60
const LOOK_AHEAD = 40

const endsSentence = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next || !['.', '!', '?'].includes(token.word)) return false
  return next.start > token.end && next.isCapitalised
}

/** Nearest act before the token, skipping asides in brackets that do not hold it. */
function actBefore(tokens: readonly Token[], at: number): { act: Act; distance: number } | undefined {
  let depth = 0
  for (let i = at - 1; i >= 0 && i >= at - LOOK_BACK; i -= 1) {
    if (endsSentence(tokens, i)) return undefined
    const word = tokens[i]?.word
    if (word === ')') depth += 1
    else if (word === '(') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const act = actAt(tokens, i)
    if (act) return { act, distance: at - i }
  }
  return undefined
}

function actAfter(tokens: readonly Token[], at: number): { act: Act; distance: number } | undefined {
  for (let i = at; i < tokens.length && i < at + LOOK_AHEAD; i += 1) {
    if (endsSentence(tokens, i - 1)) return undefined
    const act = actAt(tokens, i)
    if (act) return { act, distance: i - at }
  }
  return undefined
}

/** True where the sentence promises something anywhere before the token, whatever stands between. */
export function hasStrongActBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - LOOK_BACK && !endsSentence(tokens, i); i -= 1)
    if (actAt(tokens, i) === 'strong') return true
  return false
}

const CLAUSE_OPENERS = new Set([',', 'and', 'but', 'so', 'that', 'then', ';', ':', '(', '-', '“', '"'])
// "…, and in 2026 the panel will report": the subject between the time and its verb is short.
const SUBJECT_WORDS = 8

/** The act that governs the time from token `from` to `next`. */
export function governingAct(tokens: readonly Token[], from: number, next: number): Act | undefined {
  const before = actBefore(tokens, from)
  if (before && !CLAUSE_OPENERS.has(tokens[from - 1]?.word ?? '')) return before.act
  const after = actAfter(tokens, next)
  if (!before && from <= OPENING && opensAccount(tokens, next, after?.distance ?? LOOK_AHEAD)) return 'past'
  if (!before) return after?.act
  return after && after.distance <= SUBJECT_WORDS && after.act === 'strong' ? after.act : before.act
}

// "In July 2024, ", "Over the course of 2020, ": the time stands first in its sentence.
const OPENING = 2

/** "In July 2024, the Council agreed to …", "In 2020, the Board visited …": the first verb tells what was done then. */
function opensAccount(tokens: readonly Token[], next: number, reach: number): boolean {
  for (let i = next + 1; i <= next + reach; i += 1) {
    const word = tokens[i]?.word ?? ''
    if (word.length < 5 || !word.endsWith('ed') || isCarried(tokens, i)) continue
    if (PROMISES.has(word)) return !['is', 'are', 'be'].includes(tokens[i - 1]?.word ?? '')
    if (tokens[i - 1]?.isCapitalised && !WAITING.has(word)) return true
  }
  return false
}

/** Base forms that open an instruction ("Publish the plan by …") in lists of recommendations and actions. */
const INSTRUCTIONS = new Set(
  'publish report review set establish introduce complete deliver launch consult respond update ensure create provide develop implement produce bring carry conduct undertake require appoint begin start end agree issue write extend increase reduce hold make commission fund invest build roll test pilot evaluate train recruit repeal amend legislate abolish commit take improve explore consider work support place put give move remove replace finalise submit convene monitor adopt publicise assess identify prepare open close pay offer design share map strengthen'.split(
    ' ',
  ),
)

/** True for a list item or an instruction, whose own future verb may stand in a lead-in above it. */
export function opensWithAct(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => /^\p{L}/u.test(token.word))
  return first !== undefined && (!first.isCapitalised || INSTRUCTIONS.has(first.word))
}
