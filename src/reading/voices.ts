/** Who is speaking: the words for voices of a document and of a passage, and the groups that rules name. */

/** The body behind a document. `unknown` is read like an outsider: it can ask, judge and report, not promise for others. */
export const DOCUMENT_VOICES = [
  'government',
  'local-authority',
  'public-body',
  'review',
  'charity',
  'sector',
  'news',
  'guidance',
  'unknown',
] as const
export type DocumentVoice = (typeof DOCUMENT_VOICES)[number]

/** The voice that rules are written for. */
export const VOICES = ['government', 'reviewer', 'outsider', 'guidance'] as const
export type Voice = (typeof VOICES)[number]

const VOICE_OF: Readonly<Record<DocumentVoice, Voice>> = {
  government: 'government',
  'local-authority': 'government',
  'public-body': 'government',
  review: 'reviewer',
  charity: 'outsider',
  sector: 'outsider',
  news: 'outsider',
  guidance: 'guidance',
  unknown: 'outsider',
}

export function voiceOf(document: DocumentVoice): Voice {
  return VOICE_OF[document]
}

/** What a passage does in its document; `body` where nothing special is known. */
export const SECTION_ROLES = [
  'body',
  'recommendation',
  'response',
  'reported',
  'verdict',
  'next-steps',
  'status',
  'promises',
  'done',
  'plans',
  'summary',
  'contents',
  'appendix',
] as const
export type SectionRole = (typeof SECTION_ROLES)[number]
