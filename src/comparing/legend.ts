/** A response's own key to its decisions: "A = accepted, P = accepted in part", a table of codes, coloured words. */
import type { Decision } from '../model/index.ts'
import type { Judged } from './decisions.ts'
import { type Piece, squeeze } from './pieces.ts'

export interface Meaning {
  readonly decision: Decision
  /** The key's words for it. */
  readonly words: string
}

/** By code, in capitals. */
export type Legend = ReadonlyMap<string, Meaning>

const CODE = String.raw`(?:\d{1,2}[A-Z]?|[A-Z]{1,3}\d?|green|amber|yellow|red|blue|black|gr[ea]y|purple|white|orange|✓|✔|✗|✘|x)`
const ALONE = new RegExp(String.raw`^[\s"“‘'([]*(?:code\s+)?(${CODE})[\s"”’'.):\]–—=-]*$`, 'iu')
const ENTRY = new RegExp(
  String.raw`(?:^|(?<=[;,.:|(•]\s*|\s{2,}|\band\s+))["“‘'([]?(${CODE})["”’')\]]?\s*(?:=|:|–|—|-|\bmeans\b|\bis for\b|\bstands for\b|\bindicates\b)\s*([^;=|]{4,90}?)(?=\s*(?:[;|]|[.,]\s|\.?$|,? and ["“‘'([]?${CODE}["”’')\]]?\s*(?:=|:|–|—|-|means\b)))`,
  'giu',
)
/** A key names at least this many codes, and two decisions among them. */
const FEWEST = { codes: 2, decisions: 2 } as const
/** What a code means is said in a few words. */
const LONGEST_MEANING = 110

const MEANINGS: readonly (readonly [RegExp, Decision])[] = [
  [/\bin principle\b/i, 'accepted-in-principle'],
  [
    /\b(?:part(?:ly|ial|ially)?|alternat\w*|modif\w*|with (?:changes|reservations)|some of)\b/i,
    'accepted-in-part',
  ],
  [
    /\b(?:not (?:to be )?(?:accept\w*|agree\w*|support\w*|adopt\w*|implement\w*|pursued|taken forward|proceed\w*)|reject\w*|declin\w*|refus\w*|disagree\w*|will not|no action|no further action)\b/i,
    'rejected',
  ],
  [
    /\b(?:no(?:ted?|ting)|consider\w*|under review|does not apply|not applicable|for (?:another|others)|outside|deferred|undecided|to be decided|matter for)\b/i,
    'noted',
  ],
  [
    /\b(?:accept\w*|agree\w*|adopt\w*|support\w*|implement\w*|complete\w*|done|deliver\w*|in progress|under ?way|on track|will be)\b/i,
    'accepted',
  ],
]

/** A code alone, its brackets and the word "code" included. */
const LONGEST_CODE = 24
/** Cheap first: a short name, then what it means. */
const LOOKS_LIKE_KEY =
  /(?:^|[\s(;,“"'])[A-Za-z\d✓✔✗✘]{1,6}[”"')\]]?\s*(?:=|:|–|—|-\s|means|is for|stands for|indicates)/
const DECIDES = /accept|agree|reject|adopt|declin|refus|\bsupport/i

const meaningOf = (words: string): Meaning | null => {
  const decision = MEANINGS.find(([pattern]) => pattern.test(words))?.[1]
  return decision ? { decision, words: squeeze(words) } : null
}

/** The key of a response; empty where it prints none. */
export function findLegend(pieces: readonly Piece[]): Legend {
  const legend = new Map<string, Meaning>()
  const add = (code: string, words: string) => {
    const meaning = meaningOf(words)
    if (meaning && !legend.has(code.toUpperCase())) legend.set(code.toUpperCase(), meaning)
  }
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    const code = piece.text.length > LONGEST_CODE ? undefined : ALONE.exec(piece.text)?.[1]
    if (code !== undefined) {
      if (next && isMeaning(piece, next)) add(code, next.text)
      return
    }
    if ((piece.role !== null && piece.role !== 'other') || !LOOKS_LIKE_KEY.test(piece.text)) return
    const entries = [...piece.text.slice(0, 600).matchAll(ENTRY)]
    if (entries.length > 1 || (entries.length === 1 && piece.text.length <= LONGEST_MEANING))
      for (const [, own = '', words = ''] of entries) add(own, words)
  })
  const decisions = new Set([...legend.values()].map((meaning) => meaning.decision))
  // A key of how far things have got ("green: on track, red: late") says nothing of what was decided.
  const isOfDecisions = [...legend.values()].some(({ words }) => DECIDES.test(words))
  const isKey = legend.size >= FEWEST.codes && decisions.size >= FEWEST.decisions
  return isKey && isOfDecisions ? legend : new Map()
}

/** What stands right behind a code is what it means where nothing else does: a short piece, or the other cell of a row of two. */
function isMeaning(code: Piece, next: Piece): boolean {
  if (next.text.length > LONGEST_MEANING || ALONE.test(next.text) || next.row !== code.row) return false
  return next.role === null || (next.role === 'other' && code.role === 'other')
}

const COLOUR = /^(?:green|amber|yellow|red|blue|black|gr[ea]y|purple|white|orange)$/i
const STATUS = /^\W*(?:status|response|decision|position|code|rating|rag)\s*[:–—-]\s*/i

/** The decision that a code, or a colour, among a reply's pieces stands for; null where none of the key's is printed alone. */
export function readByLegend(
  pieces: readonly Piece[],
  legend: Legend,
  kind: 'codes' | 'colours',
): Judged | null {
  for (const piece of pieces) {
    if (legend.size === 0 || piece.role === 'number' || piece.role === 'date') continue
    const code = ALONE.exec(piece.text.replace(STATUS, ''))?.[1]?.toUpperCase()
    if (code === undefined || COLOUR.test(code) !== (kind === 'colours')) continue
    const meaning = legend.get(code)
    if (meaning)
      return {
        decision: meaning.decision,
        confidence: 0.95,
        because: [`bears "${squeeze(piece.text)}", which its key calls "${meaning.words}"`],
        evidence: { start: piece.start, end: piece.end },
      }
  }
  return null
}
