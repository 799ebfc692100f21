/** Headings above each block, and what the passage under them does: recommends, replies, judges, reports another. */
import type { Block, DocumentText } from '../model/index.ts'
import { readSentence } from './analysis.ts'
import type { HeadingRule, Lexicon } from './lexicon.ts'
import type { Sentence } from './patterns.ts'
import type { SectionRole, Voice } from './voices.ts'

export interface Section {
  /** Index in the document's blocks of its heading; -1 for what stands before the first. */
  readonly headingBlock: number
  /** Headings above, outermost first, its own last. */
  readonly headings: readonly string[]
  readonly start: number
  readonly end: number
  readonly firstBlock: number
  /** Index after its last block. */
  readonly endBlock: number
  readonly role: SectionRole
  /** The recommendation's or reply's number where the heading carries one ("4", "2a"). */
  readonly number: string | null
  /** Whom the passage reports, where it reports someone: "reviewer" or "government". */
  readonly reported: 'reviewer' | 'government' | null
}

// A heading longer than this, or a whole sentence, is text set in bold.
const LONGEST_HEADING = 180
// Ends as a sentence does, a reference in brackets aside.
const SENTENCE_LIKE = /[.;]["”’]?\s*(?:[([][^()[\]]{0,80}[)\]]\s*)?$/u
const OWN = new Set(['our', 'we', 'my', 'us', 'i'])
const PRINTED_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[ivxlc]{1,6}|[a-z])$/u
const RECOMMENDATION_NUMBER = /\brecommendations?\s+(?:no\.?\s*)?(\d{1,3}(?:\.\d{1,3})?\s?[a-z]?(?![a-z]))/iu

// "Recommendation 1: the Department should, for every boat:" leads its list in, however the page sets it.
const OPENS_DUTIES = /\b(?:should|must|shall|will)\b[^.?]*:\s*$/iu

// "The committee recommends that the levy be kept", "That each port keep a list": a recommendation that lost its full stop.
const WHOLE_RECOMMENDATION =
  /^(?:That (?:the|a|an|each|every|all|any|no) |[^:?]*\b(?:recommends?|recommended) that )|^(?!(?:If|Should|Whether)\b)(?![^:?]*\b(?:[Hh]ow|[Ww]hat|[Ww]hy|[Ww]ho|[Ww]hen|[Ww]here|[Ww]hich)\b)[^:?]*\bshould (?:\p{L}+ly )?(?:be )?\p{Ll}{2,}/u
const LEAST_RECOMMENDED = 60

/** True where a heading block is a heading, not a sentence that the page sets like one. */
export function isRealHeading(block: Block, text: string): boolean {
  if (block.kind !== 'heading') return false
  const length = block.end - block.start
  if (length > LONGEST_HEADING) return false
  const words = text.slice(block.start, block.end)
  if (length > 25 && OPENS_DUTIES.test(words)) return false
  if (length > LEAST_RECOMMENDED && block.number === undefined && WHOLE_RECOMMENDATION.test(words))
    return false
  return !(length > 70 && SENTENCE_LIKE.test(words))
}

/** Splits a document at its headings. Sections follow each other without gap and cover every block. */
export function findSections(document: DocumentText, voice: Voice, lexicon: Lexicon): Section[] {
  const sections: Section[] = []
  const stack: { level: number; text: string; section: Draft }[] = []
  let lead: LeadHeading | null = null
  let current: Draft = {
    headingBlock: -1,
    headings: [],
    firstBlock: 0,
    role: 'body',
    number: null,
    reported: null,
  }
  const close = (endBlock: number): void => {
    const start = document.blocks[current.firstBlock]?.start ?? 0
    const end = document.blocks[endBlock - 1]?.end ?? start
    if (endBlock > current.firstBlock) sections.push({ ...current, start, end, endBlock })
  }
  document.blocks.forEach((block, index) => {
    if (!isRealHeading(block, document.text)) return
    close(index)
    const level = block.level ?? 2
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) >= level) stack.pop()
    const heading = document.text.slice(block.start, block.end)
    const parent = stack.at(-1)?.section ?? null
    const isTitle = sections.length === 0 || (level === 1 && sections.length < 3)
    const own = describeHeading(heading, block, voice, lexicon, isTitle)
    lead = leadOf(lead, sections.at(-1) ?? null, own, level, voice, heading)
    const inherited = inherit(own, lead?.section ?? parent, sections.at(-1) ?? null, block)
    current = {
      ...inherited,
      headingBlock: index,
      firstBlock: index,
      headings: [...stack.map((s) => s.text), heading],
    }
    stack.push({ level, text: heading, section: current })
  })
  close(document.blocks.length)
  return sections
}

/** A heading with nothing under it but further headings of its level ("Our pledges", "Fair tolls", "Safer locks"). */
interface LeadHeading {
  readonly section: Section
  readonly level: number
}
const LEADING: ReadonlySet<SectionRole> = new Set(['promises', 'next-steps', 'plans'])
// What stands at the end of pages is no part of such a list.
const NO_PART_OF_LIST =
  /^(?:about|contact|conclusion|background|notes?|more|related|further|sign|find|press|join|get|support|donate|share|why|how)\b/iu

/** The heading that leads the one at hand in, on an outsider's page; null where none does, or its list has ended. */
function leadOf(
  before: LeadHeading | null,
  previous: Section | null,
  own: Described,
  level: number,
  voice: Voice,
  heading: string,
): LeadHeading | null {
  if (voice !== 'outsider' || own.role !== 'body' || NO_PART_OF_LIST.test(heading)) return null
  if (before !== null) return level >= before.level ? before : null
  const isEmpty = previous !== null && previous.endBlock === previous.firstBlock + 1
  return isEmpty && LEADING.has(previous.role) ? { section: previous, level } : null
}

type Draft = Omit<Section, 'start' | 'end' | 'endBlock'>
type Described = Pick<Section, 'role' | 'number' | 'reported'>

/** A heading that says nothing itself takes the role of the one above; numbered points stay with a report. */
function inherit(
  own: Described,
  parent: Described | null,
  previous: Section | null,
  block: Block,
): Described {
  const number = own.number ?? parent?.number ?? null
  if (own.role !== 'body') return { ...own, number }
  const isListed = block.number !== undefined && previous?.role === 'reported'
  const from = isListed ? previous : parent
  if (from === null) return { ...own, number }
  return { role: from.role, number, reported: from.reported }
}

function describeHeading(
  heading: string,
  block: Block,
  voice: Voice,
  lexicon: Lexicon,
  isTitle: boolean,
): Described {
  const sentence = readSentence(heading, 0, heading.length, lexicon, new Set())
  const rule = findHeadingRule(sentence, voice, lexicon)
  const named = RECOMMENDATION_NUMBER.exec(heading)?.[1]?.replaceAll(' ', '') ?? null
  const printed = block.number !== undefined && PRINTED_NUMBER.test(block.number) ? block.number : null
  const number = named ?? (rule?.role === 'recommendation' ? printed : null)
  // A title names the document, not a passage of it.
  if (isTitle && rule?.role !== 'recommendation') return { role: 'body', number, reported: null }
  if (rule) return { role: rule.role, number, reported: null }
  const reported = voice === 'outsider' ? reportedBody(sentence) : null
  return { role: reported ? 'reported' : 'body', number, reported }
}

/** The first rule, in the lexicon's order, that the heading (of a passage or a column) meets in this voice. */
export function findHeadingRule(sentence: Sentence, voice: Voice, lexicon: Lexicon): HeadingRule | undefined {
  const met = new Set<HeadingRule>()
  lexicon.headingIndex.find(sentence, (rule) => {
    if (!rule.except.has(voice)) met.add(rule)
  })
  return met.size === 0 ? undefined : lexicon.headings.find((rule) => met.has(rule))
}

/** "The Independent Review … - the final report": whom the passage under it reports. Null where the writer is in it too. */
function reportedBody(sentence: Sentence): Section['reported'] {
  const { words } = sentence.tokens
  if (
    words[0] === 'about' ||
    words[0]?.endsWith('ing') ||
    words.some((word) => OWN.has(word) || word === '?')
  )
    return null
  for (const span of sentence.actors.values()) {
    if (span.class === 'reviewer') return 'reviewer'
    if (span.class === 'government') return 'government'
  }
  if (
    words.includes('commissioner') ||
    words.includes('review') ||
    words.includes('inquiry') ||
    words.includes('report')
  )
    return 'reviewer'
  return null
}
