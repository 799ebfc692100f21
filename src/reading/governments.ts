/** Whose government "the Government" is in a document: the one it names, or the one whose country its words show. */
import governmentData from '../../lexicon/governments.yaml'
import type { DocumentText } from '../model/index.ts'
import { array, optionalStrings, record, text } from './shapes.ts'

interface Country {
  /** Null for places that only stand against the others. */
  readonly name: string | null
  readonly called: ReadonlySet<string>
}

const COUNTRIES = array(record(governmentData, 'governments.yaml').governments, 'governments').map(
  (value) => {
    const entry = record(value, 'a government')
    const name = entry.name === undefined ? null : text(entry.name, 'name')
    const list = (key: string) => optionalStrings(entry[key], key) ?? []
    const country: Country = { name, called: new Set(list('called')) }
    return { country, words: list('words'), places: list('places') }
  },
)
// What each printed word says, and the pattern that finds them all; longer names first ("Northern Ireland", "Ireland").
const WORD = 2
const PLACE = 1
const TOLD_BY = new Map<string, { readonly country: Country; readonly weight: number }>(
  COUNTRIES.flatMap(({ country, words, places }) => [
    ...words.map((word) => [word, { country, weight: WORD }] as const),
    ...places.map((word) => [word, { country, weight: PLACE }] as const),
  ]),
)
const SHOWN = new RegExp(
  String.raw`(?<!\p{L})(?:${[...TOLD_BY.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\p{L}| (?:Government|Executive)\b)`,
  'gu',
)
const NAMED =
  /\b((?:Scottish|Welsh|UK|British|Irish|Australian|Canadian|New Zealand|Commonwealth|Federal|Coalition) Government|Northern Ireland Executive|Scottish Executive|Stormont Executive)\b/giu
const BARE = /\bgovernment\b/giu
const SEARCHED = 60_000
// One named in passing, among many mentions of "the Government", is not the one that is meant.
const LEAST_NAMED = 2
const NAMED_SHARE = 0.25
// A word or two may be of a neighbour; so much more than of any other country, and the document is of this one.
const LEAST_SHOWN = 2
const LEAD = 2

/** The government that a document tells of ("Welsh Government"); null where it shows none for certain, or the UK's own. */
export function findGovernment(document: DocumentText): string | null {
  const sample = `${document.title ?? ''}\n${document.publisher ?? ''}\n${document.text.slice(0, SEARCHED)}`
  return namedIn(sample) ?? shownIn(sample)
}

function namedIn(sample: string): string | null {
  const counts = new Map<string, number>()
  for (const [name] of sample.matchAll(NAMED)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < LEAST_NAMED || (second && first[1] < LEAD * second[1])) return null
  const mentions = [...sample.matchAll(BARE)].length
  return first[1] >= NAMED_SHARE * mentions ? first[0] : null
}

function shownIn(sample: string): string | null {
  const scores = new Map<Country, number>()
  for (const [word] of sample.matchAll(SHOWN)) {
    const told = TOLD_BY.get(word)
    if (told) scores.set(told.country, (scores.get(told.country) ?? 0) + told.weight)
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < LEAST_SHOWN || (second && first[1] < LEAD * second[1])) return null
  return first[0].name === 'UK Government' ? null : first[0].name
}

/** True where `name`, as a sentence has it, is another name of that government: "the Commonwealth", "the Executive". */
export function isCalled(government: string | null, name: string): boolean {
  return COUNTRIES.some(
    ({ country }) => country.name === government && country.called.has(name.toLowerCase()),
  )
}
