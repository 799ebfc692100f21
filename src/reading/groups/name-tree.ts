/** The names of a vocabulary as a tree of words: its first words at once, what follows one when a text holds it. */
import { formsOf, headsOf, type NameExpression, type NameWord, parseName } from './names.ts'
import type { Group } from './vocabulary.ts'

/** Names as a tree of words; where a name ends stand the groups it means. */
export interface NameNode {
  readonly next: Map<string, NameNode>
  readonly ids: string[]
  /** The words so far are one of the `not` entries. */
  isOther: boolean
  /** Names that begin with the word before and are not in the tree yet: `grow` puts them there. */
  waiting: Waiting[]
}

export interface Waiting extends Named {
  /** Which of the name's beginnings led here (`headsOf`). */
  readonly head: number
}

/** A name as it is written, and the group that it means; null for a `not` entry. */
interface Named {
  readonly name: string
  readonly id: string | null
}

/** The key of a word that must be printed in capitals ("SGO", "SGOs"); no word of a text starts with this sign. */
export const capitalsKey = (printed: string): string => `^${printed}`

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

/** A node without names of its own yet. */
export const makeNode = (waiting: Waiting[] = []): NameNode => ({
  next: new Map(),
  ids: [],
  isOther: false,
  waiting,
})

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
 * thousand names would otherwise cost every start a tenth of a second. Names that cannot be read go to `fail`, with the
 * index of their group.
 */
export function plantNames(
  groups: readonly Pick<Group, 'id' | 'names' | 'not'>[],
  fail: (index: number, reason: string) => never,
): NameNode {
  const root = makeNode()
  const forms: Forms = new Map()
  groups.forEach((group, index) => {
    for (const named of namesOf(group)) {
      const expression = parseName(named.name, (reason) =>
        fail(index, `has a name that cannot be read, "${named.name}": ${reason}`),
      )
      headsOf(expression).forEach(({ word }, head) => {
        for (const node of follow([root], word, forms)) node.waiting.push({ ...named, head })
      })
    }
  })
  return root
}

/** All names of a group, those that mean nobody last. */
export const namesOf = ({ id, names, not }: Pick<Group, 'id' | 'names' | 'not'>): Named[] => [
  ...names.map((name) => ({ name, id })),
  ...not.map((name) => ({ name, id: null })),
]

/** The node with all names that begin there. */
export function grow(node: NameNode): NameNode {
  if (node.waiting.length === 0) return node
  const forms: Forms = new Map()
  const { waiting } = node
  node.waiting = []
  for (const { name, id, head } of waiting) {
    const rest = headsOf(parseName(name, cannotFail))[head]?.rest
    for (const end of rest === undefined ? [] : endsOf([node], rest, forms)) {
      if (id === null) end.isOther = true
      else if (!end.ids.includes(id)) end.ids.push(id)
    }
  }
  return node
}

/** Every name was read once, when it was planted or the program built. */
const cannotFail = (reason: string): never => {
  throw new Error(`A name that was read before cannot be read: ${reason}.`)
}
