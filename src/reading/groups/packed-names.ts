/** The names of a vocabulary as the build packs them, so that a start reads none of them. */
import { makeNode, type NameNode, namesOf, plantNames, type Waiting } from './name-tree.ts'
import { tellingKeys } from './telling-words.ts'
import type { Group } from './vocabulary.ts'

/** What is known of a vocabulary's names before any text is read, as JSON. */
export interface PackedNames {
  /** For each node of the tree's first words: its words, and pairs of a name's number and which beginning led there. */
  readonly nodes: readonly (readonly [words: readonly string[], waiting: readonly number[]])[]
  readonly telling: readonly string[]
}

/** Packs the names of groups, by number in their order. Throws a plain Error on a name that cannot be read. */
export function packNames(groups: readonly Group[]): PackedNames {
  const fail = (index: number, reason: string): never => {
    throw new Error(`Group ${groups[index]?.id} ${reason}.`)
  }
  const names = plantNames(groups, fail)
  const numbers = new Map(groups.flatMap(namesOf).map(({ name, id }, number) => [`${id} ${name}`, number]))
  const words = new Map<NameNode, string[]>()
  for (const [word, node] of names.next) words.set(node, [...(words.get(node) ?? []), word])
  return {
    nodes: [...words].map(([node, own]) => [
      own,
      node.waiting.flatMap(({ name, id, head }) => [numbers.get(`${id} ${name}`) ?? -1, head]),
    ]),
    // Of a tree of its own: to be asked, it grows.
    telling: [...tellingKeys(plantNames(groups, fail))],
  }
}

/** The tree that was packed. A plain Error where it is of other groups. */
export function unpackNames({ nodes }: PackedNames, groups: readonly Group[]): NameNode {
  const named = groups.flatMap(namesOf)
  const root = makeNode()
  for (const [words, pairs] of nodes) {
    const waiting: Waiting[] = []
    for (let at = 0; at < pairs.length; at += 2) {
      const own = named[pairs[at] ?? -1]
      if (own === undefined) throw new Error('The lexicon was built from other groups. Run: npm run build')
      waiting.push({ ...own, head: pairs[at + 1] ?? 0 })
    }
    const node = makeNode(waiting)
    for (const word of words) root.next.set(word, node)
  }
  return root
}
