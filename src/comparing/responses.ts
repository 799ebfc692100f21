/** The replies of a response by the marks it uses: labels and repetitions, else list numbers, else its sections. */
import { type Label, normaliseNumber, parseLabel, parseMarker, parseNumberList } from './labels.ts'
import type { Piece } from './pieces.ts'
import type { Recommendation } from './recommendations.ts'
import { findReplies, type Reply } from './replies.ts'
import { indexRestatements, type RestatementIndex } from './restatements.ts'
import { findSections } from './sections.ts'
import { sentenceStarts, splitPieces } from './split-pieces.ts'

/** Replies in reading order. `areLevelsSure` is false for formats whose heading levels are guessed from looks. */
export function findResponses(
  pieces: readonly Piece[],
  asked: readonly Recommendation[],
  areLevelsSure: boolean,
): Reply[] {
  const index = indexRestatements(asked.map((one) => one.text))
  const split = splitPieces(pieces, index)
  const read = (readLabel: (piece: Piece) => Label | null) =>
    findReplies(split, { index, readLabel, areLevelsSure })
  const marked = read(() => null)
  if (isMarked(marked, asked)) return [...marked, ...findMentions(split, marked)]
  const byParagraph = read(readParagraphLabel)
  if (isMarked(byParagraph, asked)) return byParagraph
  const known = new Set(asked.flatMap((one) => one.number ?? []))
  const numbered = read((piece) => readListNumber(piece, known))
  if (coversNumbers(numbered, known)) return numbered
  const mentioned = read(readMention)
  if (coversNumbers(mentioned, known)) return mentioned
  return findSections(pieces.filter((piece) => !isRepeated(piece, index)))
}

/** What only prints a recommendation again answers nothing. */
function isRepeated(piece: Piece, index: RestatementIndex): boolean {
  const label = parseLabel(piece.text)
  return (index.find(piece.text.slice(label?.length ?? 0))?.ofStretch ?? 0) >= 0.8
}

/** Enough replies are marked to take the marks for the response's way of answering. */
function isMarked(replies: readonly Reply[], asked: readonly Recommendation[]): boolean {
  const useful = replies.filter((reply) => reply.pieces.length > 0)
  const wanted = asked.filter((one) => one.isAsk).length
  return useful.length >= Math.max(1, Math.min(3, Math.ceil(0.2 * wanted)))
}

function coversNumbers(replies: readonly Reply[], known: ReadonlySet<string>): boolean {
  const covered = new Set(replies.flatMap((reply) => (reply.pieces.length > 0 ? reply.numbers : [])))
  return known.size > 0 && covered.size >= Math.max(2, 0.5 * known.size)
}

const MENTION = /\brecommendations?\s+((?:\d{1,3}[a-z]?(?:\([a-z]\))?(?:\s*(?:,|and|to|–|-|&)\s*)*)+)/i
const DECIDING = /\b(?:accept|agree|reject|note|support|decline|endorse|implement)/i

/** "We accept recommendations 1 and 2. ...": the numbers that a paragraph's first sentence names. */
function readMention(piece: Piece): Label | null {
  const sentence = piece.text.slice(0, sentenceStarts(piece.text)[1] ?? piece.text.length)
  const numbers = parseNumberList(MENTION.exec(sentence)?.[1] ?? '')
  return numbers.length === 0 ? null : { kind: 'number', numbers, length: 0 }
}

/** Paragraphs outside all replies that decide on recommendations by number, such as "We accept recommendations 1 to 4". */
function findMentions(pieces: readonly Piece[], replies: readonly Reply[]): Reply[] {
  const taken = new Set(
    replies.flatMap((reply) => [...reply.pieces, ...reply.quoted].map((piece) => piece.start)),
  )
  return pieces.flatMap((piece) => {
    const label = taken.has(piece.start) || piece.kind === 'heading' ? null : readMention(piece)
    if (!label || !DECIDING.test(piece.text)) return []
    const { headings } = piece
    return [
      {
        numbers: label.numbers,
        restated: new Map(),
        title: null,
        headings,
        quoted: [],
        pieces: [piece],
        isToConclusion: false,
        isMention: true,
      },
    ]
  })
}

const PARAGRAPH =
  /^\W*(?:(?:response|reply) to )?para(?:graph)?s?\.?\s+(\d{1,4}(?:\.\d{1,3})?)(?:\s*(?:[:.–—-]\s*|$))/i

function readParagraphLabel(piece: Piece): Label | null {
  const match = PARAGRAPH.exec(piece.text.slice(0, 80))
  return match?.[1] ? { kind: 'number', numbers: [match[1]], length: match[0].length } : null
}

function readListNumber(piece: Piece, known: ReadonlySet<string>): Label | null {
  const marker = parseMarker(piece.text, false)
  const number = marker?.numbers[0] ?? (piece.number === null ? null : normaliseNumber(piece.number))
  if (number === null || !known.has(number)) return null
  return { kind: 'number', numbers: [number], length: marker?.length ?? 0 }
}
