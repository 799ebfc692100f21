/** Bodies named in a sentence: who "the Department", "councils", "the Review" or an acronym is, by class. */
import type { WordClasses } from './patterns.ts'
import { ALL_CAPITALS, CAPITALISED, INNER_CAPITAL, PUNCTUATION, type Tokens } from './tokens.ts'

/** `self` the writer ("we"); `government` a government, department or minister; `reviewer` a review, inquiry or
 * committee; `body` an institution by its common name ("councils"); `named` another proper name. */
export type ActorClass = 'self' | 'government' | 'reviewer' | 'body' | 'named'

export interface ActorSpan {
  readonly class: ActorClass
  readonly start: number
  /** Index after its last token. */
  readonly end: number
  /** As a person would write it ("Department for Education"), without article. */
  readonly name: string
}

interface Entry {
  readonly rest: readonly string[]
  readonly class: ActorClass
  /** Only with a capital, and none right after it: "Labour", not "labour" and "Labour Market". */
  readonly isParty: boolean
}

/** Common names of bodies, indexed by first word; built once from the lexicon. */
export type ActorNames = ReadonlyMap<string, readonly Entry[]>

const CLASSES: readonly ActorClass[] = ['self', 'government', 'reviewer', 'body']

// The lists of the lexicon, and the class that each gives: a party acts as any other body.
const LISTS: readonly (readonly [string, ActorClass])[] = [
  ...CLASSES.map((name) => [name, name] as const),
  ['party', 'body'],
]

/** Builds the index from the classes `actors-self`, `actors-government`, `actors-reviewer`, `actors-body` and `actors-party`. */
export function indexActorNames(classes: WordClasses): ActorNames {
  const index = new Map<string, Entry[]>()
  for (const [list, actorClass] of LISTS) {
    for (const phrase of classes.get(`actors-${list}`) ?? []) {
      const entries = index.get(phrase[0] ?? '') ?? []
      entries.push({ rest: phrase.slice(1), class: actorClass, isParty: list === 'party' })
      index.set(phrase[0] ?? '', entries)
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return index
}

const DETERMINERS = new Set(
  'the this our their its his her each every all both any that these those most many some individual'.split(
    ' ',
  ),
)
const NAME_LINKS = new Set(['of', 'for', 'and', '&', 'the', 'in', 'on', 'to', ','])
const OFFICES = new Set([
  'department',
  'ministry',
  'secretary',
  'minister',
  'office',
  'ministers',
  'secretaries',
])
// Open words that begin sentences with a capital and are not names.
const NOT_NAMES = new Set(
  (
    'a an the this that these those it its he she they we i you in on at by for from to of with as and or but if when while ' +
    'where although though however since because after before during through there here what who how why which our your ' +
    'their my his her not no all any each every some most many more other another such also so then thus see under over ' +
    'between within without following given despite both one two three four five first second third next last new ' +
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday spring summer autumn winter english british welsh scottish irish'
  ).split(' '),
)

const NOBODY: ReadonlyMap<number, ActorSpan> = new Map()

/** Finds the bodies of a sentence, keyed by first token (an article counts as part of the body). */
export function findActors(
  tokens: Tokens,
  names: ActorNames,
  selfNames: ReadonlySet<string>,
): ReadonlyMap<number, ActorSpan> {
  // More than a quarter of all sentences name nobody: they share one empty map.
  let spans: Map<number, ActorSpan> | null = null
  for (let at = 0; at < tokens.words.length; ) {
    const span = actorAt(tokens, at, names, selfNames)
    if (!span) {
      at++
      continue
    }
    span.end = passAcronym(tokens, span.end)
    if (tokens.words[span.end] !== "'s" && tokens.words[span.end] !== "'")
      spans = (spans ?? new Map<number, ActorSpan>()).set(at, span)
    at = span.end
  }
  return spans ?? NOBODY
}

/** "the Harbour Trust (HT)": the short name in brackets belongs to the body. */
function passAcronym({ words, flags }: Tokens, at: number): number {
  const isShort = words[at] === '(' && words[at + 2] === ')' && ((flags[at + 1] ?? 0) & ALL_CAPITALS) !== 0
  return isShort ? at + 3 : at
}

function actorAt(
  tokens: Tokens,
  at: number,
  names: ActorNames,
  selfNames: ReadonlySet<string>,
): FoundSpan | null {
  const { words, flags } = tokens
  if ((flags[at] ?? 0) & PUNCTUATION) return null
  const isDetermined = DETERMINERS.has(words[at] ?? '')
  const head = isDetermined ? at + 1 : at
  const office = officeEnd(tokens, head)
  if (office > head) return new FoundSpan(tokens, 'government', at, head, office)
  const known = knownEnd(tokens, head, names)
  if (known) {
    const isNamed = (flags[head] ?? 0) & CAPITALISED || known.end - head > 1
    if (known.class === 'reviewer' && !isDetermined && !isNamed) return null
    const isOwn = known.class === 'body' && isSelf(words, head, known.end, selfNames)
    // "All governments" are no one government.
    if (words[head] === 'governments' && (words[at] === 'all' || words[at] === 'both'))
      return new FoundSpan(tokens, 'government', at, at, known.end)
    return new FoundSpan(tokens, isOwn ? 'self' : known.class, at, head, known.end)
  }
  return properName(tokens, at, head, names, selfNames)
}

/** "Department for X and Y", "Secretary of State for X", "Ministry of X": the end of the name, or `head`. */
function officeEnd(tokens: Tokens, head: number): number {
  const { words, flags } = tokens
  // "Cabinet Secretary for Rivers" is one office.
  const first = words[head] === 'cabinet' && words[head + 1] === 'secretary' ? head + 1 : head
  if (!((flags[head] ?? 0) & CAPITALISED) || !OFFICES.has(words[first] ?? '')) return head
  let end = head
  for (let at = head + 1; at < words.length && at - head < 14; at++) {
    if ((flags[at] ?? 0) & CAPITALISED) end = at + 1
    else if (!NAME_LINKS.has(words[at] ?? '')) break
  }
  return end
}

function knownEnd(
  { words, flags }: Tokens,
  at: number,
  names: ActorNames,
): { end: number; class: ActorClass } | null {
  const entries = names.get(words[at] ?? '')
  if (entries === undefined) return null
  for (const { rest, class: actorClass, isParty } of entries) {
    let length = 0
    while (length < rest.length && words[at + 1 + length] === rest[length]) length++
    if (isParty && !standsAlone(flags, at, at + 1 + length)) continue
    if (length === rest.length) return { end: at + 1 + length, class: actorClass }
  }
  return null
}

/** The name has a capital, and the word after it none. */
function standsAlone(flags: readonly number[], at: number, end: number): boolean {
  return ((flags[at] ?? 0) & CAPITALISED) !== 0 && ((flags[end] ?? 0) & CAPITALISED) === 0
}

/** A run of capitalised words; its class is that of its last words where those are a common name ("… County Council"). */
function properName(
  tokens: Tokens,
  at: number,
  head: number,
  names: ActorNames,
  selfNames: ReadonlySet<string>,
): FoundSpan | null {
  const { words, flags } = tokens
  let end = head
  while (end < words.length && isNamePart(tokens, end, end === head)) end++
  if (end === head) return null
  // "The Attorney-General's Department" is one name.
  if (words[end] === "'s" && words[end + 1] === 'department' && ((flags[end + 1] ?? 0) & CAPITALISED) !== 0)
    end += 2
  const ownEnd = selfEnd(words, head, end, selfNames)
  if (ownEnd > 0) return new FoundSpan(tokens, 'self', at, head, ownEnd)
  for (let from = head; from < end; from++) {
    const known = knownEnd(tokens, from, names)
    if (known && known.end === end && known.class !== 'self')
      return new FoundSpan(tokens, known.class, at, head, end)
  }
  const isAcronym = end - head === 1 && ((flags[head] ?? 0) & (ALL_CAPITALS | INNER_CAPITAL)) !== 0
  // One capitalised word that opens the sentence says nothing; two in a row, or an acronym, are a name.
  if (!isAcronym && end - head === 1 && at === 0) return null
  return new FoundSpan(tokens, 'named', at, head, end)
}

/** True where the words are one of the names; they are put together only when a name begins with the first. */
function isSelf(
  words: readonly string[],
  head: number,
  end: number,
  selfNames: ReadonlySet<string>,
): boolean {
  for (const name of selfNames)
    if (name.startsWith(words[head] ?? '') && name === words.slice(head, end).join(' ')) return true
  return false
}

/** Where the writer's own name ends that begins at `head`, small words within it passed ("Larch and Alder Trust"); else 0. */
function selfEnd(
  words: readonly string[],
  head: number,
  end: number,
  selfNames: ReadonlySet<string>,
): number {
  for (const name of selfNames) {
    if (!name.startsWith(words[head] ?? '')) continue
    if (name === words.slice(head, end).join(' ')) return end
    const own = name.split(' ')
    if (own.length > end - head && own.every((word, at) => word === words[head + at]))
      return head + own.length
  }
  return 0
}

function isNamePart(tokens: Tokens, at: number, isFirst: boolean): boolean {
  const word = tokens.words[at] ?? ''
  if (((tokens.flags[at] ?? 0) & CAPITALISED) === 0) return false
  return !isFirst || !NOT_NAMES.has(word)
}

/** A body where it stands. Few are asked for their names, which are put together then. */
class FoundSpan implements ActorSpan {
  readonly class: ActorClass
  readonly start: number
  end: number
  readonly #tokens: Tokens
  readonly #head: number
  readonly #nameEnd: number

  constructor(tokens: Tokens, actorClass: ActorClass, start: number, head: number, end: number) {
    this.class = actorClass
    this.start = start
    this.end = end
    this.#tokens = tokens
    this.#head = head
    this.#nameEnd = end
  }

  get name(): string {
    return nameOf(this.#tokens, this.#head, this.#nameEnd)
  }
}

function nameOf(tokens: Tokens, head: number, end: number): string {
  const words = tokens.words.slice(head, end)
  const name = words.map((word, index) => restoreCase(word, tokens.flags[head + index] ?? 0)).join(' ')
  return name.replaceAll(' ,', ',').replaceAll(" 's", "'s")
}

function restoreCase(word: string, flag: number): string {
  if (flag & ALL_CAPITALS) return word.toUpperCase()
  return flag & CAPITALISED ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
