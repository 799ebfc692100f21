/** What is wrong with a rulebook, with the place and what to write instead; and reading nodes while collecting that. */
import { UsageError } from '../model/index.ts'
import { parseDay } from './plain-date.ts'

export type Path = readonly (string | number)[]

export interface RulebookProblem {
  readonly file: string
  readonly path: Path
  /** What is wrong. */
  readonly message: string
  /** What to write instead. */
  readonly advice: string
}

/** Finds the line (from 1) of a path in a file; null where it cannot tell. */
export type FindLine = (file: string, path: Path) => number | null

/** One place in a rulebook file: the data there, and where to report what is wrong with it. */
export interface Node {
  readonly data: unknown
  readonly file: string
  readonly path: Path
  readonly problems: RulebookProblem[]
}

export function report(node: Node, message: string, advice: string): void {
  node.problems.push({ file: node.file, path: node.path, message, advice })
}

export function at(node: Node, key: string | number): Node {
  // A missing key leaves the report at the node that should have held it.
  const held = node.data !== null && typeof node.data === 'object' && key in node.data
  const data = held ? (node.data as Record<string | number, unknown>)[key] : undefined
  return { ...node, data, path: held ? [...node.path, key] : node.path }
}

export const has = (node: Node, key: string): boolean => at(node, key).data !== undefined

/** The entries of a mapping; anything else is reported and read as empty. */
export function entriesOf(node: Node, what: string): [string, Node][] {
  if (node.data === undefined) return []
  if (node.data === null || typeof node.data !== 'object' || Array.isArray(node.data)) {
    report(
      node,
      `${what} should be a mapping of names`,
      'Write `name:` lines, each with its parts indented below.',
    )
    return []
  }
  return Object.keys(node.data).map((key) => [key, at(node, key)])
}

export function itemsOf(node: Node): Node[] {
  if (node.data === undefined || node.data === null) return []
  if (!Array.isArray(node.data)) return [node]
  return node.data.map((_, index) => at(node, index))
}

/** Reports keys that are not read here, so that a misspelt key never passes in silence. */
export function allowKeys(node: Node, keys: readonly string[]): void {
  for (const [key, value] of entriesOf(node, 'This'))
    if (!keys.includes(key))
      report(value, `\`${key}\` is not a key known here`, `Use one of: ${keys.join(', ')}.`)
}

export function textOf(node: Node, key: string): string {
  const value = at(node, key).data
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  report(at(node, key), `\`${key}\` is missing or not text`, `Write \`${key}: some words\`.`)
  return ''
}

/** A day number; a missing or impossible date is reported. */
export function dayOf(node: Node, key: string): number {
  const value = at(node, key).data
  const day = typeof value === 'string' ? parseDay(value) : null
  if (day !== null) return day
  const wrong =
    value === undefined
      ? `\`${key}\` is missing: every value and version has a date`
      : `\`${key}: ${value}\` is not a day`
  report(at(node, key), wrong, `Write \`${key}: 2024-04-06\` (year, month, day).`)
  return 0
}

/** A day number, or null where the key is absent or written `null` (no end known). */
export function endOf(node: Node, key: string): number | null {
  const value = at(node, key).data
  return value === undefined || value === null ? null : dayOf(node, key)
}

export function oneOf<T extends string>(node: Node, key: string, values: readonly T[]): T | null {
  const value = at(node, key).data
  const found = values.find((candidate) => candidate === value)
  if (found !== undefined) return found
  const wrong = value === undefined ? `\`${key}\` is missing` : `\`${key}: ${value}\` is not known`
  report(at(node, key), wrong, `Write one of: ${values.join(', ')}.`)
  return null
}

export function describeProblem(problem: RulebookProblem, findLine: FindLine): string {
  const line = findLine(problem.file, problem.path)
  const place = [line === null ? problem.file : `${problem.file}:${line}`, problem.path.join(' > ')]
  return `${place.filter((part) => part !== '').join(': ')}: ${problem.message}. ${problem.advice}`
}

/** All that is wrong with a rulebook, one line each. */
export class RulebookError extends UsageError {
  readonly problems: readonly RulebookProblem[]

  constructor(problems: readonly RulebookProblem[], findLine: FindLine = () => null) {
    const lines = problems.map((problem) => describeProblem(problem, findLine))
    // What is read for several purposes is found wrong by each.
    super('rulebook_invalid', [...new Set(lines)].join('\n'))
    this.problems = problems
  }
}
