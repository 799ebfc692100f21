/** Whose document it is: the voice with the most signs in title, publisher, headings and sentences. */
import voiceData from '../../lexicon/cues-voices.yaml'
import type { DocumentText } from '../model/index.ts'
import { readSentence, sentenceOf } from './analysis.ts'
import type { Lexicon } from './lexicon.ts'
import type { Beginnings } from './pattern-beginnings.ts'
import { indexPatterns, type PatternIndex } from './pattern-index.ts'
import type { Pattern, Sentence } from './patterns.ts'
import { array, oneOf, record, text } from './shapes.ts'
import type { Tokens } from './tokens.ts'
import { DOCUMENT_VOICES, type DocumentVoice, type Voice, voiceOf } from './voices.ts'

const WHERE = ['publisher', 'name', 'title', 'body', 'anywhere'] as const
type Where = (typeof WHERE)[number]

interface Sign {
  readonly voice: DocumentVoice
  readonly weight: number
  readonly pattern: Pattern
  readonly where: Where
  /** The voice that these words rule out ("we are dismayed" is never a government's own). */
  readonly against: DocumentVoice | null
}

// What a sign is worth by where it stands, and how much one sign may add from the body: a long document repeats itself.
const TITLE = 4
const HEADING = 2
const FIRST_LINES = 6
// A first line with more tokens is prose: what it names is what it tells of, not what the page is.
const LONGEST_TITLE = 30
const LONGEST_ENDED_TITLE = 12
const FIRST_PROSE = 0.5
const MOST_PER_SIGN = 5
// Enough sentences to hear who speaks; more would only cost time on a 240-page report.
const SENTENCES_HEARD = 400

const AGAINST = 3

// Below this sum nothing certain was heard.
const LEAST = 4

// The title of what answers a report, or tells of it.
const ANSWERING =
  /\b(?:responses?|respond(?:s|ing)?|repl(?:y|ies)|reacts?|reaction|update|statement|welcomes?|explained)\b/iu

// The same in a line above the title, which then is what it answers.
const ANSWER_ABOVE = /\b(?:response|reply)\s+to(?:\s+the)?:?\s*$/iu

// The title of what tells others of a government's paper: not that government's own, whatever else it names.
const TELLING =
  /^(?:summary|legal summary|analysis|explained?|explainer|briefing|reactions?|what|why|how)\b|\b(?:disappoint\w*|criticis\w+|slams?|blasts?|reacts?|reaction|attacks?|condemns?|urges?|warns?|fears?|welcomes?|rejects?|accus\w+|demands?|hits? out|calls? (?:for|on)|'disappointed'|falls? short|backs?|hails?|dismay\w*|, says|what (?:does|do|is in)|fails?|failing)\b/iu

const TOLD_OF: ReadonlySet<Voice> = new Set(['government', 'guidance'])

export interface HeardVoice {
  readonly voice: DocumentVoice
  readonly scores: ReadonlyMap<DocumentVoice, number>
}

/** The signs of voices, with where their patterns can begin as the build worked it out, where it did. */
export function compileVoiceSigns(lexicon: Lexicon, beginnings?: Beginnings): PatternIndex<Sign> {
  return indexPatterns(readVoiceSigns(lexicon), beginnings)
}

/** Every sign as the lexicon lists it. */
export function readVoiceSigns(lexicon: Lexicon): { value: Sign; pattern: Pattern }[] {
  const signs = array(record(voiceData, 'cues-voices.yaml').voices, 'voices').flatMap((value) => {
    const entry = record(value, 'a voice')
    const voice = oneOf(DOCUMENT_VOICES, entry.voice, 'voice')
    return array(entry.cues, voice).flatMap((item) => {
      const cue = record(item, voice)
      const weight = typeof cue.weight === 'number' ? cue.weight : 1
      return array(cue.pattern, voice).map((source) => ({
        voice,
        weight,
        where: WHERE.find((place) => place === cue.where) ?? 'anywhere',
        against: DOCUMENT_VOICES.find((name) => name === cue.against) ?? null,
        pattern: lexicon.parsePattern(text(source, voice)),
      }))
    })
  })
  return signs.map((sign) => ({ value: sign, pattern: sign.pattern }))
}

/** Hears the document's voice. `sentences` are its sentences in order, each with its tokens; the first few hundred are
 * listened to. */
export function hearVoice(
  document: DocumentText,
  sentences: readonly { readonly isHeading: boolean }[],
  tokens: readonly Tokens[],
  lexicon: Lexicon,
  signs: PatternIndex<Sign>,
): HeardVoice {
  const totals = new Map<Sign, number>()
  const isAnswer =
    ANSWERING.test(document.title ?? '') ||
    ANSWER_ABOVE.test(document.text.slice(0, document.text.indexOf(document.title ?? '')))
  const isTelling = TELLING.test(document.title ?? '')
  const hear = (sentence: Sentence, factor: number, place: Where, isProse: boolean): void => {
    const seen = new Set<Sign>()
    signs.find(sentence, (sign) => {
      if (seen.has(sign) || !(sign.where === 'body' ? isProse : isHeardAt(sign.where, place))) return
      if (isAnswer && sign.voice === 'review' && place !== 'body') return
      if (isTelling && TOLD_OF.has(voiceOf(sign.voice)) && place !== 'body') return
      seen.add(sign)
      const { words } = sentence.tokens
      const longest = words.at(-1) === '.' ? LONGEST_ENDED_TITLE : LONGEST_TITLE
      const isNamedInProse = sign.where === 'title' && isProse && words.length > longest
      const gain = sign.weight * (sign.where === 'body' ? 1 : isNamedInProse ? FIRST_PROSE : factor)
      totals.set(sign, Math.min(MOST_PER_SIGN * sign.weight, (totals.get(sign) ?? 0) + gain))
    })
  }
  const none: ReadonlySet<string> = new Set()
  const hearName = (line: string | null, place: Where): void => {
    if (line) hear(readSentence(line, 0, line.length, lexicon, none), TITLE, place, false)
  }
  hearName(document.title, 'name')
  hearName(document.publisher, 'publisher')
  tokens.slice(0, SENTENCES_HEARD).forEach((own, index) => {
    const isFirst = index < FIRST_LINES
    const isHeading = sentences[index]?.isHeading ?? false
    const sentence = sentenceOf(own, lexicon, none)
    hear(sentence, isHeading || isFirst ? HEADING : 1, isFirst ? 'title' : 'body', !isHeading)
  })
  const scores = new Map<DocumentVoice, number>()
  const add = (name: DocumentVoice, by: number): void => {
    scores.set(name, (scores.get(name) ?? 0) + by)
  }
  for (const [sign, total] of totals) {
    add(sign.voice, total)
    if (sign.against) add(sign.against, -AGAINST * total)
  }
  return { voice: choose(scores), scores }
}

function isHeardAt(where: Where, place: Where): boolean {
  if (where === 'anywhere' || where === place) return true
  if (place === 'publisher') return where === 'name' || where === 'title'
  return where === 'title' && place === 'name'
}

/** First the kind of voice with the highest sum (charities, associations and news are one kind), then the voice. */
function choose(scores: ReadonlyMap<DocumentVoice, number>): DocumentVoice {
  const kinds = new Map<Voice, number>()
  // What rules one voice out says nothing of its kin: "our response" is no government's, but may be a hospital's.
  for (const [voice, score] of scores)
    kinds.set(voiceOf(voice), (kinds.get(voiceOf(voice)) ?? 0) + Math.max(0, score))
  const [kind] = [...kinds].sort((a, b) => b[1] - a[1])
  if (!kind || kind[1] < LEAST) return 'unknown'
  const [best] = [...scores].filter(([voice]) => voiceOf(voice) === kind[0]).sort((a, b) => b[1] - a[1])
  return best?.[0] ?? 'unknown'
}
