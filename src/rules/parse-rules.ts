/** Reads rules and predicates with their dated versions, types them, and finds rules that go round in a circle. */
import type { Expression, ValueType } from './expression.ts'
import { inferType, type TypeContext, type Typing } from './infer-type.ts'
import { EXPRESSION_KEYS, type Names, parseExpression } from './parse-expression.ts'
import { findSources } from './parse-sources.ts'
import { allowKeys, at, dayOf, has, itemsOf, type Node, report, textOf } from './problem.ts'
import type { Input, Parameter, Rule, RuleVersion, Source } from './rulebook.ts'

export interface RuleContext {
  readonly names: Names
  readonly sources: ReadonlyMap<string, Source>
  readonly inputs: ReadonlyMap<string, Input>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** First day that the rulebook answers for: the first version of every rule must cover it. */
  readonly from: number
}

export interface WrittenVersion {
  readonly version: RuleVersion
  readonly node: Node
}

export interface WrittenRule {
  readonly name: string
  readonly title: string
  readonly node: Node
  readonly versions: WrittenVersion[]
}

const VERSION_KEYS = [...EXPRESSION_KEYS, 'from', 'source', 'facts', 'note']

export function parseRule(name: string, node: Node, context: RuleContext): WrittenRule {
  const isVersioned = has(node, 'versions')
  allowKeys(node, isVersioned ? ['title', 'versions', 'examples'] : ['title', 'examples', ...VERSION_KEYS])
  const nodes = isVersioned ? itemsOf(at(node, 'versions')) : [node]
  if (isVersioned) for (const version of nodes) allowKeys(version, VERSION_KEYS)
  const versions = nodes.map((version) => parseVersion(version, null, context))
  reportOrder(nodes, versions, context.from)
  return {
    name,
    title: textOf(node, 'title'),
    node,
    versions: versions.map((version, index) => ({ version, node: nodes[index] ?? node })),
  }
}

export function parseVersion(
  node: Node,
  proposal: { name: string; from: number } | null,
  context: RuleContext,
): RuleVersion {
  return {
    from: has(node, 'from') || !proposal ? dayOf(node, 'from') : proposal.from,
    to: null,
    proposal: proposal?.name ?? null,
    expression: parseExpression(node, context.names),
    sources: findSources(node, context.sources, false),
  }
}

/** Versions must begin with the rulebook and follow each other: each ends the day before the next. */
export function reportOrder(
  nodes: readonly Node[],
  versions: readonly { from: number }[],
  first: number,
): void {
  for (const [index, version] of versions.entries()) {
    const node = nodes[index]
    const before = versions[index - 1]
    if (!node) continue
    if (index === 0 && version.from > first)
      report(
        node,
        'no version covers the first day of the rulebook',
        'Give the first version the date in rulebook.yaml, or an earlier one.',
      )
    if (before && before.from >= version.from)
      report(
        node,
        'the versions are not in date order',
        'Put the earlier date first, and give each its own date.',
      )
  }
}

/** Types every rule; a circle is reported once, at the rule that closes it. */
export function typeRules(
  written: ReadonlyMap<string, WrittenRule>,
  context: RuleContext,
): Map<string, Rule> {
  const done = new Map<string, Typing>()
  const open: string[] = []
  const typeContext: TypeContext = { inputs: context.inputs, parameters: context.parameters, typeOfRule }

  function typeOfRule(name: string, from: Node): Typing {
    const known = done.get(name)
    if (known) return known
    if (open.includes(name)) {
      const circle = [...open.slice(open.indexOf(name)), name].join(' -> ')
      report(
        from,
        `the rules go round in a circle: ${circle}`,
        "Take one of them out of the other's conditions.",
      )
      return { type: { kind: 'truth' }, scope: 'household' }
    }
    open.push(name)
    const typings = (written.get(name)?.versions ?? []).map(({ version, node }) =>
      inferType(version.expression, node, typeContext),
    )
    open.pop()
    const typing = {
      type: mergeTypes(name, typings, written),
      scope: typings.some((one) => one.scope === 'child') ? 'child' : 'household',
    } as const
    done.set(name, typing)
    return typing
  }

  return new Map(
    [...written.values()].map(({ name, title, node, versions }) => {
      const { type, scope } = typeOfRule(name, node)
      return [name, { name, title, scope, type, versions: versions.map(({ version }) => version) }]
    }),
  )
}

function mergeTypes(
  name: string,
  typings: readonly Typing[],
  written: ReadonlyMap<string, WrittenRule>,
): ValueType {
  const first = typings[0]?.type ?? { kind: 'truth' as const }
  const rule = written.get(name)
  for (const [index, { type }] of typings.entries()) {
    const node = rule?.versions[index]?.node
    if (node && type.kind !== first.kind)
      report(
        node,
        'this version gives another kind of value than the first',
        'Let every version give the same kind.',
      )
  }
  return first
}

export const expressionOf = (node: Node, key: string, names: Names): Expression | null =>
  has(node, key) ? parseExpression(at(node, key), names) : null
