/** Who says or promises a statement, as a name: from the cue or subject, from what a pronoun refers to, or the voice. */
import type { StatementKind } from '../model/index.ts'
import type { ActorSpan } from './actors.ts'
import type { Analysis } from './analysis.ts'
import type { BareNames } from './bare-names.ts'
import { BOUND_TO_COUNTRY, ORGANISED } from './body-names.ts'
import type { Evidence } from './evidence.ts'
import type { Frame } from './frames.ts'
import { isCalled } from './governments.ts'
import type { Passage } from './passages.ts'
import type { Subject } from './subjects.ts'
import { type DocumentVoice, voiceOf } from './voices.ts'

export interface Speakers {
  readonly documentVoice: DocumentVoice
  /** What the writer calls itself; null where the document does not tell. */
  readonly selfName: string | null
  /** The department or devolved government that signs; null elsewhere and where the document does not tell. */
  readonly signer: string | null
  /** The government that the document tells of, where it names one ("Welsh Government"). */
  readonly government: string | null
  /** What the review, inquiry or committee is called whose words a document holds; null where it does not tell. */
  readonly reviewer: string | null
  /** The party whose manifesto an outsider's page tells of; null elsewhere. */
  readonly party: string | null
  /** What "the Council" is called in full. */
  readonly bareNames: BareNames
  /** Full names of bodies by their short ones, lower-case ("dfe"). */
  readonly names: ReadonlyMap<string, string>
  /** Short names by the full ones, as they are printed ("DfE"). */
  readonly shortNames: ReadonlyMap<string, string>
}

/** What a statement itself tells of who speaks in it. */
export interface Said {
  readonly kind: StatementKind
  readonly support: readonly Evidence[]
  /** The body that opens it; null where something else does. */
  readonly opener: ActorSpan | null
  /** It opens with "it" or "they". */
  readonly pointsBack: boolean
  /** Whose words its paragraph quotes, where it quotes somebody by name. */
  readonly quoted: string | null
  /** Who is named with a body as one subject, itself among them. */
  readonly together: (actor: ActorSpan) => readonly ActorSpan[]
}

/** Bodies lately named: what "they" refers to, and whose plans are being told. */
export interface Recent {
  readonly body: ActorSpan | null
  readonly government: ActorSpan | null
}

/** The speaker's name, or null where the text does not tell. */
export function speakerOf(said: Said, passage: Passage, recent: Recent, speakers: Speakers): string | null {
  const { kind, support } = said
  if (kind === 'other') return null
  if (kind === 'commitment' && said.quoted !== null && isOwn(support)) return said.quoted
  if (kind !== 'commitment' && kind !== 'decision' && kind !== 'recommendation')
    return writer(kind, passage, speakers)
  // Who should do it does not recommend it.
  const actor = namedActor(kind === 'recommendation' ? support.filter((item) => !item.frame) : support)
  if (actor) return namesOf(said, actor, passage, speakers)
  if (kind !== 'commitment') return writer(kind, passage, speakers)
  const meant = passage.voice === 'outsider' || !said.pointsBack ? null : bodyBefore(recent, speakers)
  if (meant) return nameOf(kind, meant, passage, speakers)
  if (promisesAsTold(said, passage)) return nameOf(kind, said.opener, passage, speakers)
  if (passage.voice !== 'outsider') return writer(kind, passage, speakers)
  const subject = support.find((item) => item.frame)?.frame?.subject
  if (subject?.class === 'self' || subject?.class === 'own') return speakers.selfName
  // In its own manifesto a party promises, whatever governments it tells of.
  if (speakers.party !== null && speakers.party === speakers.selfName)
    return withShort(speakers.party, speakers)
  const isBody =
    subject?.class === 'pronoun' && recent.body !== null && !(isOne(subject) && isMany(recent.body))
  const told = isBody ? recent.body : recent.government
  // A paper may be named last without being who acts: "the Levelling Up White Paper".
  return told && !isWritten(told) ? nameOf(kind, told, passage, speakers) : governmentOf(speakers)
}

/** One name, or "Canal Trust and Harbour Board" where each of those who promise together has a name of its own. */
function namesOf(said: Said, actor: ActorSpan, passage: Passage, speakers: Speakers): string | null {
  const own = nameOf(said.kind, actor, passage, speakers)
  const all = said.kind === 'commitment' ? said.together(actor) : [actor]
  if (own === null || all.length === 1 || !all.every((one) => isNamed(one, speakers))) return own
  const names = all.map((one) => (one === actor ? own : nameOf(said.kind, one, passage, speakers)))
  const different = [...new Set(names.filter((name) => name !== null))]
  return different.length < 2 ? own : `${different.slice(0, -1).join(', ')} and ${different.at(-1)}`
}

/** A government, or a body with a name of its own. */
const isNamed = (actor: ActorSpan, speakers: Speakers): boolean =>
  (actor.class === 'government' && !/^(?:departments|ministers|.*governments)$/iu.test(actor.name)) ||
  isOwnBody(actor, speakers)

/** "We will" and "our team will", said by whoever is quoted. */
function isOwn(support: readonly Evidence[]): boolean {
  const subject = support.find((item) => item.frame)?.frame?.subject.class
  return subject === 'self' || subject === 'own' || support.some((item) => item.actor?.class === 'self')
}

type OpenedByOther = Said & { readonly opener: ActorSpan }

/** "The Agency has said it will write to them": on a review's page whoever opens such a sentence promises. */
function promisesAsTold(said: Said, { voice }: Passage): said is OpenedByOther {
  const { opener, support } = said
  if (opener === null || isWritten(opener)) return false
  // An outsider tells as much in words that have no "will": "the Greens want to". A name that opens may be anything's.
  if (voice === 'outsider') return opener.class === 'body' && !support.some((item) => item.frame)
  return (
    voice === 'reviewer' &&
    (opener.class === 'government' || opener.class === 'body' || opener.class === 'named') &&
    !support.some((item) => isServed(item.frame))
  )
}

/** The body that "it" means after a sentence about one: in a review's words any, in a government's those of their own. */
function bodyBefore({ body }: Recent, speakers: Speakers): ActorSpan | null {
  if (body === null || isWritten(body) || isMany(body)) return null
  if (voiceOf(speakers.documentVoice) === 'reviewer') return body
  return voiceOf(speakers.documentVoice) === 'government' && isOwnBody(body, speakers) ? body : null
}

/** A body with a name of its own, which acts for itself in a government's document. */
function isOwnBody(actor: ActorSpan, { names }: Speakers): boolean {
  if (actor.class !== 'government' && names.has(actor.name.toLowerCase())) return true
  return (
    (actor.class === 'body' && /\p{Lu}/u.test(actor.name.slice(1))) ||
    (actor.class === 'named' && (ORGANISED.test(actor.name) || BOUND_TO_COUNTRY.test(actor.name))) ||
    SEVERAL_GOVERNMENTS.test(actor.name)
  )
}

// No one of them.
const SEVERAL_GOVERNMENTS = /^(?:all|both) governments$/iu

/** "It" and "this" are none of "providers", "councils". */
function isOne({ head }: Subject): boolean {
  return head === 'it' || head === 'this'
}

function isMany(actor: ActorSpan): boolean {
  return actor.class === 'body' && /\p{Ll}s$/u.test(actor.name) && !/ \p{Lu}/u.test(actor.name)
}

// What is given to those who "will have the power" or "will need to apply".
const GIVEN = new Set(['have', 'need', 'receive', 'get', 'benefit', 'face'])

/** "Tenants will be told", "landlords will be able to": the promise is about the subject, not by it. */
function isServed(frame: Frame | null): boolean {
  return (
    frame !== null &&
    frame.modal === 'will' &&
    (frame.isPassive || frame.chain.includes('able') || isGiven(frame)) &&
    frame.subject.class !== 'self'
  )
}

function isGiven({ subject, verb }: Frame): boolean {
  return subject.actor !== null && isMany(subject.actor) && GIVEN.has(verb.lemma)
}

// What a body has written or brought in does not promise: whoever it is by does.
const WRITTEN =
  /(?:^|\s)(?:bills?|act|speech|strategy|plan|(?:white |green )?paper|charter|budget|guidance|regulations|framework|roadmap|manifesto|document|report|programme|scheme|legislation|policy|agenda|letter)$/iu

function isWritten({ name }: ActorSpan): boolean {
  return WRITTEN.test(name)
}

/** The body that the words name as the one who promises; `null` where none, or a paper alone, is named. */
function namedActor(support: readonly Evidence[]): ActorSpan | null {
  for (const item of support)
    if (item.actor && !isServed(item.frame) && !isWritten(item.actor)) return item.actor
  return null
}

// Offices that speak for the whole government.
const GOVERNMENT_ITSELF =
  /^(?:(?:the )?(?:uk )?governments?|ministers?|departments|(?:deputy )?prime minister|chancellor|secretary of state|hm government|hmg|whitehall)$/iu

// Where the words say so it is the government that promises, whichever department signs.
const ONE_GOVERNMENT = /^(?:the )?(?:(?:uk|hm) )?government$/iu

function nameOf(kind: StatementKind, actor: ActorSpan, passage: Passage, speakers: Speakers): string | null {
  if (actor.class === 'self') return writer(kind, passage, speakers)
  const isOfficial = speakers.documentVoice === 'government' || speakers.documentVoice === 'local-authority'
  if (isOfficial && passage.voice === 'government') {
    // A government's own document speaks for the government, whichever department holds the pen; "officers", "teams"
    // and a scheme by its name are its hands. A body with a name of its own speaks for itself.
    if (ONE_GOVERNMENT.test(actor.name)) return governmentOf(speakers)
    if (!isOwnBody(actor, speakers))
      return isNamedDepartment(actor, speakers)
        ? ofGovernment(fullName(actor, speakers), speakers)
        : writer(kind, passage, speakers)
  }
  if (/^uk government$/iu.test(actor.name)) return 'UK Government'
  if (/^department$/iu.test(actor.name)) return ofGovernment('Department', speakers)
  if (OFFICE.test(actor.name)) return ofGovernment(capitalised(actor.name), speakers)
  if (GOVERNMENT_ITSELF.test(actor.name) || isCalled(speakers.government, actor.name))
    return governmentOf(speakers)
  return fullName(actor, speakers)
}

// An office says whose it is only with its government: "Home Secretary (Government)".
const OFFICE =
  /^(?:(?:deputy )?(?:prime|first) minister|chancellor|(?:home|foreign|health|education|housing|transport|justice|environment|cabinet|work and pensions|levelling up) secretary|taoiseach|tánaiste|secretary of state for .+|cabinet secretary for .+|minister (?:for|of) .+)$/iu

const governmentOf = ({ government, party }: Speakers): string => party ?? government ?? 'Government'

/** A department or minister is the government too: "Department for Rivers (Government)". */
function ofGovernment(name: string, speakers: Speakers): string {
  if (/government|\bexecutive$/iu.test(name)) return name
  const whose = governmentOf(speakers)
  return name.endsWith(')') ? `${name.slice(0, -1)}, ${whose})` : `${name} (${whose})`
}

const DEPARTMENT = /^(?:Department|Ministry) |^Defra$/u

/** "the Department for Rivers", "DHSC", rather than "the Department", "ministers". */
function isNamedDepartment(actor: ActorSpan, { names }: Speakers): boolean {
  if (actor.class !== 'government' || GOVERNMENT_ITSELF.test(actor.name)) return false
  // "DfE" and "Defra", whose letters are not all capitals.
  if (DEPARTMENT.test(names.get(actor.name.toLowerCase()) ?? '')) return true
  return (
    /^(?:\p{Lu}{2,}|.*\b(?:for|of) \p{Lu}.*|(?:HM )?Treasury|.* Office|.* Government|.*'s Department)$/u.test(
      actor.name,
    ) && !/^(?:Secretary|Minister)/u.test(actor.name)
  )
}

/** "Department for Rivers (DfR)": with the short name, where one is known. */
function withShort(name: string, { shortNames }: Speakers): string {
  const short = shortNames.get(name)
  return short === undefined ? name : `${name} (${short})`
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** As it is written; a short name that is known stands behind the full one: "Care Quality Commission (CQC)". */
function fullName(actor: ActorSpan, speakers: Speakers): string {
  const full = speakers.names.get(actor.name.toLowerCase())
  if (full === undefined) return speakers.bareNames(actor.name) ?? capitalised(actor.name)
  return /^\p{Lu}{2,}$/u.test(actor.name) ? `${full} (${actor.name})` : withShort(full, speakers)
}

/** A committee, inquiry or ombudsman speaks as a review: "Harbours Committee (Review)". */
function ofReview({ reviewer }: Speakers): string {
  if (reviewer === null) return 'Review'
  return reviewer.endsWith('Review') ? reviewer : `${reviewer} (Review)`
}

function writer(kind: StatementKind, passage: Passage, speakers: Speakers): string | null {
  // A government's own document that promises where it tells of a review does so for itself.
  const isOwnPromise = kind === 'commitment' && voiceOf(speakers.documentVoice) === 'government'
  if (passage.voice === 'reviewer' && !isOwnPromise) return ofReview(speakers)
  if (passage.voice === 'government' && voiceOf(speakers.documentVoice) === 'outsider')
    return governmentOf(speakers)
  if (speakers.documentVoice === 'government')
    return speakers.signer === null
      ? governmentOf(speakers)
      : ofGovernment(withShort(speakers.signer, speakers), speakers)
  const isOfficial = voiceOf(speakers.documentVoice) === 'government'
  if (speakers.selfName !== null) return withShort(speakers.selfName, speakers)
  return isOfficial ? (speakers.signer ?? speakers.government) : null
}

/** The bodies that a following "they" or "the plan" most likely means: those of this sentence, else those before. */
export function newestActors(analysis: Analysis, before: Recent): Recent {
  let government: ActorSpan | null = null
  let body: ActorSpan | null = null
  for (const span of analysis.sentence.actors.values()) {
    if (span.class === 'government') government ??= span
    if (span.class === 'government' || span.class === 'body') body ??= span
  }
  return body === null ? before : { body, government: government ?? before.government }
}
