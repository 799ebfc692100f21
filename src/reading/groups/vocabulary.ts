/** A vocabulary of groups: who measures are for, by id, with the names that texts use. Data, so that each policy field can
 * bring its own. */
import { UsageError } from '../../model/index.ts'
import { type NameNode, plantNames } from './name-tree.ts'
import { type PackedNames, unpackNames } from './packed-names.ts'
import { tellingKeys } from './telling-words.ts'

export interface Group {
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

export interface GroupVocabulary {
  readonly groups: readonly Group[]
  readonly names: NameNode
  /** 1 at the signatures of all first words of names: most words of a text are passed over by these alone. */
  readonly openings: Uint8Array
  /** Words of which each text with a group prints one (telling-words.ts). */
  readonly telling: ReadonlySet<string>
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

/**
 * Reads a vocabulary from the value of its file. `base` is a vocabulary that the file builds on: its groups stay known and
 * may be named in `broader`. Throws UsageError `vocabulary_invalid`, naming the file and the entry.
 */
export function parseGroupVocabulary(
  value: unknown,
  fileName: string,
  base?: Pick<GroupVocabulary, 'groups'>,
): GroupVocabulary {
  const groups = parseGroups(value, fileName, base)
  const own = groups.length - (base?.groups.length ?? 0)
  const failAt = failingIn(value, fileName)
  const names = plantNames(groups, (index, reason) => failAt(Math.min(index, own - 1))(reason))
  return { groups, names, openings: openingsOf(names), telling: tellingKeys(names) }
}

/** A vocabulary whose names were read when the program was built, from what `packNames` made of it then. */
export function openGroupVocabulary(groups: readonly Group[], packed: PackedNames): GroupVocabulary {
  const names = unpackNames(packed, groups)
  return { groups, names, openings: openingsOf(names), telling: new Set(packed.telling) }
}

/** The groups of a file and, after them, those that it builds on. Throws like `parseGroupVocabulary`, but reads no names. */
export function parseGroups(
  value: unknown,
  fileName: string,
  base?: Pick<GroupVocabulary, 'groups'>,
): readonly Group[] {
  const list = listIn(value)
  if (list.length === 0) {
    throw new UsageError(
      'vocabulary_invalid',
      `${fileName} holds no groups. Give it a list under "groups".`,
      {
        details: { file: fileName },
      },
    )
  }
  const failAt = failingIn(value, fileName)
  const own = list.map((item: unknown, index) => parseGroup(item, failAt(index)))
  checkIds(own, base?.groups ?? [], failAt)
  return [...own, ...(base?.groups ?? [])]
}

function listIn(value: unknown): readonly unknown[] {
  const list = isRecord(value) ? value.groups : undefined
  return Array.isArray(list) ? list : []
}

function failingIn(value: unknown, fileName: string): (index: number) => Fail {
  return (index) => (reason) => {
    const entry = listIn(value)[index]
    const id = isRecord(entry) && typeof entry.id === 'string' ? ` (${entry.id})` : ''
    throw new UsageError('vocabulary_invalid', `In ${fileName}, group ${index + 1}${id} ${reason}.`, {
      details: { file: fileName, entry: index + 1 },
    })
  }
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
