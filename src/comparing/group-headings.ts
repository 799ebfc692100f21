/** Headings that decide for what stands under them: "Recommendations not accepted", "What we are not doing". */
import type { Decision } from '../model/index.ts'
import type { Judged } from './decisions.ts'
import { type Piece, squeeze } from './pieces.ts'
import type { Reply } from './replies.ts'
import { TwinPattern, twin } from './twin-pattern.ts'

/** By the heading's words. */
export type GroupHeadings = ReadonlyMap<string, Judged>

const LONGEST = 90

const OBJECT = String.raw`(?:(?:the|those|these|which|that|we|you|your|all|group [a-z\d]+|part [a-z\d]+|category [a-z\d]+|[a-z\d]{1,3}[.):])[\s:–—-]+)*(?:(?:recommendations?|proposals?|suggestions?|asks?|requests?|points?|calls)[\s:–—-]+)?(?:(?:that|which|those|we|the (?:\p{L}+ ){0,2}?(?:government|council|board|department|trust|company|cabinet|ministry|authority|agency)|ministers|it|they|to be|are|is|has|have|been|were|was|can|fully|already)[\s:–—-]+)*`
const TAIL = String.raw`(?:[\s,:–—-]*(?:recommendations?|proposals?|suggestions?|asks?|requests?|points?|\(\d{1,3}\)|in full|outright|at (?:this|the present) (?:time|stage)|now|by (?:us|the (?:\p{L}+ ){1,2})))*\W*$`
const heading = (words: string) => new TwinPattern(String.raw`^\W*${OBJECT}(?:${words})${TAIL}`)

/** Plain words of deciding, in the order that they are tried. */
const DECIDED: readonly (readonly [TwinPattern, Decision])[] = [
  [
    heading(
      String.raw`(?:do not|does not|cannot|not|will not|un)(?: be)?[\s-]?(?:accept\p{L}*|agree[sd]?(?: with| to)?|support\p{L}*|adopt\p{L}*|tak(?:e|en|ing) (?:forward|up)|pursu\p{L}+|implement\p{L}*|proceed\p{L}*(?: with)?)|reject\p{L}*|declin\p{L}+|refus\p{L}+|turn\p{L}* down|disagree[sd]?(?: with)?`,
    ),
    'rejected',
  ],
  [
    heading(String.raw`(?:accept\p{L}*|agree[sd]?(?: with| to)?|support\p{L}*) in principle`),
    'accepted-in-principle',
  ],
  [
    heading(
      String.raw`(?:(?:accept\p{L}*|agree[sd]?(?: with| to)?|support\p{L}*) (?:in part|partially|partly|with (?:modifications?|changes|reservations))|(?:partially|partly|part)[\s-]?(?:accept\p{L}*|agree[sd]?(?: with)?|support\p{L}*))`,
    ),
    'accepted-in-part',
  ],
  [
    heading(
      `not(?:ed|ing)|(?:for |under )?(?:further )?consider(?:ation|ed|ing)|(?:still )?under (?:review|consideration)|deferred|for (?:other bodies|others|another body)|outside (?:our|the council[’']s|its) (?:remit|control|powers?)|(?:directed|addressed) (?:at|to) others`,
    ),
    'noted',
  ],
  [
    heading(
      String.raw`accept\p{L}*|agree[sd]?(?: with| to)?|support\p{L}*|adopt\p{L}*|tak(?:e|en|ing) forward`,
    ),
    'accepted',
  ],
]

/** Words that head many a page: they decide only where the response sorts its answers under several of these. */
const SORTED: readonly (readonly [TwinPattern, Decision])[] = [
  [
    twin(
      /^\W*(?:(?:what|things|where) (?:we|the \p{L}+) (?:are|is|will|do|did|have|has|cannot|can[’']t|won[’']t)?[\s-]*(?:not|never|won[’']t|cannot|can[’']t|unable)?.{0,24}(?:\bnot\b|won[’']t|cannot|can[’']t|unable).{0,24}|not (?:doing|going ahead|for now|to be done|possible)(?: \p{L}+){0,2}|(?:we )?(?:won[’']t|will not|cannot|can[’']t) (?:do|be doing|change)|no action|no change|no)\W*$/iu,
    ),
    'rejected',
  ],
  [
    twin(
      /^\W*(?:doing (?:some|part) of (?:it|this|these)|(?:doing (?:it |this )?)?(?:in part|partly)|partly(?: doing)?|doing (?:it )?differently|changes? to what you asked)\W*$/i,
    ),
    'accepted-in-part',
  ],
  [
    twin(
      /^\W*(?:(?:still )?(?:thinking about|looking at|considering|to decide|deciding)(?: it| this| these)?|what we (?:are|will) (?:still )?(?:consider\p{L}*|think\p{L}* about|look\p{L}* at)|not decided|undecided|later|maybe)\W*$/iu,
    ),
    'noted',
  ],
  [
    twin(
      /^\W*(?:(?:what|things) (?:we|the \p{L}+) (?:are|is|will|have|has) (?:already |now |be )?(?:do|doing|done|change|changing|changed)(?: already| now)?|(?:already )?doing(?: already| now| it)?|done(?: already)?|going ahead|yes|in hand|to do)\W*$/iu,
    ),
    'accepted',
  ],
]
const FEWEST_SORTED = 2

/** Cheap first: most headings have none of these words. */
const MAY_DECIDE =
  /accept|agree|support|adopt|forward|reject|declin|refus|turn|not|n[’']t|consider|review|defer|other|outside|address|direct|do\b|doing|done|chang|part|think|look|decid|later|maybe|going|yes|\bno\b|hand/i

/** The headings of a response that decide; empty where none does. */
export function findGroupHeadings(pieces: readonly Piece[]): GroupHeadings {
  const printed = pieces.filter(
    ({ kind, text }) => kind === 'heading' && text.length <= LONGEST && MAY_DECIDE.test(text),
  )
  const plain = readAll(printed, DECIDED)
  const sorted = readAll(
    printed.filter((piece) => !plain.has(squeeze(piece.text))),
    SORTED,
  )
  const kinds = new Set([...plain.values(), ...sorted.values()].map((judged) => judged.decision))
  return kinds.size >= FEWEST_SORTED ? new Map([...sorted, ...plain]) : plain
}

function readAll(
  pieces: readonly Piece[],
  table: readonly (readonly [TwinPattern, Decision])[],
): Map<string, Judged> {
  return new Map(
    pieces.flatMap((piece) => {
      const words = squeeze(piece.text)
      const decision = table.find(([pattern]) => pattern.test(words))?.[1]
      if (!decision) return []
      const judged: Judged = {
        decision,
        evidence: { start: piece.start, end: piece.end },
        confidence: 0.85,
        because: [`stands under "${words}"`],
      }
      return [[words, judged] as const]
    }),
  )
}

/** What the nearest heading above a reply decides; null where none does. */
export function readByHeading(reply: Reply | undefined, headings: GroupHeadings): Judged | null {
  if (headings.size === 0 || !reply) return null
  const above = [...reply.headings, ...(reply.pieces[0]?.headings ?? [])].reverse()
  for (const words of above) {
    const judged = headings.get(words)
    if (judged) return judged
  }
  return null
}
