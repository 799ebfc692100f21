/**
 * Decisions that sentences spread over numbers: "1 and 3 agreed. 2 not agreed.", "We accept six of your eight
 * recommendations. We cannot accept recommendation 4, and we accept recommendation 6 in part."
 */
import { readSaid } from './decision-said.ts'
import type { Bench, Judged } from './decisions.ts'
import { parseNumberList } from './labels.ts'
import { nameNumbers } from './mentions.ts'
import type { Spoken } from './spoken.ts'

const ONE = String.raw`(?:[A-Z]{0,3}\d{1,3}[a-z]?|\([a-z]\))`
const LIST = String.raw`${ONE}(?:\s*(?:,\s*and\s|,|\band\b|\bto\b|–|-|&)\s*${ONE})*`
const END = String.raw`(?=\s*(?:[.;:,)]|$)|\s+(?:in (?:principle|part|full)|partially|partly|fully|as|but|with|and (?:we|the|it)|subject)\b)`
const VERB = '(?:accept(?:s|ed)?|agrees?(?: with| to)?|supports?|rejects?|notes?|endorses?|declines?)'
/** "1 and 3 agreed", "1–4: accepted", "Agreed (8)", "accept 5 in principle". */
const BARE: readonly RegExp[] = [
  new RegExp(
    String.raw`^\W{0,2}(?:nos?\.? |numbers? |recs?\.? )?(${LIST})\s*(?:[:–—-]|(?:is|are|were|was|has been|have been|to be)\b)?\s*(?=(?:not |fully |partially |partly |in part |also |all |both )*(?:accept|agree|support|reject|noted|declin|approv|for |under |out)\p{L}*)`,
    'iu',
  ),
  new RegExp(String.raw`\((?:nos?\.? |recs?\.? |numbers? )?(${LIST})\)\W*$`, 'iu'),
  new RegExp(String.raw`\b${VERB} (?:both |all of )?(?:nos?\.? |numbers? |recs?\.? )?(${LIST})${END}`, 'iu'),
]

const BRACKETED = new RegExp(String.raw`\s*\((?:nos?\.? |recs?\.? |numbers? )?${LIST}\)\W*$`, 'iu')

const NAMED = new RegExp(String.raw`(?:(?:the|your|its|their|these) )?\brecommendations? ${LIST}`, 'giu')

/** The clause without its bare numbers, "this recommendation" in their place where a verb has them for its object. */
function withoutNumbers(clause: string): string {
  const [leading, , object] = BARE
  return clause
    .replace(BRACKETED, '')
    .replace(NAMED, 'this recommendation')
    .replace(object ?? /$^/, (found, list: string) => found.replace(list, 'this recommendation'))
    .replace(leading ?? /$^/, '')
}

/** What a clause names by number, with the noun or without it. */
function nameIn(clause: string, known: ReadonlySet<string>): string[] {
  const named = nameNumbers(clause)
  const bare = BARE.flatMap((pattern) => parseNumberList(pattern.exec(clause)?.[1] ?? ''))
  // A count of things is no number of a recommendation: all of a bare list must be known.
  const isList = bare.length > 0 && bare.every((number) => known.has(number))
  return [...new Set([...named, ...(isList ? bare : [])])].filter((number) => known.has(number))
}

/** Clauses that may decide differently: "accept 4; 5 is for others", "cannot accept 4, and we accept 6 in part". */
function splitClauses({ text, start, end }: Spoken): Spoken[] {
  const cuts = [
    ...text.matchAll(/;\s+|,?\s+(?:and|but|while|whereas) (?=(?:we|i|it|the \p{L}+) )|,\s+but\s+/giu),
  ]
  const froms = [0, ...cuts.map((match) => match.index + match[0].length)]
  return froms.length < 2
    ? [{ text, start, end }]
    : froms.map((from, place) => {
        const to = cuts[place]?.index ?? text.length
        return { text: text.slice(from, to), start: start + from, end: start + to }
      })
}

/** A clause that names recommendations by number. */
export interface Named {
  readonly numbers: readonly string[]
  readonly spoken: Spoken
}

/** The clauses of sentences, each with the known numbers that it names. */
export const nameClauses = (sentences: readonly Spoken[], known: ReadonlySet<string>): Named[] =>
  sentences.flatMap((sentence) => {
    const clauses = splitClauses(sentence).map((spoken) => ({
      spoken,
      numbers: nameIn(spoken.text, known),
    }))
    return clauses.every(({ numbers }) => numbers.length > 0)
      ? clauses
      : [{ spoken: sentence, numbers: nameIn(sentence.text, known) }]
  })

const DECIDES = /\b(?:accept|agree|reject|noted|declin|disagree)/giu

/** What a clause decides for the numbers that it names; null where it decides nothing in words. */
function readNamed(clause: Spoken, { cues, words }: Pick<Bench, 'cues' | 'words'>): Judged | null {
  // "Implemented one (recommendation 5), agreed to nine, and noted two": which of them is said of it is not told.
  if ((clause.text.match(DECIDES) ?? []).length > 1) return null
  const spoken = { ...clause, text: withoutNumbers(clause.text) }
  const judged = readSaid({ recommendation: '', reply: [spoken], numbers: [] }, cues, words)
  return judged && { ...judged, because: [`says "${quote(clause.text)}"`] }
}

/** What the clauses of a reply to several say to the one that these numbers mean; null where they tell none of them apart. */
export function readShared(
  sentences: readonly Spoken[],
  own: readonly string[],
  all: readonly string[],
  bench: Pick<Bench, 'cues' | 'words'>,
): Judged | null {
  const clauses = nameClauses(sentences, new Set(all)).filter(({ numbers }) => numbers.length > 0)
  const isApart = clauses.some(({ numbers }) => all.some((number) => !numbers.includes(number)))
  if (!isApart) return null
  for (const { numbers, spoken } of clauses) {
    if (!own.some((number) => numbers.includes(number))) continue
    const judged = readNamed(spoken, bench)
    if (judged) return judged
  }
  return null
}

/** By the number of a recommendation. */
export type Positions = ReadonlyMap<string, Judged>

const ALL = String.raw`(?:(?:all|each|every one|most|\p{L}+|\d{1,3}) of (?:the|its|your|these|their)(?: \p{L}+)?|all|the (?:other|remaining)(?: \p{L}+)?)(?: [\p{L}’']+){0,3}? recommendations`
const REST = new RegExp(
  String.raw`\b(?:accepts?|accepted|accepting|agrees? (?:with|to)|supports?)(?: in (?:full|principle))? ${ALL}|\b${ALL} (?:are|have been|were) (?:\p{L}+ )?accepted|\b(?:the )?(?:others|rest|remainder|remaining \p{L}+) (?:are|is|have been|has been) (?:\p{L}+ )?accepted|\baccepts? (?:the )?(?:others|rest|remainder)`,
  'iu',
)
const EXCEPT = /\b(?:except|apart from|with the exception of|other than|save|excluding|but not)\b/i
const OTHERS_WORD = /\b(?:predecessor|previous|former|if|whether|would|should|urges?|calls?)\b/i

/**
 * What a response says outside the replies to single recommendations, such as the letter before its annex: by number, and
 * for "all but" or "six of your eight" the rest. Nothing where a count that starts again leaves open whose number it is.
 */
export function findPositions(
  sentences: readonly Spoken[],
  asked: readonly string[],
  bench: Pick<Bench, 'cues' | 'words'>,
): Positions {
  const known = new Set(asked)
  const found = new Map<string, Judged>()
  if (known.size < asked.length) return found
  let rest: Judged | null = null
  const add = (numbers: readonly string[], judged: Judged) => {
    for (const number of numbers) if (!found.has(number)) found.set(number, judged)
  }
  for (const { numbers, spoken } of nameClauses(sentences, known)) {
    if (OTHERS_WORD.test(spoken.text)) continue
    const isRest = REST.test(spoken.text)
    if (isRest) rest ??= { ...acceptAll(spoken) }
    if (numbers.length === 0) continue
    if (isRest && EXCEPT.test(spoken.text)) add(numbers, excepted(spoken))
    else {
      const judged = readNamed(spoken, bench)
      if (judged) add(numbers, judged)
    }
  }
  if (rest && found.size > 0) add(asked, rest)
  return found
}

const quote = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 80)

const acceptAll = ({ text, start, end }: Spoken): Judged => ({
  decision: /\bin principle\b/i.test(text) ? 'accepted-in-principle' : 'accepted',
  evidence: { start, end },
  confidence: 0.85,
  because: [`says "${quote(text)}"`],
})

const excepted = ({ text, start, end }: Spoken): Judged => ({
  decision: 'rejected',
  evidence: { start, end },
  confidence: 0.7,
  because: [`says "${quote(text)}"`],
})
