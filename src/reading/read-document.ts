/** From a document's text to its survey: voice, sections, sentences, statements. */
import type { Block, DocumentText, Statement } from '../model/index.ts'
import { type Analysis, analyse } from './analysis.ts'
import { type BlockSentence, splitBlocks } from './block-sentences.ts'
import { confidenceOf } from './confidence.ts'
import { compileVoiceSigns, hearVoice } from './document-voice.ts'
import { type Evidence, evidenceFor, gatherEvidence, type Weighing, weigh } from './evidence.ts'
import { readFields } from './fields.ts'
import { DEFAULT_GROUPS, type GroupVocabulary } from './groups/index.ts'
import { compileLexicon } from './lexicon.ts'
import { pageFinder } from './pages.ts'
import { type BlockSigns, type Passage, signsOf, trackPassages } from './passages.ts'
import { leadInEvidence, placeEvidence, reportedPoint } from './priors.ts'
import { findSections, type Section } from './sections.ts'
import { findSelfNames } from './self-names.ts'
import { newestActors, type Recent, speakerOf } from './speaker.ts'
import { statementId } from './statement-id.ts'
import { strengthOf } from './strength.ts'
import type { Survey, SurveyedSentence } from './survey.ts'
import { voiceOf } from './voices.ts'

// Compiled when the program loads and never changed after.
const LEXICON = compileLexicon()
const VOICE_SIGNS = compileVoiceSigns(LEXICON)
const NOBODY: Recent = { body: null, government: null }

export interface ReadingOptions {
  /** The groups to look for; those of the default vocabulary where none are given. */
  readonly groups?: GroupVocabulary
}

/** One sentence on its way to being a statement. */
interface Read {
  readonly sentence: BlockSentence
  readonly analysis: Analysis
  readonly block: Block
  readonly section: Section
  readonly passage: Passage
  readonly weighing: Weighing
  readonly speaker: string | null
}

/** Reads a document whole. Pure: the same document gives the same survey. */
export function surveyDocument(document: DocumentText, options: ReadingOptions = {}): Survey {
  const sentences = splitBlocks(document)
  const { voice } = hearVoice(document, sentences, LEXICON, VOICE_SIGNS)
  const self = findSelfNames(document, voice)
  const sections = findSections(document, voiceOf(voice), LEXICON)
  const analyses = sentences.map(({ start, end }) => analyse(document.text, start, end, LEXICON, self.names))
  const signs = signsByBlock(sentences, analyses)
  const tracker = trackPassages(document, voiceOf(voice), sections, signs, LEXICON)
  const isOnReport = voiceOf(voice) === 'outsider' && tellsOfReport(analyses)
  const pageOf = pageFinder(document.pages)
  const surveyed: SurveyedSentence[] = []
  const statements: Statement[] = []
  const leads = new Map<number, Evidence | null>()
  let sectionAt = 0
  let passage: Passage = { voice: voiceOf(voice), role: 'body', number: null, reported: null }
  let blockAt = -1
  let recent: Recent = NOBODY
  sentences.forEach((sentence, index) => {
    const block = document.blocks[sentence.block]
    while (sectionAt + 1 < sections.length && sentence.block >= (sections[sectionAt]?.endBlock ?? 0))
      sectionAt++
    const section = sections[sectionAt]
    const analysis = analyses[index]
    if (!block || !section || !analysis) return
    if (sentence.block !== blockAt) passage = tracker.enter(section, block, sentence.block)
    blockAt = sentence.block
    const here = sentence.column >= 0 ? tracker.column(passage, block, sentence.column) : passage
    if (sentence.isHeading) recent = NOBODY
    const lead = block.leadIn === undefined ? null : (leads.get(block.leadIn) ?? null)
    const isPoint =
      isOnReport &&
      (here.role === 'body' || here.role === 'reported') &&
      isNumberedOpening(document, section, sentence)
    const given = isPoint ? reportedPoint(analysis) : lead
    const weighing = judge(analysis, here, block, sentence.isHeading, given)
    const words = document.text.slice(sentence.start, sentence.end)
    const strength =
      weighing.kind === 'commitment' ? strengthOf(analysis, weighing.support, words, LEXICON) : null
    leads.set(sentence.block, leadInEvidence(weighing.kind, strength, words))
    const speaker = speakerOf(weighing.kind, weighing.support, here, recent, {
      documentVoice: voice,
      selfName: self.best,
      names: LEXICON.names,
    })
    recent = newestActors(analysis, recent)
    const { start, end, isHeading } = sentence
    surveyed.push({
      start,
      end,
      block: sentence.block,
      section: sectionAt,
      isHeading,
      voice: here.voice,
      role: here.role,
    })
    const read = { sentence, analysis, block, section, passage: here, weighing, speaker }
    statements.push(toStatement(document, read, pageOf(start), options))
  })
  return { voice, selfName: self.best, sections, sentences: surveyed, statements }
}

// So many sentences that name a review, inquiry or report make a page one about it.
const NAMES_A_REVIEWER = 3

function tellsOfReport(analyses: readonly Analysis[]): boolean {
  const naming = analyses.filter((one) =>
    [...one.sentence.actors.values()].some((span) => span.class === 'reviewer'),
  )
  return naming.length >= NAMES_A_REVIEWER
}

function isNumberedOpening(document: DocumentText, section: Section, sentence: BlockSentence): boolean {
  const heading = document.blocks[section.headingBlock]
  if (!heading || sentence.block !== section.headingBlock + 1) return false
  const isFirst = document.blocks[sentence.block]?.start === sentence.start
  return isFirst && (heading.number !== undefined || /^\d/u.test(section.headings.at(-1) ?? ''))
}

function signsByBlock(
  sentences: readonly BlockSentence[],
  analyses: readonly Analysis[],
): Map<number, BlockSigns> {
  const byBlock = new Map<number, Analysis[]>()
  sentences.forEach((sentence, index) => {
    const analysis = analyses[index]
    const list = byBlock.get(sentence.block)
    if (!analysis) return
    if (list) list.push(analysis)
    else byBlock.set(sentence.block, [analysis])
  })
  const signs = new Map<number, BlockSigns>()
  for (const [block, list] of byBlock) {
    const found = signsOf(list)
    if (found) signs.set(block, found)
  }
  return signs
}

function judge(
  analysis: Analysis,
  passage: Passage,
  block: Block,
  isHeading: boolean,
  lead: Evidence | null,
): Weighing {
  if (isHeading) return weigh([evidenceFor('other', 5, 'a heading'), ...headedDecision(analysis, passage)])
  const place = { voice: passage.voice, section: passage.role }
  const evidence = [
    ...gatherEvidence(analysis, place, LEXICON),
    ...placeEvidence(analysis, place, block, LEXICON),
  ]
  if (lead) evidence.push(lead)
  return weigh(evidence)
}

/** "Recommendation accepted" set as a heading is the decision itself. */
function headedDecision(analysis: Analysis, passage: Passage): Evidence[] {
  if (passage.role !== 'response') return []
  const place = { voice: passage.voice, section: passage.role }
  return gatherEvidence(analysis, place, LEXICON).filter((item) => item.kind === 'decision')
}

function toStatement(
  document: DocumentText,
  read: Read,
  page: number | null,
  options: ReadingOptions,
): Statement {
  const { weighing, analysis } = read
  const { start, end } = read.sentence
  const { kind, support } = weighing
  const text = document.text.slice(start, end)
  return {
    id: statementId(document.sha256, start, end),
    kind,
    text,
    start,
    end,
    page,
    headings: read.section.headings,
    number: read.passage.number,
    speaker: read.speaker,
    strength: kind === 'commitment' ? strengthOf(analysis, support, text, LEXICON) : null,
    decision: kind === 'decision' ? (support.find((item) => item.decision)?.decision ?? null) : null,
    ...readFields(text, start, kind, document.date, options.groups ?? DEFAULT_GROUPS),
    confidence: confidenceOf(weighing.margin),
    because: [...support.map((item) => item.because), `voice: ${read.passage.voice}`],
  }
}
