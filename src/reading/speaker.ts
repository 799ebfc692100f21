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
}

/** Bodies lately named, for what "they" and "it" refer to. */
export interface Recent {
  /** The body that last acted in the passage; null where none has. */
  readonly actor: ActorSpan | null
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
  const actor =
    kind === 'commitment' || kind === 'decision' || kind === 'recommendation' ? namedActor(support) : null
  if (actor) return nameOf(actor, passage, speakers)
  if (kind === 'commitment' && passage.voice === 'outsider') {
    const isOwn = support.some((item) => item.frame?.subject.class === 'self')
    if (isOwn) return speakers.selfName
    return recent.actor && recent.actor.class !== 'self'
      ? nameOf(recent.actor, passage, speakers)
      : 'Government'
  }
  return writer(passage, speakers)
}

function namedActor(support: readonly Evidence[]): ActorSpan | null {
  for (const item of support) if (item.actor) return item.actor
  return null
}

function nameOf(actor: ActorSpan, passage: Passage, speakers: Speakers): string | null {
  if (actor.class === 'self') return writer(passage, speakers)
  // A government's own document speaks for the government, whichever department holds the pen.
  if (actor.class === 'government' && speakers.documentVoice === 'government') return 'Government'
  if (/^(?:the )?(?:uk )?governments?$/iu.test(actor.name)) return 'Government'
  return actor.name.charAt(0).toUpperCase() + actor.name.slice(1)
}

function writer(passage: Passage, speakers: Speakers): string | null {
  if (passage.voice === 'reviewer') return 'Review'
  if (speakers.documentVoice === 'government') return 'Government'
  return speakers.selfName
}

/** The body that a following "they" or "it" most likely means: one named in this sentence, else the one before. */
export function newestActor(analysis: Analysis, before: Recent): Recent {
  for (const span of analysis.sentence.actors.values())
    if (span.class === 'government' || span.class === 'body') return { actor: span }
  return before
}
