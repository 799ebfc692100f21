/** The replies of a response by the marks it uses: labels and repetitions, else list numbers, else its sections. */
import { findBlanket } from './blanket.ts'
import { surveyField } from './field.ts'
import { cutInOrder } from './in-order.ts'
import {
  createNounReader,
  type Label,
  normaliseNumber,
  parseLabel,
  parseMarker,
  parseNumberList,
} from './labels.ts'
import { findByParagraph, findMentions, readMention, readOpeningMention, splitShared } from './mentions.ts'
import { chooseNumbering, countsForItself } from './numbering.ts'
import { splitByParagraph } from './paragraph-replies.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import { findReplies, type Reply } from './replies.ts'
import { turnRound } from './reply-order.ts'
import { joinParts } from './reply-parts.ts'
import { indexRestatements, type RestatementIndex } from './restatements.ts'
import { findSectionPointers } from './section-pointers.ts'
import { findSections } from './sections.ts'
import { shareInOrder } from './shared-replies.ts'
import { splitPieces } from './split-pieces.ts'
import { joinStacked } from './stacked-replies.ts'
import { answerBySummary, findSummary } from './summaries.ts'
import { createWordReader } from './words.ts'

/** Replies in reading order. `areLevelsSure` is false for formats whose heading levels are guessed from looks. */
export function findResponses(
  pieces: readonly Piece[],
  asked: readonly Recommendation[],
  areLevelsSure: boolean,
): readonly Reply[] {
  const index = indexRestatements(
    asked.map((one) => one.printed ?? one.text),
    asked.map((one) => one.number),
  )
  const split = splitPieces(pieces, index)
  const known = new Set(asked.flatMap((one) => one.number ?? []))
  const read = chooseReplies(pieces, split, asked, { index, known, areLevelsSure })
  const replies = turnRound(read, split, asked)
  const blanket = findBlanket(split, replies)
  return blanket ? [...replies, blanket] : replies
}

interface Marks {
  readonly index: RestatementIndex
  readonly known: ReadonlySet<string>
  readonly areLevelsSure: boolean
}

function chooseReplies(
  pieces: readonly Piece[],
  split: readonly Piece[],
  asked: readonly Recommendation[],
  { index, known, areLevelsSure }: Marks,
): Reply[] {
  const readNamed = createNamedReader(asked.find((one) => one.noun !== undefined))
  const read = (readOwn: (piece: Piece) => Label | null) => {
    const readLabel = (piece: Piece) => readNamed(piece.text) ?? readCodes(piece, known) ?? readOwn(piece)
    return joinParts(
      joinStacked(findReplies(split, { index, readLabel, areLevelsSure })).flatMap(splitShared),
      known,
    ).flatMap((reply) => shareInOrder(reply, asked))
  }
  const paragraphs = new Set(asked.flatMap((one) => one.paragraph ?? []))
  const isByParagraph = split.some((piece) => namesKnownParagraph(piece, paragraphs))
  const open = findUnlabelled(split, known)
  const marked = read((piece) =>
    isByParagraph ? readParagraphLabel(piece) : readOpeningMention(piece, open),
  )
  if (isMarked(marked, asked))
    return [...marked, ...findMentions(split, marked), ...findUnmarked(pieces, marked, asked, index)]
  const byParagraph = read(readParagraphLabel)
  if (isMarked(byParagraph, asked)) return byParagraph
  const summary = findSummary(split, known)
  if (summary.length > 0) {
    const [others, rest] = [pieces, split].map((all) => all.filter((piece) => !isPartOf(piece, summary)))
    const chapters = chooseReplies(others ?? [], rest ?? [], asked, { index, known, areLevelsSure })
    if (chapters.some((reply) => reply.pieces.length > 0))
      return [...chapters, ...answerBySummary(summary, known)]
  }
  const pointers = findSectionPointers(split)
  const free = () => findSections(pieces.filter((piece) => !isRepeated(piece, index)))
  // Where only some paragraphs say which they answer, the order of all may tell of the others too.
  const orInOrder = (found: Reply[]) => {
    const laid = cutInOrder(free(), asked)
    return laid && countAnswered(laid) > countCovered(found, known) ? laid : found
  }
  // A table at the front may still number its rows.
  const readMentioned = () =>
    read(
      (piece) =>
        readPointed(piece, pointers) ??
        readOpeningMention(piece, known) ??
        (piece.kind === 'cell' ? readListNumber(piece, known) : null),
    )
  // "This action responds to recommendation 6" under "Action 2" says which count the heading is not of.
  if (pointers.size >= FEWEST_POINTERS || countSpoken(split, known) >= FEWEST_SPOKEN) {
    const pointed = readMentioned()
    if (coversNumbers(pointed, known)) return orInOrder(pointed)
  }
  const numbered = read((piece) => readListNumber(piece, known))
  if (coversNumbers(numbered, known))
    return isOwnCount(numbered, asked) ? (cutInOrder(free(), asked) ?? numbered) : numbered
  const mentioned = readMentioned()
  if (coversNumbers(mentioned, known)) return orInOrder(mentioned)
  const byNamedParagraph = findByParagraph(split.filter((piece) => !isRepeated(piece, index)))
  if (coversNumbers(byNamedParagraph, new Set([...known, ...paragraphs]))) return byNamedParagraph
  const sections = free()
  return cutInOrder(sections, asked) ?? splitByParagraph(sections, asked)
}

const isPartOf = (piece: Piece, summary: readonly Piece[]) =>
  summary.some((one) => one.start < piece.end && one.end > piece.start)

/** The response counts its own paragraphs, and the numbers they share with the report's tell nothing. */
function isOwnCount(replies: readonly Reply[], asked: readonly Recommendation[]): boolean {
  const listed = replies.filter((reply) => reply.isListNumbered)
  const { resemble } = surveyField(asked, listed, createWordReader())
  // Headings over a whole page are alike for every pair.
  const field = { resemble, headed: () => 0 }
  return countsForItself(asked, listed, chooseNumbering(asked, listed, resemble), field)
}

function createNamedReader(one: Recommendation | undefined): (text: string) => Label | null {
  if (one?.noun === undefined) return () => null
  const read = createNounReader(one.noun)
  const prefix = one.nounPrefix ?? ''
  return (text) => {
    const label = read(text)
    return label && { ...label, numbers: label.numbers.map((number) => prefix + number) }
  }
}

/** So many, and so great a share, that no mark answers may be answered without one. */
const UNANSWERED = { fewest: 2, share: 0.25 } as const

/**
 * Where marks leave many recommendations open, what stands outside all marked replies: one of two bodies may answer by
 * number and the other in plain paragraphs. They answer by topic or not at all, and are never replies to nothing.
 */
function findUnmarked(
  pieces: readonly Piece[],
  marked: readonly Reply[],
  asked: readonly Recommendation[],
  index: RestatementIndex,
): Reply[] {
  const met = new Set(
    marked.flatMap((reply) => [...reply.numbers, ...[...reply.restated.keys()].map(String)]),
  )
  const open = asked.filter(
    (one, place) =>
      one.isAsk && !met.has(one.number ?? '') && !marked.some((reply) => reply.restated.has(place)),
  )
  if (open.length < Math.max(UNANSWERED.fewest, UNANSWERED.share * asked.length)) return []
  const taken = marked.flatMap((reply) => [...reply.pieces, ...reply.quoted])
  const isTaken = (piece: Piece) => taken.some((one) => one.start < piece.end && one.end > piece.start)
  // What speaks of the recommendations as such is about the response and no answer to one of them.
  const free = pieces.filter(
    (piece) => !isTaken(piece) && !isRepeated(piece, index) && !/\brecommendations\b/i.test(piece.text),
  )
  const sections = splitByParagraph(findSections(free), asked)
  return sections.length < UNANSWERED.fewest ? [] : sections.map((reply) => ({ ...reply, isMention: true }))
}

/** Two sections that each end by saying what they answer; each takes two entries of the map. */
const FEWEST_POINTERS = 4

/**
 * Paragraphs that open by speaking of a recommendation, and items whose own number is not what they speak of:
 * "(3) that recommendation 4 be accepted".
 */
const countSpoken = (pieces: readonly Piece[], known: ReadonlySet<string>) =>
  pieces.filter((piece) => {
    if (readOpeningMention(piece, known)) return true
    const [own] = readListNumber(piece, known)?.numbers ?? []
    const named = readMention(piece)?.numbers ?? []
    return own !== undefined && named.length > 0 && !(named.length === 1 && named[0] === own)
  }).length

function readPointed(piece: Piece, pointers: ReadonlyMap<number, readonly string[]>): Label | null {
  const numbers = pointers.get(piece.start)
  if (numbers === undefined) return readMention(piece)
  return numbers.length === 0 ? null : { kind: 'number', numbers, length: 0 }
}

/** So many paragraphs that open by speaking of a recommendation by number are a pattern. */
const FEWEST_SPOKEN = 2

/** The report's numbers that no label of the response bears; where it labels some; none where it labels nothing. */
function findUnlabelled(pieces: readonly Piece[], known: ReadonlySet<string>): ReadonlySet<string> {
  const labelled = new Set(pieces.flatMap((piece) => parseLabel(piece.text)?.numbers ?? []))
  return new Set(labelled.size === 0 ? [] : [...known].filter((number) => !labelled.has(number)))
}

/** What only prints a recommendation again answers nothing. */
function isRepeated(piece: Piece, index: RestatementIndex): boolean {
  const label = parseLabel(piece.text)
  return (index.find(piece.text.slice(label?.length ?? 0))?.ofStretch ?? 0) >= 0.8
}

/** Enough replies are marked to take the marks for the response's way of answering. */
function isMarked(replies: readonly Reply[], asked: readonly Recommendation[]): boolean {
  const useful = replies.filter((reply) => reply.pieces.length > 0 && isSure(reply))
  const wanted = asked.filter((one) => one.isAsk).length
  // One paragraph in the words of what it grants is no pattern; one number may be.
  const fewest = wanted > 2 && useful.every((reply) => reply.numbers.length === 0) ? 2 : 1
  return useful.length >= Math.max(fewest, Math.min(3, Math.ceil(0.2 * wanted)))
}

/** Half of a short recommendation's words may be its topic, and no mark. */
const isSure = (reply: Reply) =>
  reply.numbers.length > 0 || [...reply.restated.values()].some((share) => share >= 0.6)

const countCovered = (replies: readonly Reply[], known: ReadonlySet<string>) =>
  new Set(
    replies.flatMap((reply) =>
      reply.pieces.length > 0 ? reply.numbers.filter((number) => known.has(number)) : [],
    ),
  ).size

const countAnswered = (replies: readonly Reply[]) =>
  replies.reduce((sum, reply) => sum + (reply.answers?.length ?? 0), 0)

function coversNumbers(replies: readonly Reply[], known: ReadonlySet<string>): boolean {
  const covered = new Set(replies.flatMap((reply) => (reply.pieces.length > 0 ? reply.numbers : [])))
  return known.size > 0 && covered.size >= Math.max(2, 0.5 * known.size)
}

const PARAGRAPH =
  /^\W*(?:(?:response|reply) to )?para(?:graph)?s?\.?\s+(\d{1,4}(?:\.\d{1,3})?(?:(?:,\s*and|,|\s+and|\s*&|\s+to|\s*[–-])\s*\d{1,4}(?:\.\d{1,3})?)*)(?:\s*(?:[:.–—-]\s*|$))/i

function readParagraphLabel(piece: Piece): Label | null {
  const match = PARAGRAPH.exec(piece.text.slice(0, 80))
  return match?.[1] ? { kind: 'number', numbers: parseNumberList(match[1]), length: match[0].length } : null
}

/** "Paragraph 22:" where the report's summary says that it repeats paragraph 22. */
const namesKnownParagraph = (piece: Piece, paragraphs: ReadonlySet<string>) =>
  paragraphs.size > 0 &&
  (readParagraphLabel(piece)?.numbers.every((number) => paragraphs.has(number)) ?? false)

function readListNumber(piece: Piece, known: ReadonlySet<string>): Label | null {
  const marker = parseMarker(piece.text, false) ?? readCode(piece.text, known)
  const number = marker?.numbers[0] ?? (piece.number === null ? null : normaliseNumber(piece.number))
  if (number === null || !known.has(number)) return null
  return { kind: 'number', numbers: marker?.numbers ?? [number], length: marker?.length ?? 0 }
}

/** "(005/12) Accepted.", "004/24 KiwiRail": an investigator's code is like nothing else. */
const SLASHED = /^\W{0,3}(\d{3}\/\d{2})(?![\d/])\W*/

/** "Annual training (A1) Hourly checks (A3)": the report's codes in brackets behind what each is about. */
function readCodes(piece: Piece, known: ReadonlySet<string>): Label | null {
  const opening = SLASHED.exec(piece.text.slice(0, 20))
  if (opening?.[1] !== undefined && known.has(opening[1]))
    return { kind: 'recommendation', numbers: [opening[1]], length: opening[0].length }
  if (piece.role !== 'recommendation') return null
  const numbers = [...piece.text.matchAll(/\(([A-Z]\d{1,2}|\d{1,2}\.\d{1,2})\)/g)]
    .map((match) => normaliseNumber(match[1] ?? ''))
    .filter((number) => known.has(number))
  return numbers.length === 0 ? null : { kind: 'number', numbers, length: 0 }
}

const CODE =
  /^\W{0,4}((?:[A-Z]{1,5}[-–]?\d{1,3}[a-z]?)(?:\s*(?:,\s*and|,|and|&)\s*[A-Z]{1,5}[-–]?\d{1,3}[a-z]?)*)\W{0,3}(?=\s|$)/

/** "A1 Accepted.", "R-01, R-10.": the report's own codes without the word "recommendation". */
function readCode(text: string, known: ReadonlySet<string>): Label | null {
  const match = CODE.exec(text.slice(0, 60))
  const numbers = (match?.[1]?.match(/[A-Z]{1,5}[-–]?\d{1,3}[a-z]?/g) ?? []).map((code) =>
    normaliseNumber(code.replace('–', '-')),
  )
  return match && numbers.length > 0 && numbers.every((number) => known.has(number))
    ? { kind: 'number', numbers, length: match[0].length }
    : null
}
