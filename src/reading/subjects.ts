/** Who or what stands before a modal: the subject's class and, where it is a body, its name. */
import type { ActorSpan } from './actors.ts'
import type { FrameRole } from './frames.ts'
import type { Sentence } from './patterns.ts'
import { ALL_CAPITALS, CAPITALISED } from './tokens.ts'

export const SUBJECTS = [
  'self',
  'government',
  'reviewer',
  'body',
  'named',
  /** What the writer calls its own ("our new team"). */
  'own',
  'people',
  'pronoun',
  'there',
  'thing',
  'none',
] as const
export type SubjectClass = (typeof SUBJECTS)[number]

export interface Subject {
  readonly class: SubjectClass
  readonly actor: ActorSpan | null
  /** First and last token of the phrase. */
  readonly start: number
  readonly end: number
  /** Its head word, lower-case. */
  readonly head: string
}

const RELATIVE = new Set(['which', 'who', 'that', 'whom', 'whose'])
const CONDITION = new Set([
  'if',
  'when',
  'whether',
  'unless',
  'until',
  'once',
  'how',
  'why',
  'whenever',
  'what',
  'where',
  'provided',
])
const LEADING = new Set(
  'however and but also so therefore then moreover furthermore thus yet or nor hence again as because since while although though whilst whereas'.split(
    ' ',
  ),
)
const PRONOUNS = new Set('it they this these those he she that such both'.split(' '))
const PREPOSITIONS = new Set(
  (
    'of for to in on with by from at under across between within about into over through among around including such ' +
    'during after before without against towards per via whose where who which that relating based involved involving ' +
    'responsible not'
  ).split(' '),
)
const ADVERBIAL_OPENERS = new Set(
  'in on by from at under during after before with without through following given as until since for over within to alongside'.split(
    ' ',
  ),
)
const PEOPLE = new Set(
  (
    'people children carers parents families workers users residents patients claimants applicants victims survivors ' +
    'teachers students pupils women men adults citizens members leavers postmasters customers tenants individuals ' +
    'couples households prisoners drivers homeowners consumers voters veterans pensioners babies mothers fathers ' +
    'grandparents siblings relatives guardians refugees apprentices trainees nurses doctors ' +
    'those everyone anyone everybody nobody person child carer parent family all employees learners landlord employer tenant renter owner'
  ).split(' '),
)
const REACH = 60

/** The subject of the modal at token `at`, and how its clause hangs in the sentence. */
export function findSubject(sentence: Sentence, at: number): { subject: Subject; role: FrameRole } {
  const { words } = sentence.tokens
  let end = at
  while (end > 0 && isAdverb(words[end - 1] ?? '')) end--
  if (RELATIVE.has(words[end - 1] ?? '') && end >= 2 && words[end - 1] !== 'those') {
    // "That will…" at the start of a sentence is a pronoun, not a relative.
    const isRelative = end - 1 > sentence.opening
    if (isRelative) return { subject: nobody(end - 1, end), role: 'relative' }
  }
  if (COORDINATORS.has(words[end - 1] ?? '') && end - 1 > sentence.opening)
    return { subject: firstSubject(sentence, end - 1), role: 'main' }
  const left = leftBound(words, end)
  if (words[left - 1] === 'that' && hangsOnNoun(words[left - 2] ?? '') && left < end)
    return { subject: nounPhrase(sentence, left, end), role: 'relative' }
  const related = relativeBefore(words, left, end)
  if (related >= 0) return { subject: nounPhrase(sentence, related + 1, end), role: 'relative' }
  const piece = lastPiece(sentence, left, end)
  return describe(sentence, piece.start, piece.end, left)
}

/** "jobs which the country should keep": index of a "which" right after a noun, with nothing but the subject behind it; else -1. */
function relativeBefore(words: readonly string[], left: number, end: number): number {
  for (let at = end - 2; at > left && end - at <= LONGEST_RELATIVE; at--) {
    const word = words[at] ?? ''
    if (word === 'which' || word === 'whom') return PREPOSITIONS.has(words[at - 1] ?? '') ? -1 : at
    if (CLOSING.has(word) || !/^[\p{L}\d]/u.test(word)) return -1
  }
  return -1
}
const LONGEST_RELATIVE = 7

/** "services that councils must list": the clause hangs on a plural noun, unlike "recommends that councils must". */
function hangsOnNoun(word: string): boolean {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') && !BEFORE_CONTENT.has(word)
}
const BEFORE_CONTENT = new Set(
  (
    'recommends states suggests means shows argues believes proposes agrees accepts concludes notes considers recognises ' +
    'recognizes acknowledges ensures requires promises hopes expects thinks insists claims warns finds urges confirms ' +
    'announces stresses emphasises emphasizes indicates demonstrates reports explains understands knows feels advises ' +
    'advocates demands fears highlights implies reveals provides specifies dictates decides agrees adds always perhaps ' +
    'recommendations proposals views concerns calls suggestions grounds terms others besides observes assumes maintains'
  ).split(' '),
)

const COORDINATORS = new Set(['and', 'but', 'or'])

/** The subject that "… and will publish" goes on with: that of the sentence's opening. */
function firstSubject(sentence: Sentence, before: number): Subject {
  const { words } = sentence.tokens
  const opening = sentence.opening
  const actor = sentence.actors.get(opening) ?? sentence.actors.get(0)
  if (actor)
    return { class: actor.class, actor, start: actor.start, end: actor.end, head: words[actor.end - 1] ?? '' }
  if (PRONOUNS.has(words[opening] ?? ''))
    return { class: 'pronoun', actor: null, start: opening, end: opening + 1, head: words[opening] ?? '' }
  return nounPhrase(sentence, opening, Math.max(before, opening + 1))
}

function isAdverb(word: string): boolean {
  return (
    word === 'also' ||
    word === 'then' ||
    word === 'now' ||
    word === 'always' ||
    word === 'each' ||
    word === 'both' ||
    word === 'all' ||
    word === 'together' ||
    word === ',' ||
    (word.endsWith('ly') && word.length > 4 && word !== 'family' && word !== 'supply' && word !== 'assembly')
  )
}

function leftBound(words: readonly string[], end: number): number {
  for (let at = end - 1; at >= 0 && end - at < REACH; at--) {
    const word = words[at] ?? ''
    if (word === ';' || word === ':' || word === '.' || word === '–' || word === '—' || word === '?')
      return at + 1
    if ((word === 'but' || word === 'that' || word === 'because') && at < end - 1)
      return at + (word === 'because' ? 0 : 1)
  }
  return Math.max(0, end - REACH)
}

/** The last stretch between commas that can be a subject ("Within a year, the Department" gives "the Department"). */
function lastPiece(sentence: Sentence, left: number, end: number): { start: number; end: number } {
  const { words } = sentence.tokens
  const commas = [left - 1]
  let named = 0
  for (let at = left; at < end; at++) {
    // "The Department for Rivers, Quays and Locks" has commas of its own.
    named = Math.max(named, sentence.actors.get(at)?.end ?? 0)
    if ((words[at] === ',' && at >= named) || words[at] === '(' || words[at] === ')') commas.push(at)
  }
  for (let index = commas.length - 1; index >= 0; index--) {
    const start = (commas[index] ?? left - 1) + 1
    const stop = index + 1 < commas.length ? (commas[index + 1] ?? end) : end
    const first = words[start] ?? ''
    if (stop <= start) continue
    if (
      index > 0 &&
      (/(?:ed|wn|ken|ven)$/u.test(first) ||
        PREPOSITIONS.has(first) ||
        first.endsWith('ing') ||
        ADVERBIAL_OPENERS.has(first) ||
        isApposition(sentence, start))
    )
      continue
    return { start, end: stop }
  }
  return { start: left, end }
}

/** "The Locks Office, a new body, will": what stands between the commas says who the body before them is. */
function isApposition({ tokens, actors }: Sentence, start: number): boolean {
  const { words } = tokens
  if (!APPOSED.has(words[start] ?? '') || words[start - 1] !== ',') return false
  for (const span of actors.values()) if (span.end === start - 1) return span.end - span.start > 1
  return false
}
const APPOSED = new Set(['a', 'an', 'which', 'who', 'our'])

function describe(
  sentence: Sentence,
  from: number,
  end: number,
  left: number,
): { subject: Subject; role: FrameRole } {
  const { words } = sentence.tokens
  let start = from
  let role: FrameRole = 'main'
  if (words[end - 1] === 'there')
    return { subject: { ...nobody(end - 1, end), class: 'there', head: 'there' }, role }
  if (isReducedRelative(words, from, end)) return { subject: nobody(end - 1, end), role: 'relative' }
  while (start < end && (LEADING.has(words[start] ?? '') || CONDITION.has(words[start] ?? ''))) {
    if (CONDITION.has(words[start] ?? '') && words[start + 1] !== 'then' && words[start + 1] !== 'now')
      role = 'condition'
    start++
  }
  for (let at = Math.max(left, start - 1); at < end; at++) {
    // A condition inside the piece ("to see whether X will") governs what follows it.
    if (at > start && CONDITION.has(words[at] ?? '') && !isClosedBefore(words, at, end)) {
      role = 'condition'
      start = at + 1
    }
  }
  // "Once we have them we will": the clause after the condition opens with its own "we".
  if (
    role === 'condition' &&
    end - start > 3 &&
    FIRST_PERSON.has(words[end - 1] ?? '') &&
    FIRST_PERSON.has(words[start] ?? '')
  ) {
    role = 'main'
    start = end - 1
  }
  start = passAdverbial(sentence, start, end)
  if (start >= end) return { subject: nobody(from, end), role }
  const word = words[start] ?? ''
  if (word === 'there') return { subject: { ...nobody(start, end), class: 'there', head: 'there' }, role }
  if (PRONOUNS.has(word) && end - start === 1)
    return { subject: { class: 'pronoun', actor: null, start, end, head: word }, role }
  return { subject: nounPhrase(sentence, start, end), role }
}

const CLOSING = new Set(
  'will would should must may might could can shall is are was were has have'.split(' '),
)

/** "A note on how the scheme may work will…": the inner clause has its verb already, so the next is the sentence's. */
function isClosedBefore(words: readonly string[], from: number, end: number): boolean {
  for (let at = from + 2; at < end - 1; at++)
    if (CLOSING.has(words[at] ?? '')) return PREPOSITIONS.has(words[from - 1] ?? '')
  return false
}

const FIRST_PERSON = new Set(['we', 'i', 'it', 'they'])
const PERSONAL = new Set(['it', 'they', 'we', 'he', 'she', 'i', 'you'])
const TIME_WORD =
  /^(?:then|now|today|year|month|week|time|parliament|session|spring|summer|autumn|winter|\d+)$/u

/** "the action it will take": a pronoun right after a noun opens a clause that hangs on the noun. */
function isReducedRelative(words: readonly string[], from: number, end: number): boolean {
  if (end - from < 3 || !PERSONAL.has(words[end - 1] ?? '')) return false
  const before = words[end - 2] ?? ''
  if (LEADING.has(before) || CONDITION.has(before) || TIME_WORD.test(before) || isAdverb(before)) return false
  return !ADVERBIAL_OPENERS.has(words[from] ?? '') && !/^[^\p{L}\p{N}]/u.test(before)
}

/** "In 2026 the Agency", "By then ministers": passes an opening phrase without a comma when a body follows it. */
function passAdverbial(sentence: Sentence, start: number, end: number): number {
  const { words, flags } = sentence.tokens
  if (!ADVERBIAL_OPENERS.has(words[start] ?? '')) return start
  for (let at = start + 1; at < end; at++) {
    const actor = sentence.actors.get(at)
    if (actor && actor.end === end && at > start + 1) return at
  }
  for (let at = end - 1; at > start; at--) {
    if (words[at] === 'we' || words[at] === 'it' || words[at] === 'they') return at
    if (at > start + 1 && /^\d{4}$/u.test(words[at - 1] ?? '') && (flags[at] ?? 0) & CAPITALISED) return at
  }
  return start
}

function nounPhrase(sentence: Sentence, start: number, end: number): Subject {
  const { words } = sentence.tokens
  let stop = start + 1
  while (stop < end && !PREPOSITIONS.has(words[stop] ?? '') && words[stop] !== ',' && words[stop] !== '(')
    if (stop > start + 1 && isReducedParticiple(words, stop)) break
    else stop++
  if (QUANTITIES.has(words[stop - 1] ?? '') && words[stop] === 'of' && stop + 1 < end)
    return nounPhrase(sentence, stop + 1, end)
  const isGerund = (words[start] ?? '').endsWith('ing') && (sentence.tokens.flags[start] ?? 0) < ALL_CAPITALS
  const actor = isGerund ? null : actorIn(sentence, start, stop, end)
  const head = words[stop - 1] ?? ''
  if (words[start] === 'our' || words[start] === 'my') return { class: 'own', actor: null, start, end, head }
  if (actor) return { class: actor.class, actor, start, end, head }
  if (isAgentNoun(head)) return { class: 'body', actor: null, start, end, head }
  const isPeople = PEOPLE.has(head) || PEOPLE.has(words[start] ?? '') || PEOPLE.has(words[start + 1] ?? '')
  return { class: isPeople ? 'people' : 'thing', actor: null, start, end, head }
}

// "Tens of thousands of couples" are couples.
const QUANTITIES = new Set(
  'tens hundreds thousands millions dozens scores number majority proportion half third quarter lots plenty handful'.split(
    ' ',
  ),
)

/** "any child adopted from care": the participle after the noun tells which child, and is not the head. */
function isReducedParticiple(words: readonly string[], at: number): boolean {
  return (words[at] ?? '').endsWith('ed') && PREPOSITIONS.has(words[at + 1] ?? '')
}

/** The body that opens the phrase, or (in "X and the Department") one that closes its head. */
function actorIn(sentence: Sentence, start: number, stop: number, end: number): ActorSpan | null {
  const first = sentence.actors.get(start)
  if (
    first &&
    (first.end >= stop ||
      sentence.tokens.words[first.end] === 'and' ||
      sentence.tokens.words[first.end] === '(')
  )
    return first
  for (let at = start + 1; at < stop; at++) {
    const span = sentence.actors.get(at)
    if (span && span.end === stop) return span
  }
  // A list of bodies: "schools, colleges and employers must".
  const last = [...sentence.actors.values()].find((span) => span.start >= start && span.end === end)
  return last && sentence.tokens.words[last.start - 1] === 'and' ? last : null
}

// Nouns in -ers and -ors that name things, or people whom a policy serves rather than binds.
const NOT_AGENTS = new Set(
  (
    'numbers orders powers matters letters papers waters others carers users offers centres centers chapters factors errors ' +
    'sectors doors indicators boarders figures barriers corridors layers lovers newcomers answers borders clusters ' +
    'computers covers customers disasters dollars fathers mothers brothers sisters grandmothers leavers learners members ' +
    'partners prisoners renters quarters registers rivers sufferers shelters summers superiors teachers workers towers ' +
    'trailers timers trackers vectors vouchers winters stakeholders strangers newsletters minors monitors motors seniors ' +
    'survivors tutors visitors actors mirrors colours flavours tenors'
  ).split(' '),
)

/** "operators", "landlords", "insurers": plural nouns of those who do something for their living. */
function isAgentNoun(word: string): boolean {
  if (word === 'landlords') return true
  return word.length > 6 && (word.endsWith('ers') || word.endsWith('ors')) && !NOT_AGENTS.has(word)
}

function nobody(start: number, end: number): Subject {
  return { class: 'none', actor: null, start, end, head: '' }
}
