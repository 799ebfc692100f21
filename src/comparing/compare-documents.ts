/** A report set beside its response: finds the recommendations and the replies, links them, and judges each reply. */
import type { Comparison, DocumentText, Statement, UnmatchedResponse } from '../model/index.ts'
import { hearTicked, type ReadingOptions, readStatements } from '../reading/index.ts'
import { DECISION_CUES } from './decision-cues.ts'
import { type Bench, judgeReply } from './decisions.ts'
import { createExtracts } from './extracts.ts'
import { findGroupHeadings } from './group-headings.ts'
import { printNumber } from './labels.ts'
import { findLegend } from './legend.ts'
import { linkReplies } from './links.ts'
import { takeApart } from './part-rows.ts'
import { type Piece, takePieces } from './pieces.ts'
import { findPositions } from './positions.ts'
import { findRecommendations } from './recommendations.ts'
import { type Reply, rangeOf } from './replies.ts'
import { findResponses } from './responses.ts'
import { type Around, isWithin, toRow } from './rows.ts'
import { createTopicSpace } from './similarity.ts'
import { splitAtCodes } from './split-pieces.ts'
import { type Spoken, splitSpoken } from './spoken.ts'
import { createWordReader } from './words.ts'

export interface ComparingOptions extends ReadingOptions {
  /** All statements of the response, where it was read before with the same options; otherwise it is read when needed. */
  readonly responseStatements?: readonly Statement[]
}

/**
 * One row for each recommendation, in the report's order, answered or not, and the replies that answer none. Documents
 * without recommendations give no rows; a response that answers nothing leaves every row at `no-response`.
 */
export function compareDocuments(
  report: DocumentText,
  response: DocumentText,
  options: ComparingOptions = {},
): Comparison {
  const words = createWordReader()
  const printed = splitAtCodes(takePieces(report))
  const found = findRecommendations(report, printed, () => readStatements(report, options))
  const pieces = splitAtCodes(takePieces(hearTicked(response)))
  const answers = findResponses(pieces, found, !GUESSED_LEVELS.has(response.mediaType))
  const { asked, replies } = takeApart({ asked: found, replies: answers }, printed)
  const { rarity } = createTopicSpace(pieces.map((piece) => words.read(piece.text)))
  const bench: Bench = { cues: DECISION_CUES, words, rarity }
  const links = linkReplies(asked, replies, words)
  const statements = lazily(() =>
    (options.responseStatements ?? readStatements(response, options)).filter(
      (one) => one.kind === 'commitment',
    ),
  )
  const legend = findLegend(pieces)
  const groups = findGroupHeadings(pieces)
  const positions = findPositions(
    speakOutside(pieces, replies),
    asked.flatMap((one) => (one.isAsk ? (one.number ?? []) : [])),
    bench,
  )
  const around: Around = {
    ...{ report, response, asked, replies, links, bench, legend, groups, positions, statements },
  }
  const rows = asked.flatMap((_, index) => toRow(index, around) ?? [])
  return { rows, unmatchedResponses: listUnmatched(around) }
}

/** The sentences that are no part of a reply to one recommendation, and no print of one. */
function speakOutside(pieces: readonly Piece[], replies: readonly Reply[]): Spoken[] {
  const taken = replies
    .filter((reply) => !reply.isMention)
    .flatMap((reply) => [...reply.pieces, ...reply.quoted])
  const isTaken = (piece: Piece) => taken.some((one) => one.start < piece.end && one.end > piece.start)
  return pieces
    .filter(({ kind, text }) => kind !== 'heading' && /recommendation/i.test(text))
    .filter((piece) => !isTaken(piece))
    .flatMap((piece) => splitSpoken(piece.text, piece.start))
}

/** Formats whose heading levels are read off the look of a line. */
const GUESSED_LEVELS: ReadonlySet<string> = new Set(['application/pdf', 'text/plain'])

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function listUnmatched(around: Around): UnmatchedResponse[] {
  const used = new Set(around.links.map((link) => link.reply))
  const extract = createExtracts(around.response)
  return around.replies.flatMap((reply, index) => {
    const range = rangeOf(reply.pieces)
    if (used.has(index) || !range || reply.isMention || reply.isToAll) return []
    const hasPromise = around.statements().some((statement) => isWithin(statement, range))
    const judged = judgeReply(
      {
        recommendation: '',
        reply: reply.pieces.flatMap((piece) => splitSpoken(piece.text, piece.start)),
        numbers: reply.numbers,
      },
      around.bench,
    )
    // What answers a conclusion, or carries no number, is a reply only if it decides or promises something.
    const isNumbered = reply.numbers.length > 0 && !reply.isToConclusion
    if (!isNumbered && !hasPromise && !(reply.isToConclusion && judged.evidence)) return []
    const headings = reply.title === null ? reply.headings : [...reply.headings, reply.title]
    return [
      {
        ...extract(range),
        number: reply.numbers[0] === undefined ? null : printNumber(reply.numbers[0]),
        headings,
        decision: judged.evidence ? judged.decision : null,
      },
    ]
  })
}
