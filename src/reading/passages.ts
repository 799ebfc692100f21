/**
 * Who speaks in each block, and what the passage does. In a response the recommendation is printed above the reply:
 * there the reviewer speaks first, and the government from the block on that opens the reply.
 */
import type { Block, DocumentText } from '../model/index.ts'
import { readSentence } from './analysis.ts'
import { answersRecommendations, printsRepliesOnly } from './answering.ts'
import {
  type BlockSigns,
  hasOwnDuty,
  isSetApart,
  LONGEST_LINE,
  opensWithBody,
  RECOMMENDATION_LABEL,
  RECOMMENDATION_LINE,
  REPLY_LINE,
  SELF_LABELLED,
} from './block-signs.ts'
import type { Lexicon } from './lexicon.ts'
import { findHeadingRule, type Section } from './sections.ts'
import type { Speech } from './speech.ts'
import type { SectionRole, Voice } from './voices.ts'

export interface Passage {
  readonly voice: Voice
  readonly role: SectionRole
  readonly number: string | null
  /** Whom the passage reports; see Section. */
  readonly reported: Section['reported']
  /** Whose speech a sentence is that stands in quotation marks; null for the writer's own words. */
  readonly speech: Speech | null
}

type Zone = 'before' | 'recommendation' | 'response' | 'none'

// A reply that comes later than this many blocks after its recommendation belongs to something else.
const REPLY_WITHIN = 6

/** Follows one document: `enter` is called for each block in order and tells its passage. */
export interface PassageTracker {
  readonly enter: (section: Section, block: Block, index: number) => Passage
  readonly column: (passage: Passage, block: Block, column: number) => Passage
}

export function trackPassages(
  document: DocumentText,
  voice: Voice,
  sections: readonly Section[],
  signs: ReadonlyMap<number, BlockSigns>,
  lexicon: Lexicon,
): PassageTracker {
  const isResponse = voice === 'government' && answersRecommendations(document, sections, signs)
  const printsNone = isResponse && printsRepliesOnly(document, sections, signs, lexicon)
  let section: Section | null = null
  let zone: Zone = 'before'
  let wasSetApart = false
  let number: string | null = null
  let columns: readonly (SectionRole | null)[] = []

  const plain = (from: Section): Passage => {
    const isReported = from.role === 'reported' && from.reported === 'reviewer' && voice === 'outsider'
    const isReplied = from.role === 'response' && voice !== 'government' && from.headings.some(namesReply)
    const spoken = isReported ? 'reviewer' : isReplied ? 'government' : voice
    return { voice: spoken, role: from.role, number, reported: from.reported, speech: null }
  }
  const enter: PassageTracker['enter'] = (next, block, index) => {
    if (next !== section) {
      section = next
      zone = printsNone && next.role === 'recommendation' ? 'response' : 'before'
      wasSetApart = false
      number = next.number
    }
    if (block.isHeaderRow) columns = columnRoles(document, block, voice, lexicon)
    else if (block.kind !== 'table-row') columns = []
    if (index === next.headingBlock) return plain(next)
    const text = document.text.slice(block.start, Math.min(block.end, block.start + 60))
    const labelled = voice === 'outsider' ? roleOfLabel(text, voice, lexicon) : null
    if (labelled) return { ...plain(next), role: labelled }
    const label = RECOMMENDATION_LABEL.exec(text)?.[1]
    if (label) number = label
    if (voice !== 'government' && !(voice === 'outsider' && next.role === 'recommendation'))
      return plain(next)
    const own = signs.get(index)
    const line = block.end - block.start <= LONGEST_LINE ? document.text.slice(block.start, block.end) : ''
    if (isResponse && REPLY_LINE.test(line)) zone = 'response'
    else if (label !== undefined || own?.isRestated || (isResponse && RECOMMENDATION_LINE.test(line)))
      zone = 'recommendation'
    else if (isResponse || next.role === 'recommendation' || zone === 'recommendation')
      zone = nextZone(zone, { document, voice, section: next, block, index, text, signs, wasSetApart })
    wasSetApart = zone === 'recommendation' && isSetApart(block)
    if (zone === 'recommendation')
      return { voice: voiceInZone(voice), role: 'recommendation', number, reported: null, speech: null }
    if (zone === 'response') return { voice, role: 'response', number, reported: null, speech: null }
    return plain(next)
  }
  const column: PassageTracker['column'] = (passage, block, at) => {
    const role = block.isHeaderRow ? 'contents' : (columns[at] ?? null)
    if (role === null) return passage
    if (role === 'recommendation') return { ...passage, role, voice: voiceInZone(voice) }
    return { ...passage, role, voice }
  }
  return { enter, column }
}

/** "Joint Government response", "Government responded": trackers and petitions print the reply itself under such a heading. */
function namesReply(heading: string): boolean {
  return /\b(?:government|ministers?|department|council|trust)(?:['’]s)?\b(?:.*\b(?:response|reply)\b| (?:accepted|rejected|noted|deferred|agreed|(?:has )?(?:responded|replied))(?: in (?:part|full|principle))?$)/iu.test(
    heading,
  )
}

/** "Our view: …", "What was promised: …": a paragraph that carries its heading in its first words. */
function roleOfLabel(text: string, voice: Voice, lexicon: Lexicon): SectionRole | null {
  const label = /^[\p{Lu}][\p{L}’' ]{2,40}(?=:\s)/u.exec(text)?.[0]
  if (!label) return null
  const role = findHeadingRule(readSentence(label, 0, label.length, lexicon, new Set()), voice, lexicon)?.role
  return role !== undefined && LABELS.has(role) ? role : null
}
const LABELS: ReadonlySet<SectionRole> = new Set(['verdict', 'promises', 'status', 'next-steps', 'done'])

function voiceInZone(voice: Voice): Voice {
  return voice === 'government' ? 'reviewer' : voice
}

interface Step {
  readonly document: DocumentText
  readonly voice: Voice
  readonly section: Section
  readonly block: Block
  readonly index: number
  readonly text: string
  readonly signs: ReadonlyMap<number, BlockSigns>
  readonly wasSetApart: boolean
}

function nextZone(zone: Zone, step: Step): Zone {
  // What a recommendation lists belongs to it, even where an item speaks of what was accepted.
  if (zone === 'recommendation' && step.block.kind === 'list-item' && !opensReply(step)) return zone
  if (
    zone !== 'response' &&
    step.signs.get(step.index)?.isDecision &&
    !step.signs.get(step.index)?.isRestated
  )
    return 'response'
  if (isSetApart(step.block) && (zone === 'before' || zone === 'recommendation')) {
    return step.section.role === 'recommendation' || step.signs.get(step.index)?.hasDuty
      ? 'recommendation'
      : zone
  }
  if (zone === 'response' || zone === 'none') return printsNext(step) ? 'recommendation' : zone
  if (beginsReply(step, zone)) return 'response'
  if (zone === 'recommendation') return zone
  const own = step.signs.get(step.index)
  if (step.section.role === 'recommendation') {
    if (step.voice !== 'outsider') return 'recommendation'
    return own?.hasDuty || own?.first.matches.some((match) => match.cue.kind === 'recommendation')
      ? 'recommendation'
      : zone
  }
  return own?.hasDuty && isAnsweredSoon(step) ? 'recommendation' : 'none'
}

/** A numbered line with a duty, and the reply right below it without a number: the next recommendation is printed. */
function printsNext(step: Step): boolean {
  const { block, document, index, signs } = step
  const own = signs.get(index)
  const below = document.blocks[index + 1]
  if (
    block.number === undefined ||
    block.end - block.start > LONGEST_PRINTED ||
    !own ||
    !hasOwnDuty(own.first)
  )
    return false
  if (!below || below.number !== undefined || below.kind === 'list-item' || below.kind === 'heading')
    return false
  const reply = signs.get(index + 1)
  return reply !== undefined && !hasOwnDuty(reply.first) && (reply.isDecision || opensWithBody(reply.first))
}
const LONGEST_PRINTED = 400

function opensReply(step: Step): boolean {
  const own = step.signs.get(step.index)
  return step.block.leadIn === undefined || own === undefined || opensWithBody(own.first)
}

/** True at the block where a reply to the recommendation above begins. */
function beginsReply(step: Step, zone: Zone): boolean {
  if (SELF_LABELLED.test(step.text)) return true
  if (step.wasSetApart) return true
  const own = step.signs.get(step.index)
  if (!own || own.isRestated) return false
  if (own.isDecision) return true
  const first = own.first
  if (hasOwnDuty(first) || first.matches.some((match) => match.cue.id === 'we-recommend')) return false
  if (step.block.kind === 'list-item') return false
  // After a recommendation, text in which nobody is told to do anything is the reply, however it opens.
  if (zone === 'recommendation' && !own.hasDuty) return true
  if (step.voice === 'outsider') return zone === 'recommendation'
  return opensWithBody(first)
}

function isAnsweredSoon(step: Step): boolean {
  const last = Math.min(step.section.endBlock, step.index + 1 + REPLY_WITHIN)
  for (let index = step.index + 1; index < last; index++) {
    const later = step.signs.get(index)
    if (later && (later.isDecision || (opensWithBody(later.first) && !hasOwnDuty(later.first)))) return true
  }
  return false
}

/** What each column of a table holds, by its heading. */
function columnRoles(
  document: DocumentText,
  block: Block,
  voice: Voice,
  lexicon: Lexicon,
): readonly (SectionRole | null)[] {
  return (block.cells ?? []).map((cell) => {
    const end = Math.min(cell.end, cell.start + 200)
    const sentence = readSentence(document.text, cell.start, end, lexicon, new Set())
    const rule = findHeadingRule(sentence, voice, lexicon)
    return rule?.role ?? null
  })
}
