/** From a document's text to its survey: voice, sections, sentences, statements. */
import built from '../../lexicon?built'
import type { DocumentText, Statement } from '../model/index.ts'
import type { ActorSpan } from './actors.ts'
import { type Analysis, analyseTokens } from './analysis.ts'
import { findBareNames, withShortNames } from './bare-names.ts'
import { type BlockSentence, splitBlocks } from './block-sentences.ts'
import { type BlockSigns, signsOf } from './block-signs.ts'
import { compileVoiceSigns, hearVoice } from './document-voice.ts'
import type { Evidence, Place } from './evidence.ts'
import { findGovernment } from './governments.ts'
import { DEFAULT_GROUPS, type GroupVocabulary } from './groups/index.ts'
import { createHints } from './hints.ts'
import { togetherWith } from './joint-speakers.ts'
import { type Judged, judgeSentence } from './judge.ts'
import { inherited, leadInEvidence, withoutBareLead } from './lead-ins.ts'
import { compileLexicon } from './lexicon.ts'
import { asksThroughout, demandsOwn, opensOnPlan, tellsOfPlan } from './listed-measures.ts'
import { pageFinder } from './pages.ts'
import { type Passage, trackPassages } from './passages.ts'
import { findPledgingParty } from './pledging-party.ts'
import { reportedPoint } from './priors.ts'
import { findQuotedSpeaker, otherBody } from './quoted-speakers.ts'
import { findReviewer } from './reviewer-names.ts'
import {
  type Adviser,
  type Beside,
  createAdviser,
  type Heard,
  unpackWeights,
} from './second-opinion/index.ts'
import { findSections, type Section } from './sections.ts'
import { findSelfNames, manifestoOf } from './self-names.ts'
import { withNamesOf } from './short-names.ts'
import { findSigner } from './signatures.ts'
import { newestActors, type Recent, speakerOf } from './speaker.ts'
import { type Speech, trackSpeech } from './speech.ts'
import { createStatementIds } from './statement-id.ts'
import { toStatement } from './statements.ts'
import { strengthOf } from './strength.ts'
import type { Survey, SurveyedSentence } from './survey.ts'
import { hearTicked } from './ticks.ts'
import { tokenize } from './tokens.ts'
import { voiceOf } from './voices.ts'
import { createWordBook } from './word-book.ts'

// Compiled when the program loads and never changed after.
const LEXICON = compileLexicon(built)
const VOICE_SIGNS = compileVoiceSigns(LEXICON, built.voices)
const WEIGHTS = unpackWeights(built.weights)
const NOBODY: Recent = { body: null, government: null }

export interface ReadingOptions {
  /** The groups to look for; those of the default vocabulary where none are given. */
  readonly groups?: GroupVocabulary
  /** Heard on the kind of every statement; the fitted one where none is given. */
  readonly adviser?: Adviser
}

/** Reads a document whole. Pure: the same document gives the same survey. */
export function surveyDocument(printed: DocumentText, options: ReadingOptions = {}): Survey {
  const document = hearTicked(printed)
  const groups = options.groups ?? DEFAULT_GROUPS
  const book = createWordBook(createHints(groups))
  const adviser = options.adviser ?? createAdviser(WEIGHTS)
  const sentences = splitBlocks(document)
  const tokens = sentences.map(({ start, end }) => tokenize(document.text, start, end, book))
  const { voice } = hearVoice(document, sentences, tokens, LEXICON, VOICE_SIGNS)
  const self = findSelfNames(document, voice)
  const signer = voiceOf(voice) === 'government' ? findSigner(document, LEXICON.names) : null
  const government = findGovernment(document)
  const reviewer = findReviewer(document)
  const party =
    voiceOf(voice) === 'outsider' ? (manifestoOf(document.title ?? '') ?? findPledgingParty(document)) : null
  const bareNames = findBareNames(document)
  const sections = findSections(document, voiceOf(voice), LEXICON)
  const analyses = tokens.map((own) => analyseTokens(own, LEXICON, self.names))
  const leadIns = new Set(document.blocks.map((block) => block.leadIn))
  const signs = signsByBlock(sentences, analyses)
  const speech = voiceOf(voice) === 'outsider' ? trackSpeech() : null
  const tracker = trackPassages(document, voiceOf(voice), sections, signs, LEXICON)
  const isOnReport = voiceOf(voice) === 'outsider' && tellsOfReport(analyses)
  const opensOnAPlan = voiceOf(voice) === 'outsider' && opensOnPlan(document.text, sentences)
  const isAsking = voiceOf(voice) === 'outsider' && asksThroughout(document.title, document.text)
  const pageOf = pageFinder(document.pages)
  const idOf = createStatementIds(document.sha256)
  const surveyed: SurveyedSentence[] = []
  const statements: Statement[] = []
  let speakers = {
    documentVoice: voice,
    selfName: self.best,
    signer,
    government,
    reviewer,
    party,
    bareNames,
    names: withNamesOf(document.text, LEXICON.names),
    shortNames: withShortNames(LEXICON.shortNames, document.text, [self.best, signer]),
  }
  // A sentence waits for the next to be heard.
  let waiting: Told | null = null
  let before: Beside = 'nothing'
  const settle = (told: Told, after: Beside): void => {
    const { judged, heard, passage, headings, recent: last, selfName, quoted: by } = told
    const part = withoutBareLead(
      heard ? adviser.advise(heard, before, after) : judged,
      passage.voice,
      document.text,
    )
    if (selfName !== speakers.selfName) speakers = { ...speakers, selfName }
    const { kind, support } = part.weighing
    const said = { kind, support, quoted: by, ...openingOf(part.analysis) }
    const speaker = speakerOf(said, passage, last, speakers)
    const place = { passage, headings, page: pageOf(part.start), speaker, idOf }
    statements.push(toStatement(printed, part, place, LEXICON, groups))
    before = besideOf(told)
  }
  const leads = new Map<number, Evidence | null>()
  let sectionAt = 0
  let passage: Passage = { voice: voiceOf(voice), role: 'body', number: null, reported: null, speech: null }
  let isOnPlan = false
  let mayTellOfPlan = false
  let planAt: Section | null = null
  let blockAt = -1
  let recent: Recent = NOBODY
  let quoted: string | null = null
  sentences.forEach((sentence, index) => {
    const block = document.blocks[sentence.block]
    while (sectionAt + 1 < sections.length && sentence.block >= (sections[sectionAt]?.endBlock ?? 0))
      sectionAt++
    const section = sections[sectionAt]
    const analysis = analyses[index]
    if (!block || !section || !analysis) return
    if (section !== planAt) {
      planAt = section
      isOnPlan = voiceOf(voice) === 'outsider' && tellsOfPlan(document.title, section.headings)
      mayTellOfPlan = opensOnAPlan && !demandsOwn(section.headings)
    }
    if (sentence.block !== blockAt) {
      passage = tracker.enter(section, block, sentence.block)
      const words = document.text.slice(block.start, block.end)
      quoted = passage.voice === 'reviewer' ? null : (findQuotedSpeaker(words) ?? goesOn(words, quoted))
      speech?.enter(words)
    }
    blockAt = sentence.block
    const placed = sentence.column >= 0 ? tracker.column(passage, block, sentence.column) : passage
    const here = spokenIn(placed, speech?.hear(analysis.sentence.tokens) ?? null)
    if (sentence.isHeading) recent = NOBODY
    // A lead-in says nothing across a heading.
    const isLed = block.leadIn !== undefined && block.leadIn >= section.headingBlock
    const lead = isLed ? (leads.get(block.leadIn ?? -1) ?? null) : null
    const isPoint =
      isOnReport &&
      (here.role === 'body' || here.role === 'reported') &&
      isNumberedOpening(document, section, sentence)
    const isFirst = sentence.start === block.start
    const given = isPoint ? reportedPoint(analysis) : inherited(lead, analysis, isFirst)
    const parts = judgeSentence(
      analysis,
      { start: sentence.start, end: sentence.end },
      {
        text: document.text,
        passage: here,
        isOnPlan: isOnPlan || (mayTellOfPlan && (lead === null || lead.kind === 'commitment')),
        isAsking,
        block,
        isHeading: sentence.isHeading,
        isTitle: sentence.isHeading && index === 0,
        given,
        lexicon: LEXICON,
        selfNames: self.names,
      },
    )
    const standing = {
      documentVoice: voice,
      passage: here,
      block,
      lead: lead?.kind ?? null,
      isLed,
      isFirst,
      isLast: sentence.end >= block.end,
      isUnderHeading: section.headings.length > 0,
      index,
      count: sentences.length,
    }
    const selfName = (passage.voice === 'outsider' ? quoted : null) ?? self.best
    const guest = voiceOf(voice) === 'government' ? otherBody(self.names, quoted) : null
    const { headings } = section
    for (const judged of parts) {
      const heard = sentence.isHeading ? null : adviser.hear(judged, standing)
      const told = { judged, heard, passage: here, headings, recent, selfName, quoted: guest }
      if (waiting !== null) settle(waiting, besideOf(told))
      waiting = told
      if (!leadIns.has(sentence.block)) continue
      const alone = heard ? adviser.advise(heard, null, null) : judged
      const earlier = textBefore(document.text, sentences, index)
      const where = { voice: here.voice, section: here.role, speech: here.speech, isOnPlan, isAsking }
      leads.set(sentence.block, leadOf(alone, document.text, where, earlier))
    }
    recent = newestActors(analysis, recent)
    const { start, end, isHeading } = sentence
    const { voice: spoken, role } = here
    surveyed.push({ start, end, block: sentence.block, section: sectionAt, isHeading, voice: spoken, role })
  })
  if (waiting !== null) settle(waiting, 'nothing')
  return { voice, selfName: self.best, sections, sentences: surveyed, statements }
}

/** A statement as judged, before what stands beside it is known; null for headings, which are not asked about. */
interface Told {
  readonly judged: Judged
  readonly heard: Heard | null
  readonly passage: Passage
  readonly headings: readonly string[]
  readonly recent: Recent
  readonly selfName: string | null
  readonly quoted: string | null
}

/** Who opens the sentence, and whether it is someone named before. */
function openingOf({ sentence }: Analysis) {
  const { actors, opening, tokens } = sentence
  const word = tokens.words[opening]
  return {
    opener: actors.get(opening) ?? null,
    pointsBack: word === 'it' || word === 'they',
    together: (actor: ActorSpan) => togetherWith(actor, sentence),
  }
}

const besideOf = (told: Told): Beside => told.heard?.chances ?? 'heading'

/** What a lead-in says of its items. */
function leadOf(
  { start, end, analysis, weighing }: Judged,
  text: string,
  where: Place,
  before: string,
): Evidence | null {
  const { kind, support } = weighing
  const words = text.slice(start, end)
  const strength = kind === 'commitment' ? strengthOf(analysis, support, words, LEXICON) : null
  const decision = kind === 'decision' ? (support.find((item) => item.decision)?.decision ?? null) : null
  const given = leadInEvidence(kind, strength, words, where, decision, before)
  if (given?.kind !== 'commitment' || kind !== 'commitment') return given
  // "The Harbour Trust will:" promises each item.
  const who = support.find(({ actor, frame }) => actor !== null && frame?.isPassive !== true)
  return who ? { ...given, actor: who.actor } : given
}

/** The sentence before one in the same paragraph; "" where there is none. */
function textBefore(
  text: string,
  sentences: readonly { readonly block: number; readonly start: number; readonly end: number }[],
  index: number,
): string {
  const [before, here] = [sentences[index - 1], sentences[index]]
  return before !== undefined && before.block === here?.block ? text.slice(before.start, before.end) : ''
}

/** A paragraph that opens in quotation marks and names nobody goes on with the speaker of the one before. */
function goesOn(paragraph: string, speaker: string | null): string | null {
  return /^[“"‘]/u.test(paragraph) ? speaker : null
}

/** What a minister says on an outsider's page is a government's; what others say there stays an outsider's. */
function spokenIn(passage: Passage, speech: Speech | null): Passage {
  if (speech === null || passage.voice !== 'outsider') return passage
  return { ...passage, speech, voice: speech === 'government' ? 'government' : passage.voice }
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
