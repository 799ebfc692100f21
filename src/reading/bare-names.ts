/** What "the Council", "the University" stands for in a document: the full name that ends so, or that its title gives. */
import type { DocumentText } from '../model/index.ts'

// Common nouns that bodies go by once they are named.
const NOUNS = new Set(
  'council trust board university college authority agency brigade company commission committee corporation constabulary partnership force'.split(
    ' ',
  ),
)
const BOROUGH =
  /\b(?:(?:London|Royal|Metropolitan) Borough|City|County) of \p{Lu}[\p{L}’'-]+(?: (?:and|upon|with) \p{Lu}[\p{L}’'-]+)*/u
const NO_PART =
  /^(?:(?:The|This|That|Our|Your|Its|In|On|As|At|By|To|For|From|When|While|Since|And|But|Both|With|Dear|Chair|Members?|Full|District|County|City|Borough|Local|Independent|Executive|NHS|New|Public) )+/u
const SEARCHED = 60_000

export type BareNames = (bare: string) => string | null

/** Looks names up as they are asked for; the bare word itself where the document gives none, or several alike. */
export function findBareNames(document: DocumentText): BareNames {
  const known = new Map<string, string | null>()
  return (bare) => {
    const noun = bare.toLowerCase()
    if (!NOUNS.has(noun)) return null
    let full = known.get(noun)
    if (full === undefined) {
      full = search(document, bare.charAt(0).toUpperCase() + bare.slice(1))
      known.set(noun, full)
    }
    return full
  }
}

function search({ title, publisher, text }: DocumentText, noun: string): string | null {
  const heads = `${title ?? ''}\n${publisher ?? ''}`
  if (noun === 'Council') {
    const borough = BOROUGH.exec(heads)?.[0]
    if (borough) return borough
  }
  const sample = `${heads}\n${text.slice(0, SEARCHED)}`
  const named = new RegExp(
    String.raw`(?:\p{Lu}[\p{L}’'&-]+ (?:(?:of|and|for|the|&) ){0,2}){1,6}(?<!the )${noun}\b(?! (?:Plan|Tax|Leader|Report))|\b${noun} of (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*`,
    'gu',
  )
  const counts = new Map<string, number>()
  for (const [found] of sample.matchAll(named)) {
    const name = found.replace(NO_PART, '')
    if (name.includes(' ')) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && (!second || first[1] > second[1]) ? first[0] : null
}

/** Adds the short names that the document itself gives its writers: "the Harbour Aid Service (HAS)". */
export function withShortNames(
  known: ReadonlyMap<string, string>,
  text: string,
  names: readonly (string | null)[],
): ReadonlyMap<string, string> {
  const found = names.flatMap((name): [string, string][] => {
    const at = name === null || known.has(name) ? -1 : text.indexOf(`${name} (`)
    const short =
      at < 0 || name === null
        ? null
        : SHORT.exec(text.slice(at + name.length, at + name.length + LONGEST))?.[1]
    return name !== null && short ? [[name, short]] : []
  })
  return found.length === 0 ? known : new Map([...known, ...found])
}
const SHORT = /^ \((\p{Lu}[\p{Lu}\p{Ll}]{1,7})\)/u
const LONGEST = 12
