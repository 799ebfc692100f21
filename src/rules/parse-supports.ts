/** Reads supports: clauses tried in order, each with its outcome, condition, amount, words and source. */
import type { Expression, Scope, ValueType } from './expression.ts'
import { inferType, type TypeContext } from './infer-type.ts'
import { parseExpression } from './parse-expression.ts'
import { expressionOf, type RuleContext, reportOrder } from './parse-rules.ts'
import { findSources } from './parse-sources.ts'
import { placesIn } from './places.ts'
import { allowKeys, at, dayOf, has, itemsOf, type Node, oneOf, report, textOf } from './problem.ts'
import type { Clause, ClauseGroup, Note, Support } from './rulebook.ts'
import { OUTCOMES } from './rulebook.ts'

const WRITABLE = OUTCOMES.filter((code) => code !== 'cannot-tell' && code !== 'rate-not-held')

export interface SupportContext extends RuleContext {
  readonly types: TypeContext
}

interface SupportHead {
  readonly scope: Scope
  readonly per: Support['per']
}

export function parseSupport(name: string, node: Node, context: SupportContext): Support {
  allowKeys(node, [
    'title',
    'of',
    'per',
    'from',
    'outcomes',
    'notes',
    'versions',
    'examples',
    'facts',
    'matrix',
  ])
  const head: SupportHead = {
    scope: oneOf(node, 'of', ['child', 'household']) ?? 'child',
    per: has(node, 'per') ? oneOf(node, 'per', ['week', 'month', 'year']) : null,
  }
  const nodes = has(node, 'versions') ? itemsOf(at(node, 'versions')) : [node]
  const groups = nodes.map((version) => parseGroup(version, null, head, context))
  reportOrder(nodes, groups, context.from)
  for (const [index, group] of groups.entries()) reportOpenEnd(nodes[index] ?? node, group)
  const notes = has(node, 'versions') ? parseNotes(node, head, context) : []
  return {
    name,
    title: textOf(node, 'title'),
    ...head,
    groups: groups.reverse().map((group) => ({ ...group, notes: [...group.notes, ...notes] })),
  }
}

/** What a proposal does to a support: clauses `first`, before the law's, or all its `outcomes` instead of the law's. */
export function parseOverlay(
  node: Node,
  proposal: { name: string; from: number },
  support: Support,
  context: SupportContext,
): ClauseGroup {
  const isWhole = has(node, 'outcomes')
  if (!isWhole && !has(node, 'first') && !has(node, 'notes'))
    report(node, 'the proposal changes nothing here', 'Write `first:`, `outcomes:` or `notes:`.')
  const group = parseGroup(node, proposal, support, context)
  if (isWhole) reportOpenEnd(node, group)
  return group
}

function parseGroup(
  node: Node,
  proposal: { name: string; from: number } | null,
  head: SupportHead,
  context: SupportContext,
): ClauseGroup {
  if (proposal) allowKeys(node, ['from', 'first', 'outcomes', 'notes', 'facts', 'examples'])
  const isWhole = has(node, 'outcomes') || !proposal
  const clauses = itemsOf(at(node, isWhole ? 'outcomes' : 'first')).map((item) =>
    parseClause(item, head, context),
  )
  if (clauses.length === 0 && !proposal)
    report(node, 'there are no outcomes', 'Write `outcomes:` with at least one.')
  return {
    from: has(node, 'from') || !proposal ? dayOf(node, 'from') : proposal.from,
    to: null,
    proposal: proposal?.name ?? null,
    isWhole,
    clauses,
    notes: parseNotes(node, head, context),
  }
}

function parseClause(node: Node, head: SupportHead, context: SupportContext): Clause {
  allowKeys(node, ['outcome', 'when', 'amount', 'text', 'source', 'facts'])
  const when = expressionOf(node, 'when', context.names)
  const amount = expressionOf(node, 'amount', context.names)
  if (when) checkType(at(node, 'when'), when, { kind: 'truth' }, head, context)
  if (amount && !head.per)
    report(node, 'an amount has no period', 'Write `per: week` (month, year) on the support.')
  if (amount)
    checkType(at(node, 'amount'), amount, { kind: 'number', unit: `GBP per ${head.per}` }, head, context)
  return {
    outcome: oneOf(node, 'outcome', WRITABLE) ?? 'not-under-this',
    when,
    amount,
    text: parseText(node, context),
    sources: findSources(node, context.sources, true),
  }
}

/** Words for a family; the parameters they take must be there. */
function parseText(node: Node, context: SupportContext): string {
  const text = textOf(node, 'text')
  for (const name of placesIn(text))
    if (!context.parameters.has(name))
      report(
        at(node, 'text'),
        `there is no parameter called "${name}" to put in`,
        'Name a parameter between the braces.',
      )
  return text
}

function parseNotes(node: Node, head: SupportHead, context: SupportContext): Note[] {
  return itemsOf(at(node, 'notes')).map((note) => {
    allowKeys(note, ['when', 'text', 'source', 'facts'])
    const when = has(note, 'when') ? parseExpression(at(note, 'when'), context.names) : null
    if (when) checkType(at(note, 'when'), when, { kind: 'truth' }, head, context)
    return { when, text: parseText(note, context), sources: findSources(note, context.sources, true) }
  })
}

function checkType(
  node: Node,
  expression: Expression,
  wanted: ValueType,
  head: SupportHead,
  context: SupportContext,
) {
  const { type, scope } = inferType(expression, node, context.types)
  if (type.kind !== wanted.kind)
    report(
      node,
      `this gives ${type.kind === 'number' ? type.unit : type.kind}`,
      wanted.kind === 'truth' ? 'Write a condition.' : 'Write an amount.',
    )
  if (type.kind === 'number' && wanted.kind === 'number' && type.unit !== wanted.unit && type.unit !== 'GBP')
    report(
      node,
      `the units differ: ${type.unit} where the support pays in ${wanted.unit}`,
      'Change `per` or the amount.',
    )
  if (scope === 'child' && head.scope === 'household')
    report(
      node,
      'this is about one child, and the support is for the household',
      'Write `some child:` before it.',
    )
}

function reportOpenEnd(node: Node, group: ClauseGroup): void {
  const last = group.clauses.at(-1)
  if (last && last.when !== null)
    report(node, 'some families fall through every outcome', 'End with an outcome that has no `when`.')
  if (group.clauses.slice(0, -1).some((clause) => clause.when === null))
    report(
      node,
      'an outcome stands after one that takes everybody',
      'Move the outcome without `when` to the end.',
    )
}
