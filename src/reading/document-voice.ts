/** Whose document it is: the voice with the most signs in title, publisher, headings and sentences. */
import voiceData from '../../lexicon/cues-voices.yaml'
import type { DocumentText } from '../model/index.ts'
import { analyse } from './analysis.ts'
import type { Lexicon } from './lexicon.ts'
import { matchPattern, type Pattern, parsePattern, type Sentence } from './patterns.ts'
import { array, oneOf, record, text } from './shapes.ts'
import { DOCUMENT_VOICES, type DocumentVoice } from './voices.ts'

interface Sign {
  readonly voice: DocumentVoice
  readonly weight: number
  readonly pattern: Pattern
  readonly where: 'title' | 'body' | 'anywhere'
}

// What a sign is worth by where it stands, and how much one sign may add from the body: a long document repeats itself.
const TITLE = 4
const HEADING = 2
const FIRST_LINES = 6
const MOST_PER_SIGN = 8
// Enough sentences to hear who speaks; more would only cost time on a 240-page report.
const SENTENCES_HEARD = 400

// Below this sum nothing certain was heard.
const LEAST = 4

export interface HeardVoice {
  readonly voice: DocumentVoice
  readonly scores: ReadonlyMap<DocumentVoice, number>
}

export function compileVoiceSigns(lexicon: Lexicon): readonly Sign[] {
  return array(record(voiceData, 'cues-voices.yaml').voices, 'voices').flatMap((value) => {
    const entry = record(value, 'a voice')
    const voice = oneOf(DOCUMENT_VOICES, entry.voice, 'voice')
    return array(entry.cues, voice).flatMap((item) => {
      const cue = record(item, voice)
      const weight = typeof cue.weight === 'number' ? cue.weight : 1
      return array(cue.pattern, voice).map((source) => ({
        voice,
        weight,
        where: cue.where === 'title' || cue.where === 'body' ? cue.where : 'anywhere',
        pattern: parsePattern(text(source, voice), lexicon.classes),
      }))
    })
  })
}

/** Hears the document's voice. `sentences` are places in its text, in order. */
export function hearVoice(
  document: DocumentText,
  sentences: readonly { readonly start: number; readonly end: number; readonly isHeading: boolean }[],
  lexicon: Lexicon,
  signs: readonly Sign[],
): HeardVoice {
  const totals = new Map<Sign, number>()
  const hear = (sentence: Sentence, factor: number, isOpening: boolean): void => {
    for (const sign of signs) {
      if (sign.where !== 'anywhere' && (sign.where === 'title') !== isOpening) continue
      if (!matchesAnywhere(sign.pattern, sentence)) continue
      totals.set(sign, Math.min(MOST_PER_SIGN * sign.weight, (totals.get(sign) ?? 0) + sign.weight * factor))
    }
  }
  const none: ReadonlySet<string> = new Set()
  for (const line of [document.title, document.publisher])
    if (line) hear(analyse(line, 0, line.length, lexicon, none).sentence, TITLE, true)
  sentences.slice(0, SENTENCES_HEARD).forEach(({ start, end, isHeading }, index) => {
    const factor = isHeading || index < FIRST_LINES ? HEADING : 1
    hear(analyse(document.text, start, end, lexicon, none).sentence, factor, index < FIRST_LINES)
  })
  const scores = new Map<DocumentVoice, number>()
  for (const [sign, total] of totals) scores.set(sign.voice, (scores.get(sign.voice) ?? 0) + total)
  const [best] = [...scores].sort((a, b) => b[1] - a[1])
  return { voice: best && best[1] >= LEAST ? best[0] : 'unknown', scores }
}

function matchesAnywhere(pattern: Pattern, sentence: Sentence): boolean {
  for (let at = 0; at < sentence.tokens.words.length; at++)
    if (matchPattern(pattern, sentence, at) >= 0) return true
  return false
}
