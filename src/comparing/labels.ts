/** The numbers that recommendations and replies print: "Recommendation 2(a):", "Recommendations 3, 4 and 7", "R5". */
import { parseRoman, toRoman } from './romans.ts'

export type LabelKind = 'recommendation' | 'conclusion' | 'reply' | 'number'

export interface Label {
  readonly kind: LabelKind
  /** Normal forms ("2a"), in order of print; a range is written out. */
  readonly numbers: readonly string[]
  /** How many characters of the text the label takes, its punctuation included. */
  readonly length: number
}

// "R/2026/011", "A-94-194", "2026/14", "007/24", "OTT-01": the numbers of accident investigators, juries and flood authorities.
const CODE = String.raw`(?:[A-Z]{1,3}[/-]\d{2,4}[/-]\d{1,4}|\d{4}/\d{1,4}|\d{3}/\d{2}(?![\d/])|[A-Z]{1,5}-\d{1,3}|[A-Z]{2,4}\d{1,3})`
const FURTHER = String.raw`(?:\s*(?:,|and|&|to|–|-)\s*(?:and\s+)?\([a-z]{1,2}\))`
// More than 999 are numbered on; a year is no number of a recommendation.
const COUNT = String.raw`(?:(?!(?:19|20)\d\d(?!\d))\d{4}(?!\d)|\d{1,3})`
const ARABIC = String.raw`(?:${CODE}|\(\d{1,3}\)|[A-Z]?${COUNT}(?:\.\d{1,3})*(?:\s?\([a-z]{1,4}\)${FURTHER}*|\.?[a-z](?!\p{L}))?)`
const ROMAN = String.raw`(?:\([ivxl]{1,7}\)|[ivxl]{1,7}(?!\p{L}))`
export const WORD = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?!\p{L})`
// "Recommendation b:" and "Recommendations a and c –": a letter needs its stop, or it is an article.
const LETTER = String.raw`(?:\(?[a-h]\)?(?=\s*(?:[:.)–—-]|,|and\b|&|$)))`
const JOINED = String.raw`(?:\s*(?:,|;|&|\/|\band\b|\bto\b|–|—|-)\s*(?:and\s+)?)`
const LIST = `(?:${ARABIC}(?:${JOINED}${ARABIC})*|${ROMAN}(?:${JOINED}${ROMAN})*|${WORD}(?:${JOINED}${WORD})*|${LETTER}(?:${JOINED}${LETTER})*)`
const NOUN = String.raw`(?:(?:key|safety|urgent|formal|overarching|interim|final|main|priority|specific|strategic|joint|supporting|report|review|committee|inquiry|panel|pac|nao|raib|aaib|maib|hsib|hssib|iopc|hmic(?:frs)?|rqia|cqc|oag|gao|ntsb)\s+)?(?:sub-?\s?)?`
const NAME = String.raw`(recommendations?(?:\s+(?:at|in)\s+para(?:graph)?s?)?|concerns?|matters?(?:\s+of\s+concern)?|recs?\.?|conclusions?(?:\s+(?:and|or|/)\s+recommendations?)?|recommendations?(?:\s*(?:and|or|/)\s*conclusions?)|proposals?|calls?\s+to\s+action)`
const REPLY = String.raw`(?:(?:the\s+)?(?:\p{L}[\p{L}’']*\s+){0,5}?(?:response|reply|answer)s?\s+(?:to|on|for)\s+(?:the\s+)?)`
const LABEL = new RegExp(
  `^\\s*(?:Page \\d{1,3}\\s+|\\d{1,2}\\.\\d{1,3}\\.?\\s+)?[\\[(•●▪*#>"“]*\\s*(${REPLY})?${NOUN}${NAME}\\s*(?:nos?\\.?|numbers?|#)?\\s*(${LIST})(?![\\p{L}\\p{N}])\\)?\\]?`,
  'iu',
)
// Treasury minutes and audits put the number first: "2a. PAC recommendation: ..."
const INVERTED =
  /^\s*(\d{1,3}[a-z]?)\s*[.:)]?\s+(?:\p{L}+(?:['’]s)?\s+){0,4}?(recommendation|conclusion)\s*:\s*/iu
const BESIDE_PARAGRAPH = /^\s*[,(]\s*(?:see )?para(?:graph)?s?\.?\s+\d[\d.,\s–-]*\)?/i
/** "… and Recommendation 2", behind the number of a conclusion or another recommendation. */
const JOINED_NAME = new RegExp(
  `^\\s*(?:,|;|&|/|and|,\\s*and)\\s*(?:the\\s+)?(conclusions?|recommendations?|recs?\\.?)\\s+(${LIST})(?![\\p{L}\\p{N}])`,
  'iu',
)
const SHORT = /^\s*(?:(?:R|Rec)\.?\s?(\d{1,3}(?:[a-z]|\([a-z]\))?)|(R\/\d{4}\/\d{1,4}))(?=[\s:.–—-]|$)/
const AFTER = /^\s*[:.|)\]–—-]+\s*/
const MARKER = /^\s*[([]?(\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)[.:)\]–—]?[\s\u2003]+(?=\S)/
const MARKER_LETTER = /^\s*\(?([a-h])\)\s+(?=\S)/
// Pages of Parliament print "1.The Government", without a space.
const MARKER_STRICT = /^\s*[([]?(\d{1,3})[.)\]](?:[\s\u2003]+(?=\S)|(?=[“"‘]?\p{Lu}))/u
// "A-94-194: Set hours", "14-22: Publish": codes as list numbers.
const MARKER_CODE = new RegExp(`^\\s*[([]?(${CODE}|\\d{1,2}-\\d{1,3})[)\\]]?\\s*[:.–—|]\\s*(?=\\S)`)
/** "A1 All staff should …": a chapter's letter with the count inside it. */
const MARKER_LETTERED = /^\s*[([]?([A-Z]\d{1,2})[)\].:]{0,2}\s+(?=[“"‘]?\p{Lu}\p{L}*\s)/u
/** One recommendation's code where the noun is singular; "Recommendations 14-22" are nine. */
const HYPHENED = /^\d{1,3}-\d{1,3}$/
/** "Recommendation 3/12" is the third of twelve. */
const OF_ALL = /^(\d{1,3})\s*\/\s*\d{1,3}$/
const MARKER_ROMAN = /^\s*(?:\(([ivxl]{1,7})\)|([ivxl]{1,7})[.)])\s+(?=\S)/

const SPELT = WORD.slice(3, WORD.indexOf(')')).split('|')

/** "2 (a)" and "2.A" are "2a"; "R4" is "4"; "04" is "4". */
export function normaliseNumber(printed: string): string {
  const bare = printed
    .toLowerCase()
    .replace(/[\s()[\]]/g, '')
    .replace(/[.:]+$/, '')
  const spelt = SPELT.indexOf(bare)
  if (spelt >= 0) return String(spelt + 1)
  const letter = /^(?:r|rec)(\d+.*)$/.exec(bare)?.[1] ?? bare
  return letter.replace(/^0+(?=\d)(?!\d+\/)/, '').replace(/^(\d+)\.([a-z])$/, '$1$2')
}

/** A normal form as a reader knows it: "a3" is "A3", "r/2026/011" is "R/2026/011"; "2a" and "iv" stay. */
export const printNumber = (number: string) =>
  number.replace(/^[a-z]{1,4}(?=[\d/])|^[a-z]{1,5}(?=-\d)/, (code) => code.toUpperCase())

/** "3(a) and (b)" as "3a and 3b", "3(a)–(c)" as "3a, 3b, 3c". */
const spellParts = (printed: string) =>
  printed.replace(
    new RegExp(`(\\d[\\d.]*)\\s?\\(([a-z])\\)(${FURTHER}+)`, 'gi'),
    (_, stem: string, first: string, further: string) => {
      let last = first.toLowerCase()
      const parts = [...further.matchAll(/(to|–|-)?[^(]*\(([a-z])\)/gi)].flatMap(([, range, letter = '']) => {
        const from = last.charCodeAt(0)
        last = letter.toLowerCase()
        const between = range ? Math.max(0, last.charCodeAt(0) - from - 1) : 0
        return [...Array.from({ length: between }, (_none, at) => String.fromCharCode(from + at + 1)), last]
      })
      return [first.toLowerCase(), ...parts].map((letter) => stem + letter).join(', ')
    },
  )

/** The numbers a printed list means, ranges written out: "3, 4 and 7–9" is 3, 4, 7, 8, 9. */
export function parseNumberList(printed: string): string[] {
  const numbers: string[] = []
  const tokens =
    spellParts(printed).match(
      new RegExp(`${ARABIC}|${WORD}|${ROMAN}|(?<!\\p{L})[a-k](?!\\p{L})|–|—|-|\\bto\\b`, 'giu'),
    ) ?? []
  tokens.forEach((token, index) => {
    if (/^(?:–|—|-|to)$/.test(token)) return
    const here = normaliseNumber(token)
    const last = numbers.at(-1)
    const isRange = index > 0 && /^(?:–|—|-|to)$/.test(tokens[index - 1] ?? '')
    const [first, end] = [parseRoman(last ?? ''), parseRoman(here)]
    if (isRange && first !== null && end !== null)
      for (let next = first + 1; next < end; next++) numbers.push(toRoman(next))
    if (isRange && last !== undefined && /^\d+$/.test(here) && /^\d+$/.test(last)) {
      const [from, to] = [Number(last), Number(here)]
      // A range past sixty is a slip of reading (a year, a page): its ends alone are kept.
      if (to > from && to - from <= 60)
        for (let next = from + 1; next < to; next++) numbers.push(String(next))
    }
    if (here) numbers.push(here)
  })
  return [...new Set(numbers)]
}

/**
 * The label a text opens with; null when it opens with none. "Recommendation 4 was accepted" speaks about a
 * recommendation and is no label: after the number must come punctuation, a capital or the end.
 */
export function parseLabel(text: string): Label | null {
  return readLabelAt(text.slice(0, 220)) ?? parsePointed(text)
}

/** "On matter (7)" alone on its line heads a reply, as "Matter (7)" does. */
const POINTING = /^\s*(?:on|as to|as regards|regarding|re:?|in relation to|in respect of)\s+(?=\p{L})/iu
const LONGEST_POINTED = 60

function parsePointed(text: string): Label | null {
  const lead = text.length > LONGEST_POINTED ? undefined : POINTING.exec(text)?.[0].length
  const label = lead === undefined ? null : readLabelAt(text.slice(lead))
  return label && lead !== undefined && text.slice(lead + label.length).trim() === ''
    ? { ...label, length: text.length }
    : null
}

function readLabelAt(head: string): Label | null {
  const match = LABEL.exec(head)
  if (match) {
    const [whole, reply, name = '', list = ''] = match
    const joined = JOINED_NAME.exec(head.slice(whole.length))
    const further = joined?.[0].length ?? 0
    const beside = BESIDE_PARAGRAPH.exec(head.slice(whole.length + further))?.[0].trimEnd() ?? ''
    const taken = whole.length + further + beside.length
    const rest = head.slice(taken)
    const after = AFTER.exec(rest)?.[0] ?? /^\s*/.exec(rest)?.[0] ?? ''
    if (beside === '' && !isLabelEnd(rest, after)) return null
    const length = taken + after.length
    // Of "Conclusion 1 and Recommendation 2" the recommendation's number is the one that is answered.
    if (joined && /^concl/i.test(name) && /^rec/i.test(joined[1] ?? ''))
      return {
        kind: reply ? 'reply' : 'recommendation',
        numbers: parseNumberList(joined[2] ?? ''),
        length,
      }
    const kind = reply ? 'reply' : /^concl/i.test(name) ? 'conclusion' : 'recommendation'
    const isOne = !/s$/i.test(name)
    const isCode = HYPHENED.test(list) && isOne
    const own = isCode ? [list] : parseNumberList((isOne ? OF_ALL.exec(list)?.[1] : null) ?? list)
    const more = joined && /^rec/i.test(joined[1] ?? '') ? parseNumberList(joined[2] ?? '') : []
    return { kind, numbers: [...new Set([...own, ...more])], length }
  }
  return parseShort(head) ?? parseInverted(head)
}

function parseInverted(head: string): Label | null {
  const match = INVERTED.exec(head)
  if (!match?.[1]) return null
  const kind = match[2]?.toLowerCase() === 'conclusion' ? 'conclusion' : 'recommendation'
  return { kind, numbers: [normaliseNumber(match[1])], length: match[0].length }
}

function parseShort(head: string): Label | null {
  const short = SHORT.exec(head)
  if (!short) return null
  const rest = head.slice(short[0].length)
  const after = AFTER.exec(rest)?.[0] ?? /^\s*/.exec(rest)?.[0] ?? ''
  if (!isLabelEnd(rest, after)) return null
  return {
    kind: 'recommendation',
    numbers: [normaliseNumber(short[1] ?? short[2] ?? '')],
    length: short[0].length + after.length,
  }
}

function isLabelEnd(rest: string, after: string): boolean {
  const following = rest.slice(after.length)
  if (following === '') return true
  if (/[:.|)\]–—-]/.test(after)) return !/^(?:\d|above|below)/.test(following)
  return /^[\p{Lu}“"‘(•●]/u.test(following) || rest.startsWith('\n')
}

/** Words other than "recommendation" that reports count what they ask for by: "Step 1", "Learning point 4". */
const NOUNS =
  /^\W*((?:\p{L}[\p{L}’'-]+ ){0,2}\p{L}[\p{L}’'-]+)\s+(?:no\.? ?|#)?\d{1,2}(?![\p{L}\p{N}%]|[.,]\d)/iu
/** What documents number that asks for nothing: their own parts, times, places and sorts. */
const NO_REQUEST =
  /\b(?:recommendations?|recs?|conclusions?|findings?|chapters?|sections?|parts?|paragraphs?|paras?|figures?|tables?|charts?|box|boxes|appendix|annex|pages?|questions?|case|study|days?|weeks?|months?|years?|terms?|quarters?|phase|stage|session|articles?|clause|schedule|version|volume|issue|edition|note|footnote|themes?|modules?|reports?|principles?|objectives?|outcomes?|goals?|pillars?|level|grade|category|example|exhibit|line|round|type|band|zone|ward|unit|group|panel|the|of|in|by|at|on|to|from|january|february|march|april|may|june|july|august|september|october|november|december)$/iu

/** The word that a text opens with where it counts by such a word ("Step 3: One form"), in lower case; null elsewhere. */
export function findNoun(text: string): string | null {
  const head = text.slice(0, 60)
  // Cheap first: most paragraphs have no number so near their start.
  if (!/^\W*[^\d.,;:]{3,50}\d/.test(head)) return null
  const noun = NOUNS.exec(head)?.[1]?.toLowerCase() ?? null
  return noun === null || NO_REQUEST.test(noun) ? null : noun
}

/** A reader of labels that count by `noun`: "Step 3: One form", "Steps 1 and 2." */
export function createNounReader(noun: string): (text: string) => Label | null {
  const words = noun.split(' ')
  // "AFI 2" for "Area for improvement 2".
  const short = words.length > 2 ? `|${words.map((word) => word[0]).join('')}s?` : ''
  const escaped = noun.replace(/[-.’']/g, '.')
  const plural = `(?:${escaped}|${escaped.replace(/y$/, 'ie').replace(/^area\b/, 'areas')}s?${short})`
  const pattern = new RegExp(
    `^\\s*[\\[(•●▪*#>"“]*\\s*(?:${REPLY})?(?:on\\s+)?${plural}\\s*(?:nos?\\.?|#)?\\s*(${LIST})(?![\\p{L}\\p{N}])\\)?\\]?`,
    'iu',
  )
  return (text) => {
    const head = text.slice(0, 160)
    const match = pattern.exec(head)
    if (!match) return null
    const rest = head.slice(match[0].length)
    const after = AFTER.exec(rest)?.[0] ?? /^\s*/.exec(rest)?.[0] ?? ''
    if (!isLabelEnd(rest, after)) return null
    return {
      kind: 'recommendation',
      numbers: parseNumberList(match[1] ?? ''),
      length: match[0].length + after.length,
    }
  }
}

const AT_END = new RegExp(`[.!?]\\s*\\((?:recommendation|rec\\.?)\\s+(${ARABIC})\\)\\.?\\s*$`, 'iu')
/** "… are maintained (005/12)." */
const CODE_AT_END = /\S\s*\((\d{3}\/\d{2})\)\W{0,2}$/

/** The number in brackets behind the last stop: "The Secretary should … (Recommendation 2)"; null without one. */
export function parseTrailingLabel(text: string): string | null {
  const number = (AT_END.exec(text.slice(-60)) ?? CODE_AT_END.exec(text.slice(-20)))?.[1]
  return number === undefined ? null : normaliseNumber(number)
}

/** The list number a paragraph opens with ("4.", "(4)", "(iv)", "6.12"): strict wants a stop or bracket after a whole number. */
export function parseMarker(text: string, isStrict = true): Label | null {
  const head = text.slice(0, 40)
  const match =
    MARKER_CODE.exec(head) ??
    MARKER_LETTERED.exec(head) ??
    MARKER_STRICT.exec(head) ??
    (isStrict ? null : MARKER.exec(head)) ??
    MARKER_ROMAN.exec(head) ??
    MARKER_LETTER.exec(head)
  const number = match?.[1] ?? match?.[2]
  if (!match || !number) return null
  return { kind: 'number', numbers: [normaliseNumber(number)], length: match[0].length }
}

/** Counts of a report's paragraphs, not of its recommendations, begin about here and skip no more than this. */
const PARAGRAPHS = { first: 10, step: 60 } as const

/** True where one number follows the other in a list: the very next, or a later one in a summary that keeps paragraph numbers. */
export function isNextInCount(last: number, next: number): boolean {
  const step = next - last
  return step === 1 || (last >= PARAGRAPHS.first && step > 1 && step <= PARAGRAPHS.step)
}

const PARAGRAPH_REFERENCE =
  /[[(](?:see\s+)?(?:(?:recommendation|conclusion)s?,?\s+)?(?:paragraphs?|paras?\.?|paragraph numbers?)\s+(\d{1,4}(?:\.\d{1,3})*)(?:\s*(?:,|and|to|–|-)\s*\d{1,4}(?:\.\d{1,3})*)*[)\]]\s*\.?\s*$/i

/** "(Conclusion, Paragraph 17)" at its end says that the entry asks nothing. */
export const CONCLUDES = /\(Conclusions?,?\s+Paragraphs?\s+\d[^)]{0,30}\)\W*$/i

/** The paragraph of the report that a summary list or a reply points back to at its end: "(Paragraph 45)". */
export function parseParagraphReference(text: string): string | null {
  return PARAGRAPH_REFERENCE.exec(text.slice(-120))?.[1] ?? null
}

const IN_CELL = new RegExp(
  `${CODE}|(?<!\\p{L})(?:[A-Z]{1,2}(?=\\d))?\\d{1,3}(?:\\.\\d{1,2})*[a-z]?(?!\\p{L})`,
  'giu',
)

/** The numbers in a table cell that holds nothing else: "A1", "R4", "Rec 2a", "3.1 and 3.2". */
export const readNumbers = (text: string): string[] => (text.match(IN_CELL) ?? []).map(normaliseNumber)
