/** The replies of a response that marks none: its innermost sections, or its paragraphs where it has no headings. */
import { type Piece, squeeze } from './pieces.ts'
import type { Reply } from './replies.ts'

const NO_REPLY =
  /^\W*(?:contents|introduction|foreword|ministerial foreword|preface|background|about|executive summary|summary|annex|appendix|glossary|references|contact|jump to)\b/i

/** Sections that may answer something, in reading order. */
export function findSections(pieces: readonly Piece[]): Reply[] {
  const sections: { heading: Piece | null; body: Piece[] }[] = [{ heading: null, body: [] }]
  for (const piece of pieces) {
    if (piece.kind === 'heading') sections.push({ heading: piece, body: [] })
    else sections.at(-1)?.body.push(piece)
  }
  const titled = sections.filter((section) => section.heading && section.body.length > 0)
  const isByHeading = titled.length >= 2
  if (!isByHeading)
    return pieces.filter((piece) => piece.kind !== 'heading').map((piece) => toReply(null, [piece]))
  return titled
    .filter(({ heading }) => !NO_REPLY.test(heading?.text ?? ''))
    .map(({ heading, body }) => toReply(heading, body))
}

function toReply(heading: Piece | null, body: readonly Piece[]): Reply {
  return {
    numbers: [],
    restated: new Map(),
    title: heading ? squeeze(heading.text) : null,
    headings: heading?.headings ?? body[0]?.headings ?? [],
    quoted: [],
    pieces: body,
    isToConclusion: false,
  }
}
