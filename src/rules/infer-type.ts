/** Checks that an expression fits together (kinds, units, choices) and says what it gives and for whom. */
import type { Expression, Scope, ValueType } from './expression.ts'
import { type Node, report } from './problem.ts'
import type { Input, Parameter } from './rulebook.ts'

export interface Typing {
  readonly type: ValueType
  readonly scope: Scope
}

export interface TypeContext {
  readonly inputs: ReadonlyMap<string, Input>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The rule's typing; reports a cycle when the rule is being typed already. */
  readonly typeOfRule: (name: string, from: Node) => Typing
}

const TRUTH: ValueType = { kind: 'truth' }
/** The unit of `nothing`, which fits every unit of money. */
const ANY_MONEY = 'GBP'

const widest = (parts: readonly Typing[]): Scope =>
  parts.some((part) => part.scope === 'child') ? 'child' : 'household'

const nameOf = (type: ValueType) =>
  type.kind === 'truth' ? 'yes or no' : type.kind === 'choice' ? 'a choice' : type.unit

export function inferType(expression: Expression, node: Node, context: TypeContext): Typing {
  const infer = (part: Expression) => inferType(part, node, context)
  const inferTruths = (parts: readonly Expression[]): Typing => {
    const typings = parts.map(infer)
    for (const { type } of typings)
      if (type.kind !== 'truth')
        report(
          node,
          `a yes-or-no is wanted where there is ${nameOf(type)}`,
          'Compare it with something, or name a rule.',
        )
    return { type: TRUTH, scope: widest(typings) }
  }
  const inferNumbers = (parts: readonly Expression[]): Typing => {
    const typings = parts.map(infer)
    return { type: { kind: 'number', unit: commonUnit(typings, node) }, scope: widest(typings) }
  }
  switch (expression.kind) {
    case 'constant':
      return { type: TRUTH, scope: 'household' }
    case 'nothing':
      return { type: { kind: 'number', unit: ANY_MONEY }, scope: 'household' }
    case 'input':
      return context.inputs.get(expression.name) ?? { type: TRUTH, scope: 'household' }
    case 'parameter':
      return typeOfParameter(expression.name, context)
    case 'rule':
      return context.typeOfRule(expression.name, node)
    case 'is':
      return inferIs(expression, infer(expression.subject), node)
    case 'all':
    case 'any':
      return inferTruths(expression.of)
    case 'not':
      return inferTruths([expression.of])
    case 'some-child':
      return { type: inferTruths([expression.of]).type, scope: 'household' }
    case 'some-older-child':
      return { type: inferTruths([expression.of]).type, scope: 'child' }
    case 'compare':
      return { type: TRUTH, scope: inferNumbers([expression.left, expression.right]).scope }
    case 'least':
    case 'greatest':
    case 'sum':
      return inferNumbers(expression.of)
    case 'between':
      return inferNumbers([expression.from, expression.to])
    case 'share':
      return inferShare(infer(expression.percent), infer(expression.of), node)
    case 'yearly':
      return inferYearly(infer(expression.of), node)
    case 'if': {
      const when = inferTruths([expression.when])
      const typings = [infer(expression.result), infer(expression.otherwise)]
      const isTruth = typings.every(({ type }) => type.kind === 'truth')
      const type: ValueType = isTruth ? TRUTH : { kind: 'number', unit: commonUnit(typings, node) }
      return { type, scope: widest([when, ...typings]) }
    }
  }
}

function typeOfParameter(name: string, context: TypeContext): Typing {
  const parameter = context.parameters.get(name)
  return {
    type: { kind: 'number', unit: parameter?.unit ?? ANY_MONEY },
    scope: parameter?.scope ?? 'household',
  }
}

function inferIs(expression: Expression & { kind: 'is' }, subject: Typing, node: Node): Typing {
  if (subject.type.kind !== 'choice') {
    report(
      node,
      `"is ${expression.values.join(', ')}" wants a choice, not ${nameOf(subject.type)}`,
      'Name an input with choices.',
    )
    return { type: TRUTH, scope: subject.scope }
  }
  const { values } = subject.type
  for (const value of expression.values)
    if (!values.includes(value))
      report(node, `"${value}" is not one of the choices`, `Use: ${values.join(', ')}.`)
  return { type: TRUTH, scope: subject.scope }
}

/** The one unit that all the numbers share; a mismatch is reported. */
function commonUnit(typings: readonly Typing[], node: Node): string {
  let unit = ANY_MONEY
  for (const { type } of typings) {
    if (type.kind !== 'number') {
      report(
        node,
        `a number is wanted where there is ${nameOf(type)}`,
        'Name a parameter or an input that is a number.',
      )
    } else if (
      unit === ANY_MONEY &&
      (type.unit.startsWith('GBP') || typings.length === 1 || type === typings[0]?.type)
    ) {
      unit = type.unit
    } else if (type.unit !== unit && type.unit !== ANY_MONEY) {
      report(
        node,
        `the units differ: ${unit} and ${type.unit}`,
        'Compare or add only numbers of one unit (`yearly:` turns weekly pay into yearly).',
      )
    }
  }
  return unit
}

function inferShare(percent: Typing, of: Typing, node: Node): Typing {
  if (percent.type.kind !== 'number' || percent.type.unit !== 'percent')
    report(
      node,
      `\`share\` wants a percentage, not ${nameOf(percent.type)}`,
      'Name a parameter whose unit is percent.',
    )
  return { type: { kind: 'number', unit: commonUnit([of], node) }, scope: widest([percent, of]) }
}

function inferYearly(of: Typing, node: Node): Typing {
  const unit = of.type.kind === 'number' ? of.type.unit : ''
  if (unit !== 'GBP per week' && unit !== 'GBP per month')
    report(
      node,
      `\`yearly\` wants money by the week or month, not ${nameOf(of.type)}`,
      'Name a weekly or monthly amount.',
    )
  return { type: { kind: 'number', unit: 'GBP per year' }, scope: of.scope }
}
