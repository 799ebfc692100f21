/** What is kept beside a record so that pages and searches find it: whom it names, and its words. Pure. */
import {
  FOUND,
  indexText,
  placeOf,
  type RecordKey,
  type RecordOf,
  type RecordType,
  stemOf,
  targetsOf,
} from '../../tracker/index.ts'
import type { Tables } from '../database/tables.ts'
import { sha256 } from '../log/hash.ts'
import type { RecordRow } from './project.ts'

export interface Derived {
  readonly links: readonly Tables['links'][]
  /** Null for a record that is not searched for. */
  readonly text: Tables['texts'] | null
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** What happened in it. */
  readonly moments: readonly Tables['moments'][]
}

const NOTHING: Derived = { links: [], text: null, words: [], stems: [], moments: [] }
/** A longer run of letters is no word of a text, and nobody types one. */
const LONGEST_WORD = 60
/** Marks a stem of a title. */
export const TITLE_MARK = '!'

/** Stands for every text where texts are counted by their stems: rarity is told against their number. */
export const EVERY_TEXT = ''

/** A record's name as a number of 52 bits: two that share one would only be read together. */
export const targetOf = (key: RecordKey): number => Number.parseInt(sha256(key).slice(0, 13), 16)

/** Whoever derives many rows gives a way to stems that remembers words. */
export function derive({ type, id, first, body }: RecordRow, stemOfWord = stemOf): Derived {
  if (type === 'tracker' || body === null) return NOTHING
  const record = JSON.parse(body) as RecordOf<RecordType> // written by projectEvent
  const { rank } = placeOf(type, record)
  const links = targetsOf(record).map((key) => ({ target: targetOf(key), type, rank, first }))
  const moments = momentsOf(type, first, record)
  if (!FOUND.includes(type)) return { ...NOTHING, links, moments }
  const { weights, titles, words } = indexText(type, id, record, null, stemOfWord)
  const isShort = (word: string) => word.length <= LONGEST_WORD
  const stems = [...weights.keys()].filter(isShort)
  const lexemes = [...stems, ...[...titles].filter(isShort).map((stem) => TITLE_MARK + stem)]
  return {
    links,
    text: { first, type, stems: writeLexemes(lexemes) },
    words: words.filter(isShort),
    stems: [EVERY_TEXT, ...stems],
    moments,
  }
}

/** In the order in which a timeline tells of what happened at the same time; its place is the kind's number. */
export const MOMENT_KINDS: readonly RecordType[] = [
  'recommendation',
  'ask',
  'decision',
  'commitment',
  'inheritance',
  'deliveryEvent',
  'assessment',
]

function momentsOf(type: RecordType, first: number, body: RecordOf<RecordType>): Tables['moments'][] {
  const kind = MOMENT_KINDS.indexOf(type)
  const said = kind < 0 ? [] : 'versions' in body ? body.versions : [body]
  return said.flatMap((each, version) => {
    const on = 'on' in each ? each.on : null
    if (on === null || typeof on === 'string') return []
    return { begins: on.from, ends: on.to, kind, first, version }
  })
}

/** As PostgreSQL reads a tsvector. Stems are letters, digits and pound signs. */
const writeLexemes = (lexemes: readonly string[]): string => lexemes.map((each) => `'${each}'`).join(' ')

/** The pieces of three that a word falls into, its ends marked: a mistyped word keeps some of them. */
export function gramsOf(word: string): string[] {
  const marked = `^${word}$`
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= marked.length; at++) grams.add(marked.slice(at, at + 3))
  return [...grams]
}

/** How much each is used more (or less, below zero) than before. */
export function countChanges(added: readonly string[], removed: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of added) counts.set(each, (counts.get(each) ?? 0) + 1)
  for (const each of removed) counts.set(each, (counts.get(each) ?? 0) - 1)
  for (const [each, count] of counts) if (count === 0) counts.delete(each)
  return counts
}
