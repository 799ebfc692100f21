/** Which of the texts that were found comes first, and the words of it that are shown. */
import type { RecordType } from '../record/index.ts'
import type { IndexedText, SearchHit } from './search.ts'
import type { PlannedSearch, Term, Vocabulary } from './search-plan.ts'
import { placeOfStem, SMALL_WORDS } from './search-words.ts'

/** What answers a question comes before what an answer rests on. Set by looking at the first three of a hundred questions. */
const KIND_WORTH: Readonly<Partial<Record<RecordType, number>>> = {
  topic: 1.5,
  group: 1.6,
  support: 1.4,
  commitment: 1.4,
  organisation: 1.2,
  programme: 1.1,
  ask: 0.8,
  assessment: 0.8,
  deliveryEvent: 0.9,
  decision: 0.9,
  position: 0.7,
  source: 0.6,
}
/** A title that is nothing but what was asked for counts twice what one does that has a word of it among many. */
const WHOLE_TITLE = 1
/** Words of asking say little of what is asked: they tell two like texts apart and no more. */
const HINT_WORTH = 0.3
/** A text that is read for a word which only stands for the one that was typed is a little less likely meant. */
const SYNONYM_WORTH = 0.9

export interface Ranked {
  readonly hits: readonly SearchHit[]
  /** How many of the terms each of these holds; as many as there are, or fewer where nothing holds all. */
  readonly met: number
}

/** The best `most` of the texts that meet most terms, best first. */
export function rankTexts(
  texts: readonly IndexedText[],
  { terms, hints }: Pick<PlannedSearch, 'terms' | 'hints'>,
  vocabulary: Pick<Vocabulary, 'texts' | 'countOf'>,
  most = Number.POSITIVE_INFINITY,
): Ranked {
  if (terms.length === 0) return { hits: [], met: 0 }
  const rarity = (stem: string) => Math.log(1 + vocabulary.texts / (1 + vocabulary.countOf(stem)))
  const rated = texts.flatMap((text) => rateText(text, { terms, hints }, rarity) ?? [])
  const met = rated.reduce((highest, each) => Math.max(highest, each.met), 0)
  const best = rated.filter((each) => each.met === met)
  // Where texts hold one word each, those of the word that tells most are meant: of "child benefit", "benefit".
  const told = met === 1 && terms.length > 1 ? best.reduce((most, each) => Math.max(most, each.told), 0) : 0
  const hits = best
    .filter((each) => each.told >= told)
    .sort((one, other) => other.score - one.score)
    .slice(0, most)
    .map(({ text, stem, score }) => {
      return { type: text.type, id: text.id, excerpt: windowOf(text.text, stem), score }
    })
  return { hits, met }
}

interface Rated {
  readonly text: IndexedText
  readonly stem: string
  readonly score: number
  readonly met: number
  /** How rare what is met is, however often it stands there. */
  readonly told: number
}

/** Null where no term is met. Rare words count more; a long text earns little more for repeating one. */
function rateText(
  text: IndexedText,
  { terms, hints }: Pick<PlannedSearch, 'terms' | 'hints'>,
  rarity: (stem: string) => number,
): Rated | null {
  const worthOf = (stem: string) => rarity(stem) * Math.log2(1 + (text.weights.get(stem) ?? 0))
  const met = terms.flatMap((term) => meet(text, term, worthOf) ?? [])
  const [first] = met
  if (first === undefined) return null
  const hinted = hints.flatMap((term) => meet(text, term, worthOf) ?? [])
  const sumOf = (list: readonly { readonly worth: number }[]) =>
    list.reduce((sum, { worth }) => sum + worth, 0)
  const worth = sumOf(met) + HINT_WORTH * sumOf(hinted)
  const isAsked = (stem: string, list: readonly Met[]) => list.some(({ run }) => run.includes(stem))
  const shareOf = (stem: string) => (isAsked(stem, met) ? 1 : isAsked(stem, hinted) ? HINT_WORTH : 0)
  const score = worth * (KIND_WORTH[text.type] ?? 1) * (1 + WHOLE_TITLE * shareOfTitle(text, shareOf))
  const told = met.reduce((sum, { term }) => sum + rarityOf(term, rarity), 0)
  return { text, stem: first.run[0] ?? '', score, met: met.length, told }
}

interface Met {
  readonly term: Term
  readonly run: readonly string[]
  readonly worth: number
}

/** Of the way to say it that is met most often. */
export const rarityOf = (term: Term, rarity: (stem: string) => number): number =>
  Math.min(...term.map((run) => Math.max(...run.map(rarity))))

/** The run of the term that the text holds at the most worth. What stands for several words is worth their mean. */
function meet(text: IndexedText, term: Term, worthOf: (stem: string) => number): Met | null {
  let best: Met | null = null
  for (const [place, run] of term.entries()) {
    if (!run.every((stem) => text.weights.has(stem))) continue
    const sum = run.reduce((total, stem) => total + worthOf(stem), 0)
    const worth = (sum / Math.sqrt(run.length)) * (place === 0 ? 1 : SYNONYM_WORTH)
    if (best === null || worth > best.worth) best = { term, run, worth }
  }
  return best
}

/** How much of the title was asked for, from 0 to 1; 0 where it has none. */
function shareOfTitle({ titles }: IndexedText, shareOf: (stem: string) => number): number {
  const telling = [...titles].filter((stem) => !SMALL_WORDS.has(stem))
  return telling.length === 0 ? 0 : telling.reduce((sum, stem) => sum + shareOf(stem), 0) / telling.length
}

/** About two lines of text. */
const WINDOW = 180

function windowOf(text: string, stem: string): string {
  const at = placeOfStem(text, stem)
  const start = at < 80 ? 0 : text.indexOf(' ', at - 60) + 1
  const cut = text.slice(start, start + WINDOW)
  // A mark between two texts of the record says nothing where one of them is cut away.
  const kept = cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s·]+$/, '')
  const end = start + WINDOW >= text.length ? cut : `${kept}${/[.!?]$/.test(kept) ? ' …' : '…'}`
  return start === 0 ? end : `…${end.replace(/^[\s·]+/, '')}`
}
