/** Small wrongs put into the data of a rulebook, one at a time: what its tests must notice. */

export type Data = { readonly [key: string]: unknown }
export type Files = Readonly<Record<string, Data>>

export interface Mutant {
  readonly file: string
  readonly path: readonly (string | number)[]
  /** What was done, in words. */
  readonly what: string
  readonly files: Files
}

type Path = readonly (string | number)[]
interface Change {
  readonly path: Path
  readonly what: string
  /** What stands there instead; undefined takes it away. */
  readonly to: unknown
}

/** Words, citations and examples carry no rule, and notes decide nothing. */
const TOLD = [
  'title',
  'text',
  'note',
  'notes',
  'source',
  'sources',
  'status',
  'fact',
  'facts',
  'matrix',
  'examples',
]
const LEFT = [
  ...TOLD,
  'inputs',
  'areas',
  'unit',
  'name',
  'of',
  'per',
  'by',
  'renewed',
  'on top of',
  'compiled',
]
const OTHER_OUTCOME: Readonly<Record<string, string>> = {
  entitled: 'conditional',
  conditional: 'entitled',
  'council-decides': 'information',
  'pilot-area': 'council-decides',
  information: 'not-under-this',
  'not-under-this': 'information',
}
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/ at least /, ' more than '],
  [/ more than /, ' at least '],
  [/ at most /, ' less than '],
  [/ less than /, ' at most '],
  [/ is before /, ' is on or before '],
  [/ is on or before /, ' is before '],
  [/ is one of /, ' is not one of '],
  [/ is (?!not|one|before|on|after)/, ' is not '],
]
/** Where a bare name is a condition, and not a number or a unit. */
const CONDITIONS = ['when', 'is', 'all', 'any', 'not', 'if', 'some child', 'some older child']

export function* makeMutants(files: Files): Generator<Mutant> {
  for (const [file, data] of Object.entries(files))
    for (const { path, what, to } of changesIn(data, []))
      yield { file, path, what, files: { ...files, [file]: replaced(data, path, to) as Data } }
}

function* changesIn(node: unknown, path: Path): Generator<Change> {
  const key = path.filter((part) => typeof part === 'string').at(-1)
  if (typeof node === 'number') yield { path, what: `${node} becomes ${node + 1}`, to: node + 1 }
  else if (typeof node === 'string') yield* wordsIn(node, String(key), path)
  else if (Array.isArray(node)) yield* listIn(node, String(key), path)
  else if (node !== null && typeof node === 'object')
    for (const [name, value] of Object.entries(node)) yield* entryIn(name, value, path)
}

function* entryIn(name: string, value: unknown, path: Path): Generator<Change> {
  if (LEFT.includes(name) && !(name === 'of' && typeof value === 'object')) return
  const here = [...path, name]
  if (name === 'all' || name === 'any')
    yield { path: here, what: `${name} becomes ${name === 'all' ? 'any' : 'all'}`, to: RENAMED }
  if (name === 'least' || name === 'greatest')
    yield { path: here, what: `${name} becomes the other`, to: RENAMED }
  if (name === 'when') yield { path: here, what: 'the condition is dropped', to: 'yes' }
  if (name === 'amount') yield { path: here, what: 'the amount is dropped', to: undefined }
  yield* changesIn(value, here)
}

/** Stands for "the same under the opposite key". */
const RENAMED = Symbol('renamed')
const OPPOSITE: Readonly<Record<string, string>> = {
  all: 'any',
  any: 'all',
  least: 'greatest',
  greatest: 'least',
}

function* wordsIn(text: string, key: string, path: Path): Generator<Change> {
  if ((key === 'from' || key === 'to') && /^\d{4}-\d\d-\d\d$/.test(text)) {
    const day = new Date(Date.parse(text) + (key === 'from' ? 1 : -1) * 86_400_000).toISOString().slice(0, 10)
    yield { path, what: `${key} ${text} becomes ${day}`, to: day }
    return
  }
  if (key === 'outcome')
    yield { path, what: `${text} becomes ${OTHER_OUTCOME[text]}`, to: OTHER_OUTCOME[text] }
  if (!CONDITIONS.includes(key)) return
  for (const [from, to] of OTHER_WORDS)
    if (from.test(text)) yield { path, what: `"${text}" becomes${to}`, to: text.replace(from, to) }
  const list = / is one of (.*)$/.exec(text)?.[1]?.split(', ') ?? []
  for (const gone of list)
    yield {
      path,
      what: `"${text}" loses ${gone}`,
      to: text.replace(list.join(', '), list.filter((one) => one !== gone).join(', ')),
    }
  if (/^not [\w/.-]+$/.test(text)) yield { path, what: `"${text}" loses its not`, to: text.slice(4) }
  if (/^[\w/.-]+$/.test(text) && text !== 'yes' && text !== 'no')
    yield { path, what: `"${text}" is turned round`, to: `not ${text}` }
  if (text === 'yes' || text === 'no')
    yield { path, what: `${text} is turned round`, to: text === 'yes' ? 'no' : 'yes' }
}

function* listIn(list: readonly unknown[], key: string, path: Path): Generator<Change> {
  const canLose = ['all', 'any', 'outcomes', 'first', 'areas', 'values', 'versions'].includes(key)
  for (const [index, item] of list.entries()) {
    if (canLose && list.length > 1 && typeof item !== 'number')
      yield { path: [...path, index], what: 'it is dropped', to: undefined }
    yield* changesIn(item, [...path, index])
  }
}

function replaced(node: unknown, [part, ...rest]: Path, to: unknown): unknown {
  if (part === undefined) return to
  if (Array.isArray(node)) {
    if (rest.length === 0 && to === undefined) return node.filter((_, index) => index !== part)
    return node.map((item, index) => (index === part ? replaced(item, rest, to) : item))
  }
  // The path was walked through this very data.
  const entries = Object.entries(node as Data)
  const kept = rest.length > 0 || to !== undefined ? entries : entries.filter(([key]) => key !== part)
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key !== part) return [key, value]
      return rest.length === 0 && to === RENAMED ? [OPPOSITE[key], value] : [key, replaced(value, rest, to)]
    }),
  )
}
