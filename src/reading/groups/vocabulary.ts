/** A vocabulary of groups: who measures are for, by id, with the names that texts use. Data, so that each policy field can
 * bring its own. */
import { UsageError } from '../../model/index.ts'
import { formsOf, headsOf, type NameExpression, type NameWord, parseName } from './names.ts'

interface Group {
  readonly id: string
  readonly label: string
  /** Ids of the groups that hold this one whole. */
  readonly broader: readonly string[]
  readonly names: readonly string[]
  /** Longer words that hold one of the names and mean nobody ("local authority care"). */
  readonly not: readonly string[]
  /** A sentence that speaks of the group, and one with like words that does not: run as tests. */
  readonly example: string
  readonly counterexample: string
}

/** Names as a tree of words; where a name ends stand the groups it means. */
export interface NameNode {
  readonly next: Map<string, NameNode>
  readonly ids: string[]
  /** The words so far are one of the `not` entries. */
  isOther: boolean
  /** Names that begin with the word before and are not in the tree yet: `grow` puts them there. */
  waiting: Waiting[]
}

interface Waiting {
  readonly rest: NameExpression
  /** Null for a `not` entry. */
  readonly id: string | null
}

export interface GroupVocabulary {
  readonly groups: readonly Group[]
  readonly names: NameNode
  /** 1 at the signatures of all first words of names: most words of a text are passed over by these alone. */
  readonly openings: Uint8Array
}

const SIGNATURES = 4096

/** A small number from the first two signs, the last and the length of a lower-case word; few words share one. */
export function signatureOf(lower: string, start: number, end: number): number {
  const second = end - start > 1 ? lower.charCodeAt(start + 1) : 0
  const ends = (lower.charCodeAt(start) * 31 + second) * 31 + lower.charCodeAt(end - 1)
  return (ends * 31 + end - start) % SIGNATURES
}

function openingsOf(names: NameNode): Uint8Array {
  const openings = new Uint8Array(SIGNATURES)
  for (const key of names.next.keys()) {
    const word = key.replace('^', '').toLowerCase()
    openings[signatureOf(word, 0, word.length)] = 1
  }
  return openings
}

/** The key of a word that must be printed in capitals ("SGO", "SGOs"); no word of a text starts with this sign. */
export const capitalsKey = (printed: string): string => `^${printed}`

type Fail = (reason: string) => never

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function getText(record: Record<string, unknown>, key: string, fail: Fail): string {
  const value = record[key]
  return typeof value === 'string' && value.trim() !== ''
    ? value
    : fail(`needs "${key}", a text that is not empty`)
}

function getTexts(record: Record<string, unknown>, key: string, isNeeded: boolean, fail: Fail): string[] {
  const value = record[key]
  if (value === undefined && !isNeeded) return []
  if (!Array.isArray(value) || (isNeeded && value.length === 0))
    return fail(`needs "${key}", a list of texts`)
  return value.map((item: unknown) =>
    typeof item === 'string' && item.trim() !== ''
      ? item
      : fail(`has something in "${key}" that is not a text: ${JSON.stringify(item)}`),
  )
}

const KEYS = new Set(['id', 'label', 'broader', 'names', 'not', 'example', 'counterexample'])

function parseGroup(value: unknown, fail: Fail): Group {
  if (!isRecord(value)) return fail('must be a mapping with id, label, names, example and counterexample')
  const unknown = Object.keys(value).find((key) => !KEYS.has(key))
  if (unknown !== undefined)
    fail(`has a key that is not known, "${unknown}"; known are ${[...KEYS].join(', ')}`)
  const id = getText(value, 'id', fail)
  if (!/^[a-z][a-z0-9-]*$/.test(id)) fail(`has the id "${id}"; an id is lower-case words joined by hyphens`)
  return {
    id,
    label: getText(value, 'label', fail),
    broader: getTexts(value, 'broader', false, fail),
    names: getTexts(value, 'names', true, fail),
    not: getTexts(value, 'not', false, fail),
    example: getText(value, 'example', fail),
    counterexample: getText(value, 'counterexample', fail),
  }
}

/** The forms of words met before: the same few words stand in most names. */
type Forms = Map<string, readonly string[]>

/** The nodes at which the name ends when it begins at one of `nodes`, made where they are missing. */
function endsOf(nodes: readonly NameNode[], expression: NameExpression, forms: Forms): readonly NameNode[] {
  switch (expression.kind) {
    case 'words':
      return expression.words.reduce((from, word) => follow(from, word, forms), nodes)
    case 'row':
      return expression.parts.reduce((from, part) => endsOf(from, part, forms), nodes)
    case 'either':
      return [...new Set(expression.parts.flatMap((part) => endsOf(nodes, part, forms)))]
  }
}

function follow(nodes: readonly NameNode[], { word, isCapitals }: NameWord, forms: Forms): NameNode[] {
  const remembered = isCapitals ? capitalsKey(word) : word
  const keys = forms.get(remembered) ?? keysOf(word, isCapitals)
  forms.set(remembered, keys)
  return nodes.flatMap((node) => childrenOf(node, keys))
}

function keysOf(word: string, isCapitals: boolean): readonly string[] {
  const capitals = word.toUpperCase()
  return isCapitals ? [capitalsKey(capitals), capitalsKey(`${capitals}s`)] : formsOf(word)
}

const makeNode = (): NameNode => ({ next: new Map(), ids: [], isOther: false, waiting: [] })

/** The forms of one word share one child, so that plurals do not multiply the tree. */
function childrenOf(node: NameNode, keys: readonly string[]): NameNode[] {
  const [first = ''] = keys
  const shared = node.next.get(first)
  // Nearly always: the word was met here before, and all its forms with it.
  if (shared && keys.every((key) => node.next.get(key) === shared)) return [shared]
  const known = [...new Set(keys.flatMap((key) => node.next.get(key) ?? []))]
  const missing = keys.filter((key) => !node.next.has(key))
  if (missing.length === 0) return known
  const child = known[0] ?? makeNode()
  for (const key of missing) node.next.set(key, child)
  return known.length > 0 ? known : [child]
}

/**
 * The tree's first words. Most texts hold few of them, so what follows one is put in when a text does (`grow`): a
 * thousand names would otherwise cost every start a tenth of a second.
 */
function plantNames(groups: readonly Group[], failAt: (index: number) => Fail): NameNode {
  const root = makeNode()
  const forms: Forms = new Map()
  for (const [index, group] of groups.entries()) {
    const plant = (id: string | null) => (name: string) => {
      const expression = parseName(name, (reason) =>
        failAt(index)(`has a name that cannot be read, "${name}": ${reason}`),
      )
      for (const { word, rest } of headsOf(expression))
        for (const node of follow([root], word, forms)) node.waiting.push({ rest, id })
    }
    group.names.forEach(plant(group.id))
    group.not.forEach(plant(null))
  }
  return root
}

/** The node with all names that begin there. */
export function grow(node: NameNode): NameNode {
  if (node.waiting.length === 0) return node
  const forms: Forms = new Map()
  const { waiting } = node
  node.waiting = []
  for (const { rest, id } of waiting) {
    for (const end of endsOf([node], rest, forms)) {
      if (id === null) end.isOther = true
      else if (!end.ids.includes(id)) end.ids.push(id)
    }
  }
  return node
}

/**
 * Reads a vocabulary from the value of its file. `base` is a vocabulary that the file builds on: its groups stay known and
 * may be named in `broader`. Throws UsageError `vocabulary_invalid`, naming the file and the entry.
 */
export function parseGroupVocabulary(
  value: unknown,
  fileName: string,
  base?: GroupVocabulary,
): GroupVocabulary {
  const list = isRecord(value) ? value.groups : undefined
  if (!Array.isArray(list) || list.length === 0) {
    throw new UsageError(
      'vocabulary_invalid',
      `${fileName} holds no groups. Give it a list under "groups".`,
      {
        details: { file: fileName },
      },
    )
  }
  const failAt =
    (index: number): Fail =>
    (reason) => {
      const id = isRecord(list[index]) && typeof list[index].id === 'string' ? ` (${list[index].id})` : ''
      throw new UsageError('vocabulary_invalid', `In ${fileName}, group ${index + 1}${id} ${reason}.`, {
        details: { file: fileName, entry: index + 1 },
      })
    }
  const own = list.map((item: unknown, index) => parseGroup(item, failAt(index)))
  checkIds(own, base?.groups ?? [], failAt)
  const groups = [...own, ...(base?.groups ?? [])]
  const names = plantNames(groups, (index) => failAt(Math.min(index, own.length - 1)))
  return { groups, names, openings: openingsOf(names) }
}

function checkIds(own: readonly Group[], base: readonly Group[], failAt: (index: number) => Fail): void {
  const known = new Set([...own, ...base].map((group) => group.id))
  const seen = new Set(base.map((group) => group.id))
  for (const [index, group] of own.entries()) {
    if (seen.has(group.id)) failAt(index)(`has an id that another group has too`)
    seen.add(group.id)
    const missing = group.broader.find((id) => !known.has(id) || id === group.id)
    if (missing !== undefined) failAt(index)(`names "${missing}" as broader, which is no other group here`)
  }
}
