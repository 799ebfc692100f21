/** Runs the scenarios of a rulebook, named families with what each gets, from the texts of their files. */
import { HoldfastError } from '../model/index.ts'
import { type AnsweredOutcome, answerSituation } from './answer.ts'
import {
  allowKeys,
  at,
  entriesOf,
  has,
  itemsOf,
  type Node,
  RulebookError,
  report,
  textOf,
} from './problem.ts'
import type { Rulebook } from './rulebook.ts'
import { expandSituation, unreadKeys } from './run-example.ts'
import { readYamlFile } from './yaml-file.ts'

/**
 * @param texts the text of each file by its name.
 * @returns how many scenarios there are, all of them right.
 * @throws RulebookError naming each that is not, with file, line, what it gets and what it says it gets.
 */
export function checkScenarios(texts: Readonly<Record<string, string>>, rulebook: Rulebook): number {
  const files = Object.entries(texts).map(([file, text]) => readYamlFile(file, text))
  const problems = files.flatMap((file) => [...file.problems])
  let count = 0
  for (const { file, data } of files.filter((one) => one.problems.length === 0))
    count += checkFile({ file, data, path: [], problems }, rulebook)
  if (problems.length === 0) return count
  throw new RulebookError(problems, (name, path) => {
    return files.find(({ file }) => file === name)?.lineOf(path) ?? null
  })
}

function checkFile(node: Node, rulebook: Rulebook): number {
  allowKeys(node, ['family', 'cases'])
  const family = record(at(node, 'family'))
  const cases = itemsOf(at(node, 'cases'))
  if (cases.length === 0) report(node, 'there are no scenarios', 'Write `cases:` with at least one.')
  for (const one of cases) checkCase(one, family, rulebook)
  return cases.length
}

function checkCase(node: Node, family: Readonly<Record<string, unknown>>, rulebook: Rulebook): void {
  allowKeys(node, ['name', 'on', 'proposal', 'but', 'gets'])
  const [name, on] = [textOf(node, 'name'), textOf(node, 'on')]
  const gets = entriesOf(at(node, 'gets'), '`gets`')
  if (gets.length === 0)
    report(node, `"${name}" does not say what the family gets`, 'Write `gets: {support: outcome}`.')
  const given = { ...family, ...record(at(node, 'but')) }
  const unread = unreadKeys(given, on)
  if (unread !== '') report(node, `"${name}" ${unread}`, 'Use a key of a situation.')
  const proposals = has(node, 'proposal') ? textOf(node, 'proposal').split('+') : []
  try {
    const { outcomes } = answerSituation(expandSituation(given, on), rulebook, { proposals })
    for (const [support, wanted] of gets) compare(wanted, { name, support, outcomes })
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error
    report(node, `"${name}" cannot be run: ${error.message}`, 'Correct the family or the day.')
  }
}

const record = (node: Node) =>
  Object.fromEntries(entriesOf(node, 'This').map(([key, value]) => [key, value.data]))

interface Expected {
  readonly name: string
  readonly support: string
  readonly outcomes: readonly AnsweredOutcome[]
}

function compare(node: Node, { name, support, outcomes }: Expected): void {
  const found = outcomes.find((one) => one.support === support && (one.child ?? 0) === 0)
  const wanted = String(node.data)
  const gets = found && describeGets(found, wanted)
  if (gets === undefined) report(node, `there is no support called "${support}"`, 'Use the name of one.')
  else if (gets !== tidy(wanted))
    report(
      node,
      `"${name}" gets ${support} as "${gets}", not "${wanted}"`,
      'Correct the scenario if the rule is right, or the rule if the scenario is.',
    )
}

/** As scenarios write it: the outcome, then the pounds, what it qualifies as, or what would settle it. */
export function describeGets(found: AnsweredOutcome, wanted: string): string {
  const { outcome, amount, settles, qualifiesAs } = found
  // A case that names only the outcome leaves the amount open.
  if (!wanted.includes(' ') && outcome !== 'cannot-tell' && outcome !== 'rate-not-held') return outcome
  if (outcome === 'cannot-tell') return `${outcome} ${settles.join(', ')}`
  if (outcome === 'rate-not-held') return `${outcome} ${qualifiesAs}`
  if (amount === null) return outcome
  const range =
    amount.low === amount.high ? pounds(amount.low) : `${pounds(amount.low)} to ${pounds(amount.high)}`
  return `${outcome} ${range}`
}

const pounds = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2))

/** "5.0" and "5" are the same number. */
export const tidy = (text: string) => text.replace(/\d+(\.\d+)?/g, (digits) => pounds(Number(digits)))
