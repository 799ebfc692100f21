/** From a document's text to its survey: voice, sections, sentences, statements. */
import type { DocumentText, Statement } from '../model/index.ts'
import { type Analysis, analyse } from './analysis.ts'
import { type BlockSentence, splitBlocks } from './block-sentences.ts'
import { confidenceOf } from './confidence.ts'
import { compileVoiceSigns, hearVoice } from './document-voice.ts'
import { type Evidence, evidenceFor, gatherEvidence, type Weighing, weigh } from './evidence.ts'
import { readFields } from './fields.ts'
import { DEFAULT_GROUPS, type GroupVocabulary } from './groups/index.ts'
import { compileLexicon } from './lexicon.ts'
import { pageFinder } from './pages.ts'
import { type Passage, trackPassages } from './passages.ts'
import { leadInEvidence, placeEvidence } from './priors.ts'
import { findSections, type Section } from './sections.ts'
import { findSelfNames } from './self-names.ts'
import { type Recent, speakerOf } from './speaker.ts'
import { statementId } from './statement-id.ts'
import { strengthOf } from './strength.ts'
import type { Survey, SurveyedSentence } from './survey.ts'
import { voiceOf } from './voices.ts'

// Compiled when the program loads and never changed after.
const LEXICON = compileLexicon()
const VOICE_SIGNS = compileVoiceSigns(LEXICON)

export interface ReadingOptions {
  /** The groups to look for; those of the default vocabulary where none are given. */
  readonly groups?: GroupVocabulary
}

/** Reads a document whole. Pure: the same document gives the same survey. */
export function surveyDocument(document: DocumentText, options: ReadingOptions = {}): Survey {
  const sentences = splitBlocks(document)
  const { voice } = hearVoice(document, sentences, LEXICON, VOICE_SIGNS)
  const self = findSelfNames(document)
  const sections = findSections(document, voiceOf(voice), LEXICON)
  const pageOf = pageFinder(document.pages)
  const tracker = trackPassages(document, voiceOf(voice), LEXICON)
  const surveyed: SurveyedSentence[] = []
  const statements: Statement[] = []
  const leads = new Map<number, { weighing: Weighing; quote: string; evidence: Evidence | null }>()
  let sectionAt = 0
  let passage: Passage = { voice: voiceOf(voice), role: 'body', number: null, reported: null }
  let blockAt = -1
  let recent: Recent = { actor: null }
  for (const sentence of sentences) {
    const block = document.blocks[sentence.block]
    if (!block) continue
    while (sectionAt + 1 < sections.length && sentence.block >= (sections[sectionAt]?.endBlock ?? 0))
      sectionAt++
    const section = sections[sectionAt]
    if (!section) continue
    const analysis = analyse(document.text, sentence.start, sentence.end, LEXICON, self.names)
    if (sentence.block !== blockAt) {
      passage = tracker.enter(section, block, sentence.block, analysis)
      blockAt = sentence.block
    }
    const here = sentence.column >= 0 ? tracker.column(passage, block, sentence.column) : passage
    if (sentence.isHeading) recent = { actor: null }
    const lead = block.leadIn === undefined ? undefined : leads.get(block.leadIn)
    const place = { voice: here.voice, section: here.role }
    const evidence = sentence.isHeading
      ? [evidenceFor('other', 5, 'a heading')]
      : [...gatherEvidence(analysis, place, LEXICON), ...placeEvidence(analysis, place, block, LEXICON)]
    if (lead?.evidence && !sentence.isHeading) evidence.push(lead.evidence)
    const weighing = weigh(evidence)
    const quote = document.text.slice(sentence.start, sentence.end).slice(-60)
    leads.set(sentence.block, { weighing, quote, evidence: leadInEvidence(weighing.kind, quote) })
    surveyed.push({
      start: sentence.start,
      end: sentence.end,
      block: sentence.block,
      section: sectionAt,
      isHeading: sentence.isHeading,
      voice: here.voice,
      role: here.role,
    })
    const decided =
      weighing.kind === 'decision' ? (weighing.support.find((item) => item.decision)?.decision ?? null) : null
    statements.push({
      id: statementId(document.sha256, sentence.start, sentence.end),
      kind: weighing.kind,
      text: document.text.slice(sentence.start, sentence.end),
      start: sentence.start,
      end: sentence.end,
      page: pageOf(sentence.start),
      headings: section.headings,
      number: here.number,
      speaker: speakerOf(weighing.kind, weighing.support, here, recent, {
        documentVoice: voice,
        selfName: self.best,
      }),
      strength: weighing.kind === 'commitment' ? strengthOf(analysis, weighing.support, LEXICON) : null,
      decision: decided,
      ...readFields(
        document.text.slice(sentence.start, sentence.end),
        sentence.start,
        weighing.kind,
        document.date,
        options.groups ?? DEFAULT_GROUPS,
      ),
      confidence: confidenceOf(weighing.margin),
      because: [...weighing.support.map((item) => item.because), `voice: ${here.voice}`],
    })
    recent = newestActor(analysis, recent)
  }
  return { voice, selfName: self.best, sections, sentences: surveyed, statements }
}

/** The body that a following "they" or "it" most likely means: the first named in this sentence, else the one before. */
function newestActor(analysis: Analysis, before: Recent): Recent {
  for (const span of analysis.sentence.actors.values())
    if (span.class === 'government' || span.class === 'body') return { actor: span }
  return before
}

export type { BlockSentence, Section }
