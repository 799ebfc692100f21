/** Reads the files of a rulebook into one checked whole, or fails with everything that is wrong with them. */
import { parseExamples } from './parse-examples.ts'
import type { Names } from './parse-expression.ts'
import { parseParameter } from './parse-parameter.ts'
import { parseRule, parseVersion, type RuleContext, typeRules, type WrittenRule } from './parse-rules.ts'
import {
  entriesOfAll,
  findSources,
  makeFindSource,
  parseArea,
  parseAreaList,
  parseInput,
  parseSource,
} from './parse-sources.ts'
import { parseOverlay, parseSupport, type SupportContext } from './parse-supports.ts'
import {
  allowKeys,
  at,
  dayOf,
  entriesOf,
  type FindLine,
  has,
  itemsOf,
  type Node,
  RulebookError,
  type RulebookProblem,
  report,
  textOf,
} from './problem.ts'
import type { Parameter, Predicate, Proposal, Rulebook, Support } from './rulebook.ts'

const SECTIONS = [
  'rulebook',
  'sources',
  'inputs',
  'areas',
  'area-lists',
  'parameters',
  'rules',
  'predicates',
  'supports',
  'proposal',
] as const

/** The content of each file, by the file's name in the rulebook's folder. */
export type RulebookFiles = Readonly<Record<string, unknown>>

/** @throws RulebookError listing every problem, each with file, place, what is wrong and what to write. */
export function parseRulebook(contents: RulebookFiles, findLine?: FindLine): Rulebook {
  const problems: RulebookProblem[] = []
  const files = Object.entries(contents).map(([file, data]): Node => ({ data, file, path: [], problems }))
  for (const file of files) allowKeys(file, SECTIONS)
  const rulebook = assemble(files)
  if (problems.length > 0) throw new RulebookError(problems, findLine)
  return rulebook
}

function assemble(files: readonly Node[]): Rulebook {
  const head = parseHead(files)
  const sources = new Map(entriesOfAll(files, 'sources').map(([id, node]) => [id, parseSource(id, node)]))
  const inputs = new Map(entriesOfAll(files, 'inputs').map(([name, node]) => [name, parseInput(name, node)]))
  const findSource = makeFindSource(sources)
  const areas = parseAreas(files, inputs.get('area.region')?.type)
  const areaLists = entriesOfAll(files, 'area-lists').map(([input, node]) =>
    parseAreaList(input, node, { areas, findSource }),
  )
  const proposalNodes = files.filter((file) => has(file, 'proposal')).map((file) => at(file, 'proposal'))
  const proposals = new Map(
    proposalNodes.map((node) => parseProposal(node, sources)).map((proposal) => [proposal.name, proposal]),
  )
  reportMissingBases(proposalNodes, proposals)
  const parameters = new Map(
    entriesOfAll(files, 'parameters').map(([name, node]) => [
      name,
      parseParameter(name, node, { inputs, findSource, proposal: null }),
    ]),
  )
  overlayParameters(parameters, proposalNodes, { inputs, findSource })
  const names = collectNames(files, inputs, parameters)
  const context: RuleContext = { names, sources, inputs, parameters, from: head.from }
  const written = parseRules(files, proposalNodes, proposals, context)
  const rules = typeRules(written, context)
  const types = {
    inputs,
    parameters,
    typeOfRule: (name: string) =>
      rules.get(name) ?? { type: { kind: 'truth' as const }, scope: 'household' as const },
  }
  const supportContext: SupportContext = { ...context, types }
  const supports = new Map(
    entriesOfAll(files, 'supports').map(([name, node]) => [name, parseSupport(name, node, supportContext)]),
  )
  overlaySupports(supports, proposalNodes, proposals, supportContext)
  const predicates = new Map(
    entriesOfAll(files, 'predicates').map(([name, node]) => [name, parsePredicate(name, node)]),
  )
  const examples = parseExamples(files)
  return {
    ...head,
    sources,
    inputs,
    areas,
    areaLists,
    parameters,
    rules,
    supports,
    proposals,
    predicates,
    examples,
  }
}

function parseHead(files: readonly Node[]): Pick<Rulebook, 'name' | 'from' | 'compiled'> {
  const file = files.find((candidate) => has(candidate, 'rulebook'))
  if (!file) {
    const anywhere: Node = files[0] ?? { data: {}, file: 'rulebook.yaml', path: [], problems: [] }
    report(
      anywhere,
      'no file has a `rulebook:` part',
      'Write `rulebook:` with name, from and compiled in rulebook.yaml.',
    )
    return { name: '', from: 0, compiled: 0 }
  }
  const node = at(file, 'rulebook')
  allowKeys(node, ['name', 'from', 'compiled'])
  return { name: textOf(node, 'name'), from: dayOf(node, 'from'), compiled: dayOf(node, 'compiled') }
}

function parseAreas(files: readonly Node[], regionType: unknown) {
  const type = regionType as { values?: readonly string[] } | undefined
  const seen = new Map<string, string>()
  return files.flatMap((file) =>
    itemsOf(at(file, 'areas')).map((node) => {
      const area = parseArea(node, type?.values ?? [])
      // A council found by its name must be one council.
      const twice = [...new Set(area.keys)].find((key) => key !== '' && seen.has(key))
      if (twice !== undefined)
        report(
          node,
          `"${twice}" already stands for ${seen.get(twice)}`,
          'Keep one of the two, or give each a name and code of its own.',
        )
      for (const key of area.keys) seen.set(key, area.name)
      return area
    }),
  )
}

function parseProposal(node: Node, sources: Rulebook['sources']): Proposal {
  allowKeys(node, [
    'name',
    'title',
    'from',
    'on top of',
    'source',
    'facts',
    'parameters',
    'rules',
    'supports',
  ])
  return {
    name: textOf(node, 'name'),
    title: textOf(node, 'title'),
    from: dayOf(node, 'from'),
    onTopOf: itemsOf(at(node, 'on top of')).map((item) => String(item.data)),
    sources: findSources(node, sources, true),
  }
}

function reportMissingBases(nodes: readonly Node[], proposals: ReadonlyMap<string, Proposal>): void {
  for (const node of nodes)
    for (const item of itemsOf(at(node, 'on top of')))
      if (!proposals.has(String(item.data)))
        report(
          item,
          `there is no proposal called "${item.data}"`,
          `Use: ${[...proposals.keys()].join(', ')}.`,
        )
}

function overlayParameters(
  parameters: Map<string, Parameter>,
  proposalNodes: readonly Node[],
  context: Omit<Parameters<typeof parseParameter>[2], 'proposal'>,
): void {
  for (const proposal of proposalNodes)
    for (const [name, node] of entriesOf(at(proposal, 'parameters'), '`parameters`')) {
      const base = parameters.get(name)
      const own = parseParameter(name, node, { ...context, proposal: textOf(proposal, 'name') })
      if (base && base.unit !== own.unit)
        report(
          node,
          `the units differ: ${base.unit} in law, ${own.unit} here`,
          'Give the values in the unit of the law.',
        )
      parameters.set(name, base ? { ...base, values: [...base.values, ...own.values] } : own)
    }
}

function collectNames(
  files: readonly Node[],
  inputs: Rulebook['inputs'],
  parameters: Rulebook['parameters'],
): Names {
  const names = new Map<string, 'input' | 'rule' | 'parameter'>()
  for (const name of inputs.keys()) names.set(name, 'input')
  for (const name of parameters.keys()) names.set(name, 'parameter')
  for (const [name, node] of [...entriesOfAll(files, 'rules'), ...versionsOfPredicates(files)]) {
    if (names.has(name))
      report(node, `${name} is also the name of something else`, 'Give one of them another name.')
    names.set(name, 'rule')
  }
  return names
}

const versionsOfPredicates = (files: readonly Node[]): [string, Node][] =>
  entriesOfAll(files, 'predicates').flatMap(([predicate, node]) =>
    entriesOf(at(node, 'versions'), '`versions`').map(([version, part]): [string, Node] => [
      `${predicate}/${version}`,
      part,
    ]),
  )

function parsePredicate(name: string, node: Node): Predicate {
  allowKeys(node, ['title', 'versions'])
  const versions = entriesOf(at(node, 'versions'), '`versions`').map(([version, part]) => ({
    name: version,
    title: textOf(part, 'title'),
    rule: `${name}/${version}`,
  }))
  return { name, title: textOf(node, 'title'), versions }
}

function parseRules(
  files: readonly Node[],
  proposalNodes: readonly Node[],
  proposals: ReadonlyMap<string, Proposal>,
  context: RuleContext,
): Map<string, WrittenRule> {
  const entries = [...entriesOfAll(files, 'rules'), ...versionsOfPredicates(files)]
  const written = new Map(entries.map(([name, node]) => [name, parseRule(name, node, context)]))
  for (const node of proposalNodes) {
    const proposal = proposals.get(textOf(node, 'name'))
    for (const [name, part] of entriesOf(at(node, 'rules'), '`rules`')) {
      const rule = written.get(name)
      if (!rule)
        report(
          part,
          `there is no rule called "${name}" to replace`,
          'Name a rule of the law, or add one there.',
        )
      if (rule && proposal) rule.versions.push({ version: parseVersion(part, proposal, context), node: part })
    }
  }
  return written
}

function overlaySupports(
  supports: Map<string, Support>,
  proposalNodes: readonly Node[],
  proposals: ReadonlyMap<string, Proposal>,
  context: SupportContext,
): void {
  const inOrder = [...proposalNodes].sort((a, b) => dayOf(a, 'from') - dayOf(b, 'from'))
  for (const node of inOrder)
    for (const [name, part] of entriesOf(at(node, 'supports'), '`supports`')) {
      const support = supports.get(name)
      const proposal = proposals.get(textOf(node, 'name'))
      if (!support)
        report(part, `there is no support called "${name}"`, `Use: ${[...supports.keys()].join(', ')}.`)
      if (!support || !proposal) continue
      const group = parseOverlay(part, proposal, support, context)
      supports.set(name, { ...support, groups: [group, ...support.groups] })
    }
}
