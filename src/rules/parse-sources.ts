/** Reads the parts of a rulebook that stand on their own: sources, inputs, areas and the lists of areas. */
import type { Scope, ValueType } from './expression.ts'
import { parseDay } from './plain-date.ts'
import { allowKeys, at, dayOf, entriesOf, has, itemsOf, type Node, oneOf, report, textOf } from './problem.ts'
import type { Area, AreaList, Input, Source } from './rulebook.ts'

export function parseSource(id: string, node: Node): Source {
  allowKeys(node, ['title', 'address', 'date'])
  const address = textOf(node, 'address')
  if (address !== '' && !/^https?:\/\/\S+$/.test(address))
    report(at(node, 'address'), `"${address}" is not an address`, 'Write the whole address with https://.')
  const date = textOf(node, 'date')
  if (date !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date))
    report(at(node, 'date'), `"${date}" is not a date`, 'Write 2024, 2024-04 or 2024-04-06.')
  return { id, title: textOf(node, 'title'), address, date }
}

export function parseInput(name: string, node: Node): Input {
  allowKeys(node, ['title', 'key', 'type', 'values', 'unit', 'range'])
  const scope: Scope = name.startsWith('child.') ? 'child' : 'household'
  const kind = oneOf(node, 'type', ['yes-no', 'choice', 'number', 'date']) ?? 'yes-no'
  const range = kind === 'number' || kind === 'date' ? parseRange(node, kind) : ([0, 0] as const)
  return {
    name,
    scope,
    title: textOf(node, 'title'),
    key: textOf(node, 'key'),
    type: parseType(kind, node),
    range,
  }
}

function parseType(kind: string, node: Node): ValueType {
  if (kind === 'yes-no') return { kind: 'truth' }
  if (kind === 'date') return { kind: 'number', unit: 'date' }
  if (kind === 'number') return { kind: 'number', unit: textOf(node, 'unit') }
  const values = itemsOf(at(node, 'values')).map((item) => String(item.data))
  if (values.length < 2 || values.length > 16)
    report(node, `a choice has 2 to 16 values, not ${values.length}`, 'Write `values: [one, other]`.')
  return { kind: 'choice', values }
}

function parseRange(node: Node, kind: 'number' | 'date'): readonly [number, number] {
  const ends = itemsOf(at(node, 'range')).map((item) =>
    kind === 'date' ? parseDay(String(item.data)) : typeof item.data === 'number' ? item.data : null,
  )
  const [low, high] = ends
  if (ends.length === 2 && low != null && high != null && low < high) return [low, high]
  report(node, 'the range is missing', 'Write `range: [least, most]`: it is what "not known" can be.')
  return [0, 1]
}

export function parseArea(node: Node, regions: readonly string[]): Area {
  allowKeys(node, ['name', 'also', 'code', 'region'])
  const also = itemsOf(at(node, 'also')).map((item) => String(item.data))
  const name = textOf(node, 'name')
  const code = textOf(node, 'code')
  return {
    name,
    keys: [name, ...also, code].map(plainName),
    code,
    region: oneOf(node, 'region', regions) ?? '',
  }
}

export function parseAreaList(
  input: string,
  node: Node,
  known: { areas: readonly Area[]; findSource: (node: Node) => Source | null },
): AreaList {
  allowKeys(node, ['from', 'areas', 'source', 'facts'])
  const names = itemsOf(at(node, 'areas'))
  for (const item of names)
    if (!known.areas.some((area) => area.name === item.data))
      report(item, `there is no council called "${item.data}"`, 'Write its name as in the list of areas.')
  const source = known.findSource(node)
  return {
    input,
    from: dayOf(node, 'from'),
    areas: new Set(names.map((item) => String(item.data))),
    source: source ?? { id: '', title: '', address: '', date: '' },
  }
}

/** Finds the one source that a node names under `source`; reports a number or clause that has none. */
export function makeFindSource(sources: ReadonlyMap<string, Source>) {
  return (node: Node): Source | null => findSources(node, sources, true)[0] ?? null
}

/** All sources that a node names under `source` (an id or a list of ids). */
export function findSources(node: Node, sources: ReadonlyMap<string, Source>, isNeeded: boolean): Source[] {
  if (!has(node, 'source')) {
    if (isNeeded) report(node, 'no source is given', 'Write `source: id` with an id from sources.yaml.')
    return []
  }
  return itemsOf(at(node, 'source')).flatMap((item) => {
    const source = sources.get(String(item.data))
    if (!source)
      report(
        item,
        `there is no source called "${item.data}"`,
        'Use an id from sources.yaml, or add it there.',
      )
    return source ?? []
  })
}

export function entriesOfAll(files: readonly Node[], section: string): [string, Node][] {
  const seen = new Map<string, Node>()
  for (const file of files) {
    for (const [name, node] of entriesOf(at(file, section), `\`${section}\``)) {
      const earlier = seen.get(name)
      if (earlier) report(node, `${name} is written twice (also in ${earlier.file})`, 'Keep one of them.')
      else seen.set(name, node)
    }
  }
  return [...seen]
}

/** A council's name without case, punctuation and the words that councils put around it. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/\b(london borough of|royal borough of|city of|county of|borough of|metropolitan)\b/g, '')
    .replace(/\b(council|borough|city|county|district)\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
