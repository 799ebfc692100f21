/** Collects the examples that stand inside rules and supports, so that a test can run them. */
import { at, entriesOf, itemsOf, type Node, report, textOf } from './problem.ts'
import type { Example } from './rulebook.ts'

export function parseExamples(files: readonly Node[]): Example[] {
  return files.flatMap((file) => [
    ...['rules', 'supports'].flatMap((section) =>
      entriesOf(at(file, section), `\`${section}\``).flatMap(([name, node]) => examplesIn(name, node, [])),
    ),
    ...entriesOf(at(file, 'predicates'), '`predicates`').flatMap(([predicate, node]) =>
      entriesOf(at(node, 'versions'), '`versions`').flatMap(([version, part]) =>
        examplesIn(`${predicate}/${version}`, part, []),
      ),
    ),
    ...examplesOfProposal(at(file, 'proposal')),
  ])
}

function examplesOfProposal(node: Node): Example[] {
  if (node.data === undefined) return []
  return ['rules', 'supports'].flatMap((section) =>
    entriesOf(at(node, section), `\`${section}\``).flatMap(([name, part]) =>
      examplesIn(name, part, [textOf(node, 'name')]),
    ),
  )
}

function examplesIn(of: string, node: Node, proposals: readonly string[]): Example[] {
  return itemsOf(at(node, 'examples')).map((item) => {
    const given = Object.fromEntries(
      entriesOf(at(item, 'given'), '`given`').map(([key, value]) => [key, value.data]),
    )
    const gives = at(item, 'gives').data
    const isValue = typeof gives === 'string' || typeof gives === 'number' || typeof gives === 'boolean'
    if (!isValue)
      report(
        item,
        'the example does not say what it gives',
        'Write `gives:` with the outcome, or yes, no, unknown.',
      )
    return {
      of,
      place: { file: item.file, path: item.path },
      on: textOf(item, 'on'),
      given,
      proposals,
      gives: isValue ? gives : '',
    }
  })
}
