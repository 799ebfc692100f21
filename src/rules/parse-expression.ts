/**
 * From what a rulebook file says to an expression. Conditions are short English lines ("child.age less than
 * school-age"); `all`, `any`, `least` and the like are keys. Which names there are is known before any expression is read.
 */
import type { Comparison, Expression } from './expression.ts'
import { findNearest } from './nearest-name.ts'
import { at, itemsOf, type Node, report } from './problem.ts'

const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  ['less than', 'less than'],
  ['at most', 'at most'],
  ['more than', 'more than'],
  ['at least', 'at least'],
  ['is before', 'less than'],
  ['is on or before', 'at most'],
  ['is after', 'more than'],
  ['is on or after', 'at least'],
]
const NAME = /^[a-z][a-z0-9-]*(?:[./][a-z0-9][a-z0-9-]*)?$/
const NEVER: Expression = { kind: 'constant', value: false }

const KEYS = [
  'is',
  'all',
  'any',
  'not',
  'least',
  'greatest',
  'sum',
  'share',
  'of',
  'yearly',
  'between',
  'and',
]
/** The keys that can open an expression; the rest belong to one of them. */
export const EXPRESSION_KEYS = [
  ...KEYS,
  'if',
  'gives',
  'otherwise',
  'some child',
  'some older child',
] as const

/** What each name of the rulebook is. */
export type Names = ReadonlyMap<string, 'input' | 'rule' | 'parameter'>

export function parseExpression(node: Node, names: Names): Expression {
  const { data } = node
  if (typeof data === 'boolean') return { kind: 'constant', value: data }
  if (typeof data === 'string') return parseLine(node, data.trim(), names)
  if (typeof data === 'number') {
    report(
      node,
      `the number ${data} has no source`,
      'Make it a parameter with a date and a source, and write its name.',
    )
    return NEVER
  }
  if (data !== null && typeof data === 'object' && !Array.isArray(data)) return parseMapping(node, names)
  report(
    node,
    'an expression is missing',
    'Write a condition, or a key such as `all:` with conditions below.',
  )
  return NEVER
}

function parseMapping(node: Node, names: Names): Expression {
  const keys = Object.keys(node.data as object).filter((key) =>
    EXPRESSION_KEYS.some((known) => known === key),
  )
  const lead = keys.filter((key) => !['of', 'and', 'gives', 'otherwise'].includes(key))
  if (lead.length !== 1) {
    const found = lead.length === 0 ? 'no expression' : `two expressions side by side (${lead.join(', ')})`
    report(node, `there is ${found} here`, `Write exactly one of: ${EXPRESSION_KEYS.join(', ')}.`)
    return NEVER
  }
  const part = (key: string) => parseExpression(at(node, key), names)
  switch (lead[0]) {
    case 'is':
      return part('is')
    case 'all':
    case 'any':
    case 'least':
    case 'greatest':
    case 'sum':
      return { kind: lead[0], of: parseList(at(node, lead[0]), names) }
    case 'not':
    case 'yearly':
      return { kind: lead[0], of: part(lead[0]) }
    case 'share':
      return { kind: 'share', percent: part('share'), of: part('of') }
    case 'between':
      return { kind: 'between', from: part('between'), to: part('and') }
    case 'if':
      return { kind: 'if', when: part('if'), result: part('gives'), otherwise: part('otherwise') }
    case 'some child':
      return { kind: 'some-child', of: part('some child') }
    default:
      return { kind: 'some-older-child', of: part('some older child') }
  }
}

function parseList(node: Node, names: Names): Expression[] {
  const items = itemsOf(node)
  if (items.length === 0)
    report(node, 'the list is empty', 'Write at least one condition, each after a dash.')
  return items.map((item) => parseExpression(item, names))
}

function parseLine(node: Node, line: string, names: Names): Expression {
  if (line === 'yes') return { kind: 'constant', value: true }
  if (line === 'no') return { kind: 'constant', value: false }
  if (line === 'nothing') return { kind: 'nothing' }
  if (line.startsWith('not ')) return { kind: 'not', of: parseLine(node, line.slice(4).trim(), names) }
  const comparison = COMPARISONS.find(([words]) => line.includes(` ${words} `))
  if (comparison) {
    const [words, operator] = comparison
    const [left = '', right = ''] = line.split(` ${words} `)
    return {
      kind: 'compare',
      operator,
      left: parseOperand(node, left, names),
      right: parseOperand(node, right, names),
    }
  }
  const choice = /^(\S+) is (not )?(?:one of )?(.+)$/.exec(line)
  if (choice) {
    const values = (choice[3] ?? '').split(/\s*,\s*|\s+or\s+/).map((value) => value.trim())
    const is: Expression = { kind: 'is', subject: parseOperand(node, choice[1] ?? '', names), values }
    return choice[2] ? { kind: 'not', of: is } : is
  }
  return parseOperand(node, line, names)
}

function parseOperand(node: Node, text: string, names: Names): Expression {
  const word = text.trim()
  if (word === 'nothing') return { kind: 'nothing' }
  const kind = names.get(word)
  if (kind) return { kind, name: word }
  if (NAME.test(word)) {
    const near = findNearest(word, [...names.keys()])
    report(
      node,
      `there is no input, rule or parameter called "${word}"`,
      near ? `Did you mean "${near}"?` : 'Check the name.',
    )
  } else if (/^£?\d/.test(word)) {
    const advice = 'Make it a parameter with a date and a source, and write its name.'
    report(node, `the number ${word} has no source`, advice)
  } else {
    const advice =
      'Write `name`, `not name`, `name is value`, `name is one of a, b` or `name at least other-name`.'
    report(node, `"${word}" is not a name or a condition`, advice)
  }
  return NEVER
}
