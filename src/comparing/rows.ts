/** A recommendation with the reply that it got, its decision and what it promises: one row of a comparison. */
import type { ComparisonRow, Decision, DocumentText, Range, Statement } from '../model/index.ts'
import { type Bench, type Judged, judgeReply } from './decisions.ts'
import { setDueDates } from './due-dates.ts'
import { createExtracts } from './extracts.ts'
import { type GroupHeadings, readByHeading } from './group-headings.ts'
import { printNumber } from './labels.ts'
import { type Legend, readByLegend } from './legend.ts'
import type { Link } from './links.ts'
import type { Piece } from './pieces.ts'
import { type Positions, readShared } from './positions.ts'
import type { Recommendation } from './recommendations.ts'
import { type Reply, rangeOf } from './replies.ts'
import { keepDeciding, splitByBody } from './several-bodies.ts'
import { shareOut } from './share-out.ts'
import { type Spoken, splitSpoken } from './spoken.ts'

/** Both documents as comparing sees them. */
export interface Around {
  readonly report: DocumentText
  readonly response: DocumentText
  readonly asked: readonly Recommendation[]
  readonly replies: readonly Reply[]
  readonly links: readonly Link[]
  readonly bench: Bench
  readonly legend: Legend
  readonly groups: GroupHeadings
  readonly positions: Positions
  readonly statements: () => readonly Statement[]
}

/** The row of the recommendation at `index`; null for a conclusion that nothing answers as a recommendation. */
export function toRow(index: number, around: Around): ComparisonRow | null {
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
  const best = bestLink(answers, around)
  if (!best) return { ...base, ...unanswered(links) }
  return { ...base, ...answered(one, best, answers, around) }
}

const ABOUT_CONCLUSION =
  /^[^.]{0,60}\b(?:notes?|accepts?|agrees? with|welcomes?|shares?|disagrees? with|does not accept) (?:this|the|that|these) (?:[\p{L}’']+ ){0,2}?(?:conclusions?|findings?|observations?|assessment)\b/iu

/** The reply is to a conclusion, or to a recommendation that it prints beside this conclusion. */
function isToAnother(link: Link, around: Around): boolean {
  const reply = around.replies[link.reply]
  if (reply?.isToConclusion || ABOUT_CONCLUSION.test(reply?.pieces[0]?.text ?? '')) return true
  return around.links.some((other) => other.reply === link.reply && around.asked[other.recommendation]?.isAsk)
}

/** A reply as short as this may be the cell of a table at the front, which the chapter behind it spells out. */
const BARE = { characters: 80, lessSure: 0.15 } as const

/** The surest link, of equals the first; where that is a bare decision, the fullest of those nearly as sure. */
function bestLink(links: readonly Link[], around: Around): Link | null {
  const first = links.reduce<Link | null>(
    (best, link) => (best && best.confidence >= link.confidence ? best : link),
    null,
  )
  if (!first || lengthOf(first, around) > BARE.characters) return first
  return links.reduce(
    (best, link) =>
      link.confidence >= first.confidence - BARE.lessSure && lengthOf(link, around) > lengthOf(best, around)
        ? link
        : best,
    first,
  )
}

function lengthOf(link: Link, around: Around): number {
  const range = rangeOf(around.replies[link.reply]?.pieces ?? [])
  return range ? range.end - range.start : 0
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
  answers: readonly Link[],
  around: Around,
): Omit<ComparisonRow, 'number' | 'headings' | 'recommendation'> {
  const range = rangeOf(around.replies[link.reply]?.pieces ?? []) ?? { start: 0, end: 0 }
  const extract = createExtracts(around.response)
  const judged = judgeLinks(one, link, answers, around)
  return {
    response: extract(range),
    decision: judged.decision,
    decisionEvidence: judged.evidence ? extract(judged.evidence) : null,
    commitments: setDueDates(
      around.statements().filter((statement) => isWithin(statement, range) && !LEADS_IN.test(statement.text)),
      around.replies[link.reply]?.pieces ?? [],
      around.response.date,
    ),
    confidence: Number((link.confidence * (0.5 + 0.5 * judged.confidence)).toFixed(2)),
    because: [...link.because, ...judged.because],
  }
}

/** The decision of the reply, or, where it says none in words, the one that another reply to the same number says. */
function judgeLinks(one: Recommendation, link: Link, answers: readonly Link[], around: Around): Judged {
  const judged = judgeLink(one, link, around)
  if (judged.evidence) return judged
  for (const other of answers) {
    if (other === link || other.numbers.length === 0) continue
    const elsewhere = judgeLink(one, other, around)
    if (elsewhere.evidence) return fromElsewhere(elsewhere)
  }
  const stated = one.number === null ? undefined : around.positions.get(one.number)
  return stated ? fromElsewhere(stated) : judged
}

const fromElsewhere = (judged: Judged): Judged => ({
  ...judged,
  because: judged.because.map((reason) => `elsewhere ${reason}`),
})

function judgeLink(one: Recommendation, link: Link, around: Around): Judged {
  const reply = around.replies[link.reply]
  const numbers =
    link.numbers.length > 0 ? link.numbers : [...(reply?.numbers ?? []), one.number ?? []].flat()
  const place = one.number === null ? -1 : (reply?.numbers.indexOf(one.number) ?? -1)
  const ticked = readTick(reply?.pieces ?? [], place, reply?.numbers.length ?? 0)
  if (ticked) return ticked
  const coded = readByLegend(reply?.pieces ?? [], around.legend, 'codes')
  if (coded) return coded
  const shared = readShared(speak(reply?.pieces ?? []), link.numbers, reply?.numbers ?? [], around.bench)
  if (shared) return shared
  const judge = (spoken: readonly Spoken[]) =>
    judgeReply({ recommendation: askedOf(one), reply: spoken, numbers }, around.bench)
  const parts = (reply?.parts ?? []).filter((part) => part.length > 0)
  if (parts.length > 1) return joinJudged(parts.map((part) => judge(speak(part))))
  const bodies = splitByBody(aboutThis(one, link, around))
  const judged = bodies.length > 1 ? joinJudged(keepDeciding(bodies.map(judge))) : judge(bodies[0] ?? [])
  if (judged.evidence) return judged
  // A colour mostly tells how far something has got: what is said in words comes first, and what heads a group.
  return (
    readByHeading(reply, around.groups) ??
    readByLegend(reply?.pieces ?? [], around.legend, 'colours') ??
    judged
  )
}

const askedOf = ({ lead, text }: Recommendation) => (lead === undefined ? text : `${lead} ${text}`)

const TICKS: readonly (readonly [RegExp, Decision])[] = [
  [/^\W*(?:y|yes)\W*$/i, 'accepted'],
  [/^\W*(?:n|no)\W*$/i, 'rejected'],
  [/^\W*(?:part|partial|partially|partly|in part|yes,? in part)\W*$/i, 'accepted-in-part'],
]

/** "We will:" promises nothing but what the items behind it say. */
const LEADS_IN =
  /^\W*(?:\p{L}+ ){0,4}?(?:we|it|they|\p{L}+) (?:will|shall)(?: also| now| therefore)?\s*:?\W*$/iu

/** "Do you accept the recommendation?" */
const ASKS_WHETHER = /\b(?:accept|agree|implement)(?:ed|d)?\b[^?]{0,60}\?\W*$/i

/** "Yes", "No" or "Partially" in the column, or under the question, that asks whether it is accepted. */
function readTick(pieces: readonly Piece[], mine: number, all: number): Judged | null {
  for (const [place, piece] of pieces.entries()) {
    const question = [pieces[place - 1]?.text, piece.headings.at(-1)].some((text) =>
      ASKS_WHETHER.test(text ?? ''),
    )
    const isTick = piece.role === 'decision' || question
    // "No / Yes" beside two recommendations says one for each.
    const said = piece.text.split('/')
    const own = said.length > 1 && said.length === all ? (said[mine] ?? '') : piece.text
    const decision = TICKS.find(([pattern]) => isTick && pattern.test(own))?.[1]
    if (decision)
      return {
        ...{
          decision,
          confidence: 0.95,
          because: [`says "${piece.text.trim()}" where it is asked whether it accepts`],
        },
        evidence: { start: piece.start, end: piece.end },
      }
  }
  return null
}

/** What the replies to the parts of one recommendation come to: all alike that, else a yes to some of it. */
function joinJudged(parts: readonly Judged[]): Judged {
  const [first] = parts
  const decisions = new Set(parts.map((part) => part.decision))
  const weakest = parts.reduce((least, part) => (part.confidence < least.confidence ? part : least))
  if (first && decisions.size === 1) return { ...first, confidence: weakest.confidence }
  const isGranted = parts.some((part) => /^accepted/.test(part.decision))
  const kept = parts.find((part) => part.decision === (isGranted ? 'accepted' : 'noted')) ?? weakest
  return {
    ...kept,
    decision: isGranted ? 'accepted-in-part' : 'noted',
    because: ['its parts are answered differently', ...parts.flatMap((part) => part.because)].slice(0, 4),
  }
}

/** The sentences of a reply's pieces; the items behind "We will:" say that they will be done. */
const speak = (pieces: readonly Piece[]): Spoken[] => speakApart(pieces).flat()

/** The same, by piece. */
function speakApart(pieces: readonly Piece[]): Spoken[][] {
  let lead = ''
  return pieces.map((piece) => {
    const isItem = piece.kind === 'list-item' || /^\s*[•\p{Ll}]/u.test(piece.text)
    if (!isItem) lead = PROMISES.exec(piece.text)?.[1] ?? ''
    const spoken = splitSpoken(piece.text, piece.start)
    return isItem && lead !== ''
      ? spoken.map((one, place) => (place === 0 ? { ...one, text: `${lead} ${one.text}` } : one))
      : spoken
  })
}

/** "To put this right, we will:" before a list. */
const PROMISES = /(?:^|[\s,])((?:we|it|they|[\p{L}]+) (?:will|shall)(?: also| now| therefore)?)\s*:\s*$/iu

/** The sentences of the reply; of one that answers several, or turns to others by number, those about this recommendation. */
function aboutThis(one: Recommendation, link: Link, around: Around): readonly Spoken[] {
  const pieces = around.replies[link.reply]?.pieces ?? []
  const others = around.links.flatMap((other) => {
    const asked = other.reply === link.reply ? around.asked[other.recommendation] : undefined
    return asked && asked !== one && asked.isAsk ? [asked] : []
  })
  const { words, rarity } = around.bench
  const paragraphs = speakApart(pieces)
  return others.length === 0 ? paragraphs.flat() : shareOut(paragraphs, one, others, words, rarity)
}

export const isWithin = (inner: Range, outer: Range) => inner.start >= outer.start && inner.end <= outer.end
