/** Walks the blocks of a document and says, for each, who speaks and what the passage does. */
import type { Block, DocumentText } from '../model/index.ts'
import { type Analysis, analyse } from './analysis.ts'
import type { Lexicon } from './lexicon.ts'
import { matchPattern } from './patterns.ts'
import type { Section } from './sections.ts'
import type { SectionRole, Voice } from './voices.ts'

export interface Passage {
  readonly voice: Voice
  readonly role: SectionRole
  readonly number: string | null
  /** Whom the passage reports; see Section. */
  readonly reported: Section['reported']
}

const DUTY = new Set(['should', 'must', 'need'])
const SELF_LABELLED = /^(?:the )?(?:(?:uk )?government(?:['’]s)? )?(?:response|reply)\b/iu
const RECOMMENDATION_LABEL = /^recommendations?\s+(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})?[a-z]?)\b/iu

/** Follows one document. Call `enter` for each block in order, with the first sentence's analysis. */
export interface PassageTracker {
  readonly enter: (section: Section, block: Block, index: number, first: Analysis) => Passage
  readonly column: (passage: Passage, block: Block, column: number) => Passage
}

export function trackPassages(document: DocumentText, voice: Voice, lexicon: Lexicon): PassageTracker {
  let section: Section | null = null
  let isReply = false
  let wasEmphasised = false
  let blocksSeen = 0
  let number: string | null = null
  let columns: readonly (SectionRole | null)[] = []

  const enter: PassageTracker['enter'] = (next, block, _index, first) => {
    if (next !== section) {
      section = next
      isReply = false
      wasEmphasised = false
      blocksSeen = 0
      number = next.number
    }
    if (block.isHeaderRow) columns = columnRoles(document, block, voice, lexicon)
    else if (block.kind !== 'table-row') columns = []
    const text = document.text.slice(block.start, Math.min(block.end, block.start + 60))
    const label = RECOMMENDATION_LABEL.exec(text)?.[1]
    if (label && block.kind !== 'heading') {
      number = label
      isReply = false
      wasEmphasised = false
      blocksSeen = 0
    }
    if (voice !== 'government') return plain(next, number)
    const isRecommended = next.role === 'recommendation' || (label !== undefined && next.role !== 'contents')
    if (!isRecommended && !(number !== null && number !== next.number)) return plain(next, number)
    if (block.kind === 'heading') return plain(next, number)
    isReply ||= beginsReply(block, text, first, blocksSeen, wasEmphasised)
    wasEmphasised ||= isSetApart(block)
    blocksSeen++
    return isReply
      ? { voice, role: 'response', number, reported: null }
      : { voice: 'reviewer', role: 'recommendation', number, reported: null }
  }

  const plain = (from: Section, own: string | null): Passage => {
    const isReported = from.role === 'reported' && from.reported === 'reviewer' && voice === 'outsider'
    return { voice: isReported ? 'reviewer' : voice, role: from.role, number: own, reported: from.reported }
  }

  const column: PassageTracker['column'] = (passage, block, at) => {
    const role = block.isHeaderRow ? 'contents' : (columns[at] ?? null)
    if (role === null) return passage
    if (role === 'recommendation')
      return { ...passage, role, voice: voice === 'government' ? 'reviewer' : voice }
    return { ...passage, role, voice }
  }
  return { enter, column }
}

function isSetApart(block: Block): boolean {
  return block.isEmphasised === true || block.box !== undefined || block.kind === 'quote'
}

/** True at the block where a reply to the recommendation above begins. */
function beginsReply(
  block: Block,
  text: string,
  first: Analysis,
  seen: number,
  wasSetApart: boolean,
): boolean {
  if (SELF_LABELLED.test(text)) return true
  if (isSetApart(block)) return false
  if (wasSetApart) return true
  const hasDuty = first.frames.some((frame) => DUTY.has(frame.modal))
  if (seen === 0)
    return !hasDuty && opensWithBody(first) && !first.matches.some((m) => m.cue.kind === 'recommendation')
  return block.kind !== 'list-item' && !hasDuty && opensWithBody(first)
}

function opensWithBody(analysis: Analysis): boolean {
  const { actors, opening } = analysis.sentence
  const span = actors.get(opening) ?? actors.get(0)
  return (
    span !== undefined && (span.class === 'government' || span.class === 'self' || span.class === 'named')
  )
}

/** What each column of a table holds, by its heading. */
function columnRoles(
  document: DocumentText,
  block: Block,
  voice: Voice,
  lexicon: Lexicon,
): readonly (SectionRole | null)[] {
  return (block.cells ?? []).map((cell) => {
    const { sentence } = analyse(
      document.text,
      cell.start,
      Math.min(cell.end, cell.start + 200),
      lexicon,
      new Set(),
    )
    const rule = lexicon.headings.find(
      ({ patterns, except }) =>
        !except.has(voice) &&
        patterns.some((pattern) =>
          sentence.tokens.words.some((_w, at) => matchPattern(pattern, sentence, at) >= 0),
        ),
    )
    return rule?.role ?? null
  })
}
