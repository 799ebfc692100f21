/** A rulebook on one day under some proposals: which version, which clauses and which values hold. */
import { UsageError } from '../model/index.ts'
import { findNearest } from './nearest-name.ts'
import { placesIn } from './places.ts'
import { formatDay, sayDay } from './plain-date.ts'
import type {
  Clause,
  ClauseGroup,
  Note,
  Parameter,
  ParameterValue,
  Rule,
  Rulebook,
  RuleVersion,
  Source,
  Support,
} from './rulebook.ts'

export interface Plan {
  readonly rulebook: Rulebook
  readonly on: number
  /** The proposals asked for and those they stand on; empty for the law and schemes of the day. */
  readonly proposals: ReadonlySet<string>
  readonly versions: ReadonlyMap<string, RuleVersion>
  /** Null where no value is held for the day. */
  readonly held: ReadonlyMap<string, ParameterValue | null>
  /** The groups of clauses in force, in the order they are tried. */
  readonly groups: ReadonlyMap<string, readonly ClauseGroup[]>
  /** Their clauses, and those notes that can be said on the day, in one list each. */
  readonly clauses: ReadonlyMap<string, readonly Clause[]>
  readonly notes: ReadonlyMap<string, readonly Note[]>
  /** Where it is said which areas a scheme runs in, by the input that asks for it. */
  readonly listed: ReadonlyMap<string, readonly Source[]>
}

/** The name under which the law and schemes of the day are asked for. */
export const TODAY = 'today'
const LAST_DAY = 47_846

/**
 * @param names proposals to stack (`today` adds nothing); where two change the same thing, the later one stands.
 * @throws UsageError for a day before the rulebook or a proposal it does not know.
 */
export function makePlan(rulebook: Rulebook, on: number, names: readonly string[]): Plan {
  if (on < rulebook.from || on > LAST_DAY)
    throw new UsageError(
      'date_not_covered',
      `The rules are not held for ${formatDay(on)}: ${
        on < rulebook.from
          ? `they begin on ${sayDay(rulebook.from)}. Choose that day or a later one.`
          : `nothing is told of days after ${sayDay(LAST_DAY)}. Choose an earlier one.`
      }`,
    )
  const proposals = withBases(rulebook, on, names)
  const isActive = (thing: { from: number; proposal: string | null }) =>
    thing.from <= on && (thing.proposal === null || proposals.has(thing.proposal))
  const dateOf = (proposal: string | null) =>
    proposal === null ? -1 : (rulebook.proposals.get(proposal)?.from ?? 0)
  const groups = mapValues(rulebook.supports, (support) => chooseGroups(support, isActive))
  const held = mapValues(rulebook.parameters, (parameter) => chooseValue(parameter, on, isActive))
  // A note about a rate has nothing to say on a day that the rate is not held for.
  const canBeSaid = (note: Note) => placesIn(note.text).every((name) => held.get(name))
  return {
    rulebook,
    on,
    proposals,
    versions: mapValues(rulebook.rules, (rule) => chooseVersion(rule, isActive, dateOf)),
    held,
    groups,
    clauses: mapValues(groups, (list) => list.flatMap((group) => group.clauses)),
    notes: mapValues(groups, (list) => list.flatMap((group) => group.notes.filter(canBeSaid))),
    listed: new Map(rulebook.areaLists.map((list) => [list.input, [list.source]])),
  }
}

/** A proposal brings what it is on top of along only once it is made itself. */
function withBases(rulebook: Rulebook, on: number, names: readonly string[]): Set<string> {
  const found = new Set<string>()
  const add = (name: string) => {
    if (name === TODAY || found.has(name)) return
    const proposal = rulebook.proposals.get(name)
    if (!proposal) throw unknownProposal(rulebook, name)
    found.add(name)
    if (proposal.from <= on) proposal.onTopOf.forEach(add)
  }
  names.forEach(add)
  return found
}

function unknownProposal(rulebook: Rulebook, name: string): UsageError {
  const known = [TODAY, ...rulebook.proposals.keys()]
  const near = findNearest(name, known)
  const hint = near ? ` Did you mean "${near}"?` : ''
  return new UsageError(
    'proposal_unknown',
    `There is no proposal called "${name}".${hint} There are: ${known.join(', ')}.`,
  )
}

function mapValues<T, U>(map: ReadonlyMap<string, T>, change: (value: T) => U): Map<string, U> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}

type IsActive = (thing: { from: number; proposal: string | null }) => boolean

function chooseVersion(
  rule: Rule,
  isActive: IsActive,
  dateOf: (proposal: string | null) => number,
): RuleVersion {
  const active = rule.versions.filter(isActive)
  const chosen = active.sort((a, b) => dateOf(a.proposal) - dateOf(b.proposal) || a.from - b.from).at(-1)
  // Reading the rulebook made sure that the law's first version covers its first day.
  if (!chosen) throw new Error(`no version of ${rule.name} holds`)
  return chosen
}

function chooseValue(parameter: Parameter, on: number, isActive: IsActive): ParameterValue | null {
  const active = parameter.values.filter((value) => isActive(value) && (value.to === null || on <= value.to))
  return active.find((value) => value.proposal !== null) ?? active.at(-1) ?? null
}

function chooseGroups(support: Support, isActive: IsActive): ClauseGroup[] {
  const chosen: ClauseGroup[] = []
  for (const group of support.groups.filter(isActive)) {
    chosen.push(group)
    if (group.isWhole) break
  }
  return chosen
}
