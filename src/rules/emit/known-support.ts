/**
 * Writes one support for households whose answers are all known: a kernel for each group of clauses, so that what is not
 * in force costs nothing.
 */
import { type KnownGroup, UNDECIDED } from '../kernels.ts'
import type { ClauseGroup, Rulebook, Support } from '../rulebook.ts'
import { KnownEntries } from './known-entries.ts'
import { type KernelList, KnownEmitter, NotForKnown } from './known-truth.ts'
import { writeCalculation } from './open-support.ts'

export interface KnownSupport {
  readonly groups: readonly KnownGroup[]
  /** The source of a function for each clause whose amount is worked out. */
  readonly calculations: readonly string[]
}

/** @param kernels where its kernels are put. @returns null for a support that only the code for open answers can take. */
export function writeKnown(
  rulebook: Rulebook,
  support: Support,
  groupOffset: number,
  kernels: KernelList,
): KnownSupport | null {
  const before = kernels.length
  const calculations: string[] = []
  let next = 0
  try {
    const groups = support.groups.flatMap((group, index) => {
      const first = next
      next += group.clauses.length
      // A group can consist of notes alone.
      return group.clauses.length === 0
        ? []
        : [writeGroup({ rulebook, support, kernels, calculations }, group, first, groupOffset + index)]
    })
    if (next >= UNDECIDED) throw new NotForKnown('more clauses than a byte can tell')
    return { groups, calculations }
  } catch (error) {
    if (!(error instanceof NotForKnown)) throw error
    kernels.length = before
    return null
  }
}

export const isPaid = ({ groups }: Support): boolean =>
  groups.some(({ clauses }) => clauses.some(({ amount }) => amount !== null))

interface Writing {
  readonly rulebook: Rulebook
  readonly support: Support
  readonly kernels: KernelList
  readonly calculations: string[]
}

function writeGroup(
  { rulebook, support, kernels, calculations }: Writing,
  group: ClauseGroup,
  first: number,
  flag: number,
): KnownGroup {
  const emitter = new KnownEmitter(rulebook, kernels)
  const entries = new KnownEntries(emitter)
  group.clauses.forEach((clause, at) => {
    entries.add(clause, first + at)
  })
  entries.writeOutcomes(isPaid(support))
  const { needs, thresholds, founds } = emitter
  return {
    flag,
    needs: [...needs],
    thresholds: [...thresholds],
    founds,
    kernel: emitter.finish(),
    calculated: entries.calculated.map(
      ({ clause, at }) => calculations.push(writeCalculation(rulebook, support, clause, at)) - 1,
    ),
  }
}
