/**
 * Sentences of a block. Unicode's rules do the splitting on a mask of the same length, in which the full stops that end
 * nothing (abbreviations, initials, numbered prefixes, section numbers) and the line breaks of the page are hidden.
 */
import type { Range } from '../model/index.ts'
import { type LateExpression, lateExpression } from './late-expression.ts'
import { findBreaks } from './sentence-breaks.ts'

// A longer stretch is cut at white space and split by itself: the segmenter's memory stays small, and nobody reads a
// sentence of 20,000 characters.
const WINDOW = 20_000

// What is looked for around a stop begins with the stop: all else of a text is then passed over at one go. Each is made
// when a text first holds what the small expression before it tells of.
const ABBREVIATION = late(
  /\.\s/,
  String.raw`\.(?=\s)(?<=\b(?:e\.g|i\.e|cf|vs|Mr|Mrs|Ms|Mx|Dr|Prof|Rt|Hon|Revd?|Cllr|Lt|Col|Gen|Sgt|Capt|St|approx|viz|et al|incl|Messrs|etc|max|min|est|inc|Ltd)\.)`,
)
const BEFORE_NUMBER = late(
  /\.\s?\d/,
  String.raw`\.(?=\s?\d)(?<=\b(?:[Nn]os?|[Pp]aras?|[Pp]{1,2}|[Ss]{1,2}|[Aa]rts?|[Rr]egs?|[Ss]ch|[Cc]h|[Vv]ol|[Ff]igs?|[Tt]abs?|[Ee]qs?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Cc]a?|[Ss]ect?|[Rr]efs?|[Cc]m|cl|col)\.)`,
)
const INITIAL = late(
  /[^a-z\d\s]\./,
  String.raw`\.(?<=(?:^|[\s(.])\p{Lu}\.)(?=\s?\p{Lu}\.|\s(?!The|This|That|These|It|In|We|A|An|If|As|He|She|They|There|But|And|For|On|At|So|When|Our)\p{Lu}\p{Ll})`,
)
const NUMBERED_PREFIX = /^\s*[([]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxlc]{1,5}|[A-Z])[.)](?=\s)/u
// A numbered point that follows on in the same paragraph: "… each year. 4. The levy …".
const INNER_NUMBER = late(/[.!?;:)]\s\d/, String.raw`\d(?<=[.!?;:)]\s\d)\d?[.)](?=\s\p{Lu})`)
// A footnote mark stuck to the stop that ends a sentence ("… in 2019.4 The next"): hidden, so that the stop counts.
const FOOTNOTE_MARK = late(
  /[.?!][”"’]?\d/,
  String.raw`\d(?<=[\p{Ll})”"’][.?!][”"’]?\d)\d{0,2}(?=\s+[\p{Lu}“"‘])`,
)
// The segmenter takes a stop before a number and a small letter, or before a line's small letter, for none; a stop it
// cannot mistake stands in for it.
const STOP_BEFORE_AMOUNT = late(
  /\.[”"’]?\s+[£$€]?\d/,
  String.raw`\.(?<=[\p{Ll}\d)%][”"’]?\.)(?=[”"’]?\s+[£$€]?\d)`,
)
const STOP_WITHOUT_SPACE = late(/\.[^\s\d]/, String.raw`\.(?<=\p{Ll}{3}\.)(?=\p{Lu}\p{Ll}+\s)`)
const STOP_AT_LINE_END = late(/[\r\n]/, String.raw`\.(?<=\p{Ll}{4}\.)(?=[ \t]*[\r\n]\s*\p{Ll})`)
const TRAILING_DOTS = late(/…/, String.raw`…(?=\s+\p{Lu})`)
// "“Why?” she asked": the quotation ends, the sentence goes on.
const ASKED = late(/[?!][”"’]/, String.raw`[?!](?=[”"’]\s+\p{Ll})`)
// "… each year. (Paragraph 42) The next": the reference belongs to what stands before it.
const REFERENCE = late(
  /\.\s?\(/,
  String.raw`\.(\s?\((?:[Pp]ara(?:graph)?s?|[Rr]ecommendations?|[Cc]onclusions?|[Pp]ages?|[Ss]ections?)\s[\d.,\s–and-]{1,30})\)`,
)
const LINE_BREAK = /[\r\n\t\v\f\u0085\u2028\u2029]/gu

function late(needs: RegExp, source: string): LateExpression {
  return lateExpression(needs, () => [source, 'gu'])
}

function replaceAll(text: string, late: LateExpression, by: (found: string) => string): string {
  const expression = late(text)
  return expression === null ? text : text.replace(expression, by)
}

const hideStops = (found: string): string => found.replaceAll('.', '_')
const underline = (): string => '_'
const stop = (): string => '!'

/** The text with everything that looks like an end of sentence but is none replaced, length unchanged. */
export function maskStops(text: string): string {
  let masked = replaceAll(text, STOP_AT_LINE_END, stop).replace(LINE_BREAK, ' ')
  masked = replaceAll(masked, ASKED, () => ',')
  masked = replaceAll(masked, TRAILING_DOTS, stop).replace(NUMBERED_PREFIX, hideStops)
  if (!masked.includes('.')) return masked
  masked = replaceAll(masked, ABBREVIATION, underline)
  masked = replaceAll(masked, BEFORE_NUMBER, underline)
  masked = replaceAll(masked, INNER_NUMBER, hideStops)
  masked = replaceAll(masked, REFERENCE, (found) => `_${found.slice(1, -1)}!`)
  masked = replaceAll(masked, STOP_BEFORE_AMOUNT, stop)
  masked = replaceAll(masked, STOP_WITHOUT_SPACE, stop)
  masked = replaceAll(masked, INITIAL, underline)
  return replaceAll(masked, FOOTNOTE_MARK, (mark) => ' '.repeat(mark.length))
}

/** Splits the stretches of text that a caller gives into sentences. May hold a segmenter: make one, use it often. */
export function createSentenceSplitter(): (text: string, start: number, end: number) => Range[] {
  let segmenter: Intl.Segmenter | null = null
  const segment = (masked: string): number[] => {
    segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'sentence' })
    return Array.from(segmenter.segment(masked), ({ index }) => index).slice(1)
  }
  return (text, start, end) => {
    const sentences: Range[] = []
    for (let from = start; from < end; ) {
      const to = windowEnd(text, from, end)
      splitWindow(segment, text, from, to, sentences)
      from = to
    }
    return sentences
  }
}

function windowEnd(text: string, from: number, end: number): number {
  if (end - from <= WINDOW) return end
  const stop = text.lastIndexOf('. ', from + WINDOW)
  if (stop > from + WINDOW / 2) return stop + 1
  const space = text.lastIndexOf(' ', from + WINDOW)
  const cut = space > from + WINDOW / 2 ? space : from + WINDOW
  // Never between the halves of one character.
  return /[\uDC00-\uDFFF]/u.test(text.charAt(cut)) ? cut + 1 : cut
}

function splitWindow(
  segment: (masked: string) => number[],
  text: string,
  from: number,
  to: number,
  out: Range[],
): void {
  const masked = maskStops(text.slice(from, to))
  let last = from
  if (/[.?!…。]/u.test(masked))
    for (const at of findBreaks(masked) ?? segment(masked)) {
      pushTrimmed(text, last, from + at, out)
      last = from + at
    }
  pushTrimmed(text, last, to, out)
}

/** Adds the range without white space at either end; nothing where only white space is left. */
export function pushTrimmed(text: string, from: number, to: number, out: Range[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) out.push({ start, end })
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    (code > 127 && /\s/u.test(String.fromCharCode(code)))
  )
}
