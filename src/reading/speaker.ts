/** Who says or promises a statement, as a name: from the cue or subject, from what a pronoun refers to, or the voice. */
import type { StatementKind } from '../model/index.ts'
import type { ActorSpan } from './actors.ts'
import type { Analysis } from './analysis.ts'
import type { Evidence } from './evidence.ts'
import type { Passage } from './passages.ts'
import type { DocumentVoice } from './voices.ts'

export interface Speakers {
  readonly documentVoice: DocumentVoice
  /** What the writer calls itself; null where the document does not tell. */
  readonly selfName: string | null
  /** Full names of bodies by their short ones, lower-case ("dfe"). */
  readonly names: ReadonlyMap<string, string>
}

/** Bodies lately named: what "they" refers to, and whose plans are being told. */
export interface Recent {
  readonly body: ActorSpan | null
  readonly government: ActorSpan | null
}

/** The speaker's name, or null where the text does not tell. */
export function speakerOf(
  kind: StatementKind,
  support: readonly Evidence[],
  passage: Passage,
  recent: Recent,
  speakers: Speakers,
): string | null {
  if (kind === 'other') return null
  if (kind !== 'commitment' && kind !== 'decision' && kind !== 'recommendation')
    return writer(passage, speakers)
  const actor = namedActor(support)
  if (actor) return nameOf(actor, passage, speakers)
  if (kind !== 'commitment' || passage.voice !== 'outsider') return writer(passage, speakers)
  const subject = support.find((item) => item.frame)?.frame?.subject
  if (subject?.class === 'self' || subject?.class === 'own') return speakers.selfName
  const meant = subject?.class === 'pronoun' ? (recent.body ?? recent.government) : recent.government
  return meant ? nameOf(meant, passage, speakers) : 'Government'
}

function namedActor(support: readonly Evidence[]): ActorSpan | null {
  for (const item of support) if (item.actor) return item.actor
  return null
}

// Offices that speak for the whole government.
const GOVERNMENT_ITSELF =
  /^(?:(?:the )?(?:uk )?governments?|ministers?|(?:deputy )?prime minister|chancellor|secretary of state|hm government|hmg|whitehall)$/iu

function nameOf(actor: ActorSpan, passage: Passage, speakers: Speakers): string | null {
  if (actor.class === 'self') return writer(passage, speakers)
  const isOfficial = speakers.documentVoice === 'government' || speakers.documentVoice === 'local-authority'
  if (isOfficial && passage.voice === 'government') {
    // A government's own document speaks for the government, whichever department holds the pen; "officers", "teams"
    // and a scheme by its name are its hands. A body with a name of its own speaks for itself.
    const isOwnBody = actor.class === 'body' && /\p{Lu}/u.test(actor.name.slice(1))
    if (!isOwnBody) return writer(passage, speakers)
  }
  if (GOVERNMENT_ITSELF.test(actor.name)) return 'Government'
  return (
    speakers.names.get(actor.name.toLowerCase()) ?? actor.name.charAt(0).toUpperCase() + actor.name.slice(1)
  )
}

function writer(passage: Passage, speakers: Speakers): string | null {
  if (passage.voice === 'reviewer') return 'Review'
  if (speakers.documentVoice === 'government') return 'Government'
  return speakers.selfName
}

/** The bodies that a following "they" or "the plan" most likely means: those of this sentence, else those before. */
export function newestActors(analysis: Analysis, before: Recent): Recent {
  const spans = [...analysis.sentence.actors.values()]
  const government = spans.find((span) => span.class === 'government') ?? before.government
  const body = spans.find((span) => span.class === 'government' || span.class === 'body') ?? before.body
  return { body, government }
}
