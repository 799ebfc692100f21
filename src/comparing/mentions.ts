/** Recommendations that a response's sentences name by number: "We accept recommendations 1, 2 and 8". */
import { type Label, parseNumberList, readNumbers, WORD } from './labels.ts'
import type { Piece } from './pieces.ts'
import type { Reply } from './replies.ts'
import { sentenceStarts, slicePiece } from './split-pieces.ts'

const ONE = String.raw`(?:\d{3}/\d{2}|[A-Z]?\d{1,3}(?:\.\d{1,2})?(?:[a-z]\b|\([a-z]\))?|\([ivx]{1,6}\)|(?<!concerns? )${WORD}|[A-K](?![\p{L}\p{N}’'-]))`
const nameAfter = (noun: string) =>
  new RegExp(
    String.raw`\b${noun}\s+(${ONE}(?:\s*(?:,\s*and\s|,|\band\b|\bto\b|\bor\b|–|-|&)\s*(?:${noun}\s+)?${ONE})*)`,
    'giu',
  )
const NAMED = nameAfter('(?:recommendations?|concerns?)')
const NAMED_PARAGRAPHS = nameAfter(String.raw`(?:recommendations?|paragraphs?|paras?\.?)`)
const DECIDING =
  /\b(?:dis)?(?:accept|agree|reject|note[ds]?\b|support|decline|endorse|implement|tak(?:e|ing) (?:up|forward)|pursu|proceed)/i
/** "As we said in our response to recommendation 2": not a reply to it. */
const REFERRING =
  /\b(?:see|as|in|under|our|with)\b[^.;]{0,40}\b(?:response|reply|answer)s? (?:to|on|under)\s+$/i

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const ORDINAL = new RegExp(
  `(?:\\b(?:the|your|its|this)|[’']s) (${ORDINALS.join('|')})(?: (?:and|or) (${ORDINALS.join('|')}))?(?: of (?:the|these|its|your))? recommendations?\\b`,
  'gi',
)

/** "The recommendation a year ago": a letter that counts is a capital. */
const ARTICLE = /^[a-k]$/

/** The numbers that a sentence names, in order of print; none where it only points to another reply. */
export function nameNumbers(sentence: string, pattern = NAMED): string[] {
  const isReply = (match: RegExpExecArray) => !REFERRING.test(sentence.slice(0, match.index))
  const counted = [...sentence.matchAll(pattern)]
    .filter((match) => isReply(match) && !ARTICLE.test(match[1] ?? ''))
    .flatMap((match) => parseNumberList(match[1] ?? ''))
  const ranked = [...sentence.matchAll(ORDINAL)].filter(isReply)
  return [
    ...counted,
    ...ranked.flatMap((match) =>
      [match[1], match[2]].flatMap((word) =>
        word === undefined ? [] : [String(ORDINALS.indexOf(word.toLowerCase()) + 1)],
      ),
    ),
  ]
}

/** "There are two recommendations on roofs: to mend them (Recommendation 2); and …": it tells what each was, and all are answered below. */
export const describesEach = (text: string, numbers: readonly string[]) => {
  const named = nameNumbers(text)
  const isEach = (text.match(/\(recommendations? /gi) ?? []).length > 1
  return isEach && numbers.every((number) => named.includes(number))
}

/** "(Recommendation 4)" behind what will be done about it. */
const POINTED = /[([](?:see )?recommendations? [^()[\]]{1,40}(?:\([a-z]\))?[)\]]/gi
/** "[R1, R4]" in the same place: the short form needs its bracket. */
const POINTED_SHORT =
  /[([]((?:R|Rec)\.? ?\d{1,3}[a-z]?(?:(?:,|;| and| &) ?(?:(?:R|Rec)\.? ?)?\d{1,3}[a-z]?)*)[)\]]/g

/** The numbers that a paragraph names in its first sentence, or in brackets behind any, as its label. */
export function readMention(piece: Piece): Label | null {
  const first = nameNumbers(piece.text.slice(0, sentenceStarts(piece.text)[1] ?? piece.text.length))
  const pointed = [
    ...[...piece.text.matchAll(POINTED)].flatMap((match) => nameNumbers(match[0])),
    ...[...piece.text.matchAll(POINTED_SHORT)].flatMap((match) => readNumbers(match[1] ?? '')),
  ]
  const numbers = [...new Set([...first, ...pointed])]
  return numbers.length === 0 ? null : { kind: 'number', numbers, length: 0 }
}

const OPENING =
  /^\W*(?:(?:with regard to|as regards|turning to|in relation to|in respect of|in response to|on|as to|for) )?(?:the |your |its )?(?:recommendations?|concerns?) \S/iu
/** "As to (iii), choristers have always …" */
const BRACKETED =
  /^\W*(?:with regard to|as regards|regarding|turning to|in relation to|in respect of|on|as to|as for|point|item|[^.;:]{0,80}\b(?:ask|recommend|suggest|propose|say|request)(?:ed|s)? (?:in|at|under))\s+(?:(?:point|item|paragraph)\s+)?\(([ivx]{1,6}|[a-h]|\d{1,2})\)/i
const OF_ITSELF =
  /^,|^(?:\s\([^)]{3,60}\))?\s(?:is|are|was|were|has|have|had|will|would|falls?|relates?|concerns?|asks?|calls?|does|do|cannot|could|should|needs?|requires?|we|i|the|this|our|my|propose[sd]?|asked|suggest(?:s|ed)|sought|recommended|called|invited|urged|required?s?|raises?|goes|deals?|covers?|touch(?:es)?|seeks?|reflects?|mirrors?|overlaps?|follows?|may|might|can|must|poses?|presents?)\b(?!\s(?:\w+\s)?(?:linked|related|connected|tied|similar))/iu

/**
 * "Recommendation 4 is for the Chief Constable": a paragraph that opens by speaking of one whose number is in `open`,
 * and no label's anywhere. Its number is no label that takes words off the text.
 */
export function readOpeningMention(piece: Piece, open: ReadonlySet<string>): Label | null {
  if (open.size === 0 || piece.kind === 'heading') return null
  const bare = BRACKETED.exec(piece.text)?.[1]?.toLowerCase()
  if (bare !== undefined && open.has(bare)) return { kind: 'number', numbers: [bare], length: 0 }
  const ranked = readRanks(piece.text, open)
  if (ranked.length > 0) return { kind: 'number', numbers: ranked, length: 0 }
  if (!OPENING.test(piece.text)) return null
  const match = [...piece.text.slice(0, 160).matchAll(NAMED)][0]
  if (!match || !OF_ITSELF.test(piece.text.slice(match.index + match[0].length))) return null
  const numbers = parseNumberList(match[1] ?? '')
  return numbers.length > 0 && numbers.every((number) => open.has(number))
    ? { kind: 'number', numbers, length: 0 }
    : null
}

const RANK = `(?:${ORDINALS.join('|')}|last|final)`
/** "Your first and last recommendations …", "With regard to your second recommendation, …" */
const RANKED = new RegExp(
  `^\\W*(?:(?:with regard to|as regards|turning to|in relation to|in respect of|in response to|on|as to|as for) )?(?:the|your|its) (${RANK})(?:(?:,| and|, and) (${RANK}))? (?:of your )?recommendations?\\b`,
  'i',
)

/** The numbers in \`open\` that an opening means by rank; the last is the highest of them. */
function readRanks(text: string, open: ReadonlySet<string>): string[] {
  const counted = [...open].filter((number) => /^\d+$/.test(number)).map(Number)
  const [, ...words] = RANKED.exec(text.slice(0, 160)) ?? []
  return words.flatMap((word) => {
    if (word === undefined) return []
    const place = ORDINALS.indexOf(word.toLowerCase()) + 1
    const number = String(place > 0 ? place : Math.max(...counted))
    return open.has(number) ? [number] : []
  })
}

interface Part {
  readonly numbers: readonly string[]
  readonly pieces: readonly Piece[]
}

const nameDecided = (sentence: string) => (DECIDING.test(sentence) ? nameNumbers(sentence) : [])
/** "We support A1 in principle": a code needs no noun inside a reply that bears it. */
const nameCoded = (sentence: string) =>
  DECIDING.test(sentence) ? [...nameNumbers(sentence), ...nameNumbers(sentence, BARE_CODE)] : []
const BARE_CODE =
  /(?<![\w/-])(?<!recommendations? )((?:[A-Z]\d{1,2}[a-z]?)(?:(?:, | and |, and )[A-Z]\d{1,2}[a-z]?)*)(?![\w/-])/g
const POINTING_BACK =
  /^\W*(?:this|these|that|it|the same) (?:also )?(?:applies|apply|concerns?|covers?|relates?|goes|is true|answers?)\b/i

/** The pieces cut before every sentence that decides on numbered recommendations; what stands before the first has none. */
function cutAtMentions(pieces: readonly Piece[], nameIn = nameDecided): Part[] {
  const parts: { numbers: string[]; pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const starts = piece.kind === 'heading' ? [0] : sentenceStarts(piece.text)
    let from = 0
    let numbers: string[] = []
    const close = (to: number) => {
      if (to <= from) return
      const slice = slicePiece(piece, from, to)
      const last = parts.at(-1)
      if (numbers.length === 0 && last) last.pieces.push(slice)
      else parts.push({ numbers, pieces: [slice] })
    }
    starts.forEach((start, place) => {
      const sentence = piece.text.slice(start, starts[place + 1] ?? piece.text.length)
      const named = nameIn(sentence)
      if (named.length === 0) return
      // "This applies to paragraphs 29 and 58": what applies stands in the sentence before.
      const opens = POINTING_BACK.test(sentence) ? Math.max(from, starts[place - 1] ?? start) : start
      close(opens)
      from = opens
      numbers = named
    })
    close(piece.text.length)
  }
  return parts
}

/** Sentences outside all replies that decide on recommendations by number, each with those that follow it in its paragraph. */
export function findMentions(pieces: readonly Piece[], replies: readonly Reply[]): Reply[] {
  const taken = new Set(
    replies.flatMap((reply) => [...reply.pieces, ...reply.quoted].map((piece) => piece.start)),
  )
  return pieces.flatMap((piece) => {
    if (taken.has(piece.start) || piece.kind === 'heading') return []
    return cutAtMentions([piece]).flatMap((part) =>
      part.numbers.length === 0 ? [] : [toMention(part, piece)],
    )
  })
}

/** Sentences that answer by the numbers of the report's paragraphs: "In paragraphs 111 and 119 the suggestions are not accepted." */
export function findByParagraph(pieces: readonly Piece[]): Reply[] {
  const nameIn = (sentence: string) => nameNumbers(sentence, NAMED_PARAGRAPHS)
  return pieces.flatMap((piece) =>
    piece.kind === 'heading'
      ? []
      : cutAtMentions([piece], nameIn).flatMap((part) =>
          part.numbers.length === 0 ? [] : [{ ...toMention(part, piece), isMention: false }],
        ),
  )
}

const toMention = (part: Part, { headings }: Piece): Reply => ({
  numbers: part.numbers,
  restated: new Map(),
  title: null,
  headings,
  quoted: [],
  pieces: part.pieces,
  isToConclusion: false,
  isMention: true,
})

/**
 * A reply to several recommendations that takes them one after the other ("We accept recommendation 3 and … . We do not
 * accept recommendation 5 …") as one reply to each; any other as it is.
 */
export function splitShared(reply: Reply): Reply[] {
  if (reply.numbers.length < 2) return [reply]
  const parts = takeInHeading(cutAtMentions(reply.pieces, nameCoded)).map((part) => ({
    ...part,
    numbers: part.numbers.filter((number) => reply.numbers.includes(number)),
  }))
  const named = parts.flatMap((part) => part.numbers)
  const isWhole = parts.length > 1 && parts.every((part) => part.numbers.length > 0)
  if (!isWhole || named.length !== reply.numbers.length || new Set(named).size !== named.length)
    return [reply]
  return parts.map((part) => ({ ...reply, ...part, restated: new Map(), quoted: [] }))
}

/** "Response" over the first of them names nothing. */
function takeInHeading([lead, first, ...others]: readonly Part[]): readonly Part[] {
  const parts = [lead, first, ...others].filter((part) => part !== undefined)
  if (lead === undefined || first === undefined || lead.numbers.length > 0) return parts
  if (lead.pieces.some(({ kind }) => kind !== 'heading')) return parts
  return [{ ...first, pieces: [...lead.pieces, ...first.pieces] }, ...others]
}
