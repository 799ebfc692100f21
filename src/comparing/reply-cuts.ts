/** A reply to one recommendation, cut where it turns from one part of it to the next: "2(a) Accept. …", "On part b, …". */
import type { Piece } from './pieces.ts'
import type { Reply } from './replies.ts'
import { sentenceStarts, slicePiece } from './split-pieces.ts'

interface Segment {
  letters: readonly string[]
  pieces: Piece[]
}

/**
 * A reply for each part that it answers in its turn, numbered "2a" for part "a" of `number`; none where it does not
 * take the parts one after the other.
 */
export function cutReplyByParts(reply: Reply, number: string, letters: readonly string[]): Reply[] {
  const segments =
    reply.parts && reply.partNumbers ? takeParts(reply, number) : cutAtParts(reply.pieces, number)
  const named = segments.flatMap((segment) => segment.letters)
  const isWhole = segments.length > 1 && segments.every((segment) => segment.letters.length > 0)
  if (!isWhole || new Set(named).size !== named.length || named.some((one) => !letters.includes(one)))
    return []
  return segments.map((segment) => ({
    ...withoutParts(reply),
    numbers: segment.letters.map((letter) => `${number}${letter}`),
    pieces: segment.pieces,
    restated: new Map(),
  }))
}

function withoutParts({ parts: _, partNumbers: __, ...reply }: Reply): Reply {
  return reply
}

/** Parts that bear labels of their own were read as replies before they were joined. */
const takeParts = (reply: Reply, number: string): Segment[] =>
  (reply.parts ?? []).map((pieces, place) => ({
    letters: (reply.partNumbers?.[place] ?? []).map((one) => one.slice(number.length)),
    pieces: [...pieces],
  }))

const WHERE = String.raw`(?:(?:on|as to|as for|as regards|regarding|turning to|in relation to|with regard to|in respect of|for)\s+)?(?:the\s+)?`
const LETTER = '([a-h]|[ivx]{1,4})'

function cutAtParts(pieces: readonly Piece[], number: string): Segment[] {
  const own = number.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  const opening = new RegExp(
    String.raw`^\W{0,3}${WHERE}(?:(?:recommendations?|rec\.?|parts?|points?|items?|limbs?|elements?|sub-?recommendations?)\s+)?(?:${own}\s?\(?${LETTER}\)?|\(${LETTER}\)|${LETTER}\))(?=[\s.:–—,-])`,
    'i',
  )
  const segments: Segment[] = []
  for (const piece of pieces) {
    const starts = piece.kind === 'heading' ? [0] : sentenceStarts(piece.text)
    starts.forEach((start, place) => {
      const end = starts[place + 1] ?? piece.text.length
      const sentence = piece.text.slice(start, end)
      const match = opening.exec(sentence) ?? NAMED.exec(sentence)
      const letter = match
        ?.slice(1)
        .find((one) => one !== undefined)
        ?.toLowerCase()
      add(segments, slicePiece(piece, start, end), letter)
    })
  }
  return segments.map((segment) => ({ ...segment, pieces: joinSentences(segment.pieces, pieces) }))
}

/** "On part b, we do not believe …", "… and this meets part a." */
const NAMED = new RegExp(String.raw`\b(?:part|limb|element)\s+\(?${LETTER}\)?(?![\p{L}\p{N}])`, 'iu')

/** What names no part goes with the one before it, and at the start with the first that is named. */
function add(segments: Segment[], piece: Piece, letter: string | undefined): void {
  const last = segments.at(-1)
  if (last && (letter === undefined || last.letters.length === 0 || last.letters.includes(letter))) {
    last.pieces.push(piece)
    if (last.letters.length === 0 && letter !== undefined) last.letters = [letter]
  } else segments.push({ letters: letter === undefined ? [] : [letter], pieces: [piece] })
}

/** "2(a) " and "Part (b): " are no words of the reply. */
const MARK = /^\s*(?:parts?\s+)?(?:\d{1,3}(?:\.\d{1,3})?\s?)?\(?(?:[a-h]|[ivx]{1,4})\)?[\s.:–—-]+(?=\p{Lu})/u

/** Sentences of one piece that stand together, as the stretch of the piece that they are. */
function joinSentences(sentences: readonly Piece[], pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const own = sentences.filter((one) => one.start >= piece.start && one.end <= piece.end)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const mark = MARK.exec(first.text)?.[0].length ?? 0
    return [slicePiece(piece, first.start - piece.start + mark, last.end - piece.start)]
  })
}
