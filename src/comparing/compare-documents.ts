/** A report set beside its response: finds the recommendations and the replies, links them, and judges each reply. */
import type {
  Comparison,
  ComparisonRow,
  DocumentText,
  Range,
  Statement,
  UnmatchedResponse,
} from '../model/index.ts'
import { type ReadingOptions, readStatements } from '../reading/index.ts'
import { DECISION_CUES } from './decision-cues.ts'
import { type Bench, judgeReply } from './decisions.ts'
import { createExtracts } from './extracts.ts'
import { printNumber } from './labels.ts'
import { type Link, linkReplies } from './links.ts'
import { takePieces } from './pieces.ts'
import { findRecommendations, type Recommendation } from './recommendations.ts'
import { type Reply, rangeOf } from './replies.ts'
import { findResponses } from './responses.ts'
import { shareOut } from './share-out.ts'
import { createTopicSpace } from './similarity.ts'
import { type Spoken, splitSpoken } from './spoken.ts'
import { createWordReader } from './words.ts'

/**
 * One row for each recommendation, in the report's order, answered or not, and the replies that answer none. Documents
 * without recommendations give no rows; a response that answers nothing leaves every row at `no-response`.
 */
export function compareDocuments(
  report: DocumentText,
  response: DocumentText,
  options: ReadingOptions = {},
): Comparison {
  const words = createWordReader()
  const asked = findRecommendations(report, takePieces(report), () => readStatements(report, options))
  const pieces = takePieces(response)
  const replies = findResponses(pieces, asked, !GUESSED_LEVELS.has(response.mediaType))
  const { rarity } = createTopicSpace(pieces.map((piece) => words.read(piece.text)))
  const bench: Bench = { cues: DECISION_CUES, words, rarity }
  const links = linkReplies(asked, replies, words)
  const statements = lazily(() =>
    readStatements(response, options).filter((one) => one.kind === 'commitment'),
  )
  const around: Around = { report, response, asked, replies, links, bench, statements }
  const rows = asked.flatMap((_, index) => toRow(index, around) ?? [])
  return { rows, unmatchedResponses: listUnmatched(around) }
}

/** Formats whose heading levels are read off the look of a line. */
const GUESSED_LEVELS: ReadonlySet<string> = new Set(['application/pdf', 'text/plain'])

interface Around {
  readonly report: DocumentText
  readonly response: DocumentText
  readonly asked: readonly Recommendation[]
  readonly replies: readonly Reply[]
  readonly links: readonly Link[]
  readonly bench: Bench
  readonly statements: () => readonly Statement[]
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function toRow(index: number, around: Around): ComparisonRow | null {
  const one = around.asked[index]
  if (!one) return null
  const links = around.links.filter((link) => link.recommendation === index)
  const answers = links.filter((link) => (around.replies[link.reply]?.pieces.length ?? 0) > 0)
  const isAnsweredAsConclusion = links.every((link) => isToAnother(link, around))
  if (!one.isAsk && (answers.length === 0 || isAnsweredAsConclusion)) return null
  const extract = createExtracts(around.report)
  const base = {
    number: one.number === null ? null : printNumber(one.number),
    headings: one.title === null ? one.headings : [...one.headings, one.title],
    recommendation: extract(one),
  }
  const best = bestLink(answers)
  if (!best) return { ...base, ...unanswered(links) }
  return { ...base, ...answered(one, best, around) }
}

/** The reply is to a conclusion, or to a recommendation that it prints beside this conclusion. */
function isToAnother(link: Link, around: Around): boolean {
  if (around.replies[link.reply]?.isToConclusion) return true
  return around.links.some((other) => other.reply === link.reply && around.asked[other.recommendation]?.isAsk)
}

/** The surest link; of equals the first. Replies in several places give the row its fullest one. */
function bestLink(links: readonly Link[]): Link | null {
  return links.reduce<Link | null>(
    (best, link) => (best && best.confidence >= link.confidence ? best : link),
    null,
  )
}

function unanswered(links: readonly Link[]): Omit<ComparisonRow, 'number' | 'headings' | 'recommendation'> {
  const isPrinted = links.length > 0
  return {
    response: null,
    decision: 'no-response',
    decisionEvidence: null,
    commitments: [],
    confidence: isPrinted ? 0.85 : 0.75,
    because: [
      isPrinted
        ? 'the response prints it and says nothing to it'
        : 'no reply carries its number, its words or its heading',
    ],
  }
}

function answered(
  one: Recommendation,
  link: Link,
  around: Around,
): Omit<ComparisonRow, 'number' | 'headings' | 'recommendation'> {
  const reply = around.replies[link.reply]
  const range = rangeOf(reply?.pieces ?? []) ?? { start: 0, end: 0 }
  const extract = createExtracts(around.response)
  const judged = judgeReply(
    {
      recommendation: one.text,
      reply: aboutThis(one, link, around),
      numbers: link.numbers.length > 0 ? link.numbers : [...(reply?.numbers ?? []), one.number ?? []].flat(),
    },
    around.bench,
  )
  return {
    response: extract(range),
    decision: judged.decision,
    decisionEvidence: judged.evidence ? extract(judged.evidence) : null,
    commitments: around.statements().filter((statement) => isWithin(statement, range)),
    confidence: Number((link.confidence * (0.5 + 0.5 * judged.confidence)).toFixed(2)),
    because: [...link.because, ...judged.because],
  }
}

/** The sentences of the reply; of one that answers several, those about this recommendation. */
function aboutThis(one: Recommendation, link: Link, around: Around): readonly Spoken[] {
  const pieces = around.replies[link.reply]?.pieces ?? []
  const spoken = pieces.flatMap((piece) => splitSpoken(piece.text, piece.start))
  const others = around.links.flatMap((other) => {
    const text = other.reply === link.reply ? around.asked[other.recommendation] : undefined
    return text && text !== one && text.isAsk ? [text.text] : []
  })
  const { words, rarity } = around.bench
  return others.length === 0 ? spoken : shareOut(spoken, one.text, others, words, rarity)
}

const isWithin = (inner: Range, outer: Range) => inner.start >= outer.start && inner.end <= outer.end

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
