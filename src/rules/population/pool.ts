/**
 * The pool of simulated families: each trait is drawn by the mean of the calibrations' shares, so that every calibration
 * finds enough of what it needs and only has to weigh. It rests on no day: ages and times are days before one.
 */
import type { Rulebook } from '../rulebook.ts'
import type { Spread } from './content.ts'
import { type DrawnChild, type DrawnFamily, drawFamily, groupAreas } from './draw-family.ts'
import { listInside, MIXED, OUTSIDE } from './rake.ts'
import { makeRandom } from './random.ts'
import { TARGET_NAMES, type TargetName, type Targets } from './targets.ts'

/** A trait of each family as the place of its category in the target of the same name; -1 where it does not apply. */
export type Traits = Readonly<Record<TargetName, Int8Array>>

export interface Pool {
  readonly drawn: readonly DrawnFamily[]
  readonly children: number
  readonly traits: Traits
  /** By category, the share of each family's children in it, for what siblings differ in. */
  readonly parts: Readonly<Partial<Record<TargetName, readonly Float64Array[]>>>
  /** By target, the families that it speaks of. */
  readonly inside: Readonly<Record<TargetName, Int32Array>>
  readonly sizes: Int32Array
}

export interface DrawOptions {
  readonly count: number
  readonly seed: number
  readonly rulebook: Rulebook
  readonly targets: readonly Targets[]
  /** Ranges of the assumptions that single families are drawn from (pay, weeks in the job, months to an order). */
  readonly spreads: ReadonlyMap<string, Spread>
}

export function drawPool({ count, seed, rulebook, targets, spreads }: DrawOptions): Pool {
  const random = makeRandom(seed)
  const source = { shares: meanShares(targets), areas: groupAreas(rulebook), spreads }
  const drawn = Array.from({ length: count }, () => drawFamily(random, source))
  const sizes = Int32Array.from(drawn, ({ children }) => children.length)
  const parts = readParts(drawn)
  const traits = { ...readTraits(drawn), ...findMixed(parts) }
  return {
    drawn,
    children: sizes.reduce((sum, size) => sum + size, 0),
    sizes,
    traits,
    parts,
    inside: mapTargets((name) => listInside(traits[name])),
  }
}

function meanShares(targets: readonly Targets[]): Targets['shares'] {
  const [first] = targets
  if (!first) throw new Error('no calibration to draw families for')
  const mean = (name: TargetName) =>
    first.shares[name].map(
      (_, at) => targets.reduce((sum, { shares }) => sum + (shares[name][at] ?? 0), 0) / targets.length,
    )
  return mapTargets(mean)
}

const mapTargets = <T>(make: (name: TargetName) => T): Record<TargetName, T> =>
  // Made of every target name there is.
  Object.fromEntries(TARGET_NAMES.map((name) => [name, make(name)])) as Record<TargetName, T>

/** 0 for yes, 1 for no, as the two-way targets have it; -1 where the question does not arise. */
const twoWay = (isYes: boolean, applies = true): number => (applies ? (isYes ? 0 : 1) : -1)

function readTraits(drawn: readonly DrawnFamily[]): Traits {
  const column = (read: (family: DrawnFamily) => number) => Int8Array.from(drawn, read)
  const isFormal = ({ order, isAfterCare }: DrawnFamily) => order === 0 || (order === 1 && isAfterCare)
  return {
    arrangement: column(({ order }) => order),
    relatives: column(({ relative }) => relative),
    'close-relatives': column(({ relative, isAuntOrUncle }) => twoWay(isAuntOrUncle, relative === 2)),
    // What siblings can differ in is filled in from its parts.
    age: column(() => MIXED),
    'age-on-coming': column(() => MIXED),
    disabled: column(() => MIXED),
    ethnicity: column(({ ethnicity }) => ethnicity),
    'ethnicity-in-formal-care': column((family) => (isFormal(family) ? family.ethnicity : OUTSIDE)),
    'ethnicity-without-order': column(({ order, ethnicity }) => (order === 3 ? ethnicity : OUTSIDE)),
    'children-a-family': column(({ children }) => children.length - 1),
    work: column(({ isWorking }) => twoWay(isWorking)),
    'self-employed': column(({ isWorking, isSelfEmployed }) => twoWay(isSelfEmployed, isWorking)),
    retired: column(({ isWorking, isRetired }) => twoWay(isRetired, !isWorking)),
    'earns-enough': column(({ isWorking, isSelfEmployed, earnsEnough }) =>
      twoWay(earnsEnough, isWorking && !isSelfEmployed),
    ),
    'universal-credit': column(({ hasUniversalCredit }) => twoWay(hasUniversalCredit)),
    region: column(({ region }) => region),
    'kinship-zone': column(({ isInZone }) => twoWay(isInZone)),
    'after-care-guardianship': column(({ order, isAfterCare }) => twoWay(isAfterCare, order === 1)),
    'after-care-arrangements': column(({ order, isAfterCare }) => twoWay(isAfterCare, order === 2)),
    'after-care-informal': column(({ order, isAfterCare }) => twoWay(isAfterCare, order === 3)),
    'public-route-guardianship': column(({ order, isAfterCare, isPublic }) =>
      twoWay(isPublic, order === 1 && !isAfterCare),
    ),
    'sign-guardianship': column(({ order, isAfterCare, hasSign }) =>
      twoWay(hasSign, order === 1 && !isAfterCare),
    ),
    'sign-arrangements': column(({ order, isAfterCare, hasSign }) =>
      twoWay(hasSign, order === 2 && !isAfterCare),
    ),
    'sign-informal': column(({ order, isAfterCare, hasSign }) =>
      twoWay(hasSign, order === 3 && !isAfterCare),
    ),
    'names-parent': column(({ order, isPublic, parents, namesParent }) =>
      twoWay(namesParent, order === 2 && !isPublic && parents !== 0),
    ),
    parents: column(({ parents }) => parents),
    'paid-guardianship': column(({ order, isPaid }) => twoWay(isPaid, order === 1)),
    'paid-arrangements': column(({ order, isPaid }) => twoWay(isPaid, order === 2)),
    'paid-informal': column(({ order, isPaid }) => twoWay(isPaid, order === 3)),
  }
}

function readParts(drawn: readonly DrawnFamily[]): Pool['parts'] {
  const parts = (count: number, read: (child: DrawnChild) => number) =>
    Array.from({ length: count }, (_, at) =>
      Float64Array.from(
        drawn,
        ({ children }) => children.filter((child) => read(child) === at).length / children.length,
      ),
    )
  return {
    age: parts(2, ({ isTeenager }) => (isTeenager ? 0 : 1)),
    'age-on-coming': parts(3, ({ ageOnComing }) => ageOnComing),
    disabled: parts(2, ({ isDisabled }) => (isDisabled ? 0 : 1)),
  }
}

/** The category of each family whose children all lie in one. */
function findMixed(parts: Pool['parts']): Partial<Record<TargetName, Int8Array>> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, of]) => [
      name,
      Int8Array.from(of[0] ?? [], (_, family) => {
        const whole = of.findIndex((part) => part[family] === 1)
        return whole < 0 ? MIXED : whole
      }),
    ]),
  )
}
