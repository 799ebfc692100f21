/** Answers that cannot all be true: each pair is explained, and nothing is guessed. */

import type { SituationProblem } from './json-reader.ts'
import { latestBirth, parseDay, wholeYears } from './plain-date.ts'
import type { Child, Situation } from './situation.ts'

export function findContradictions(situation: Situation): SituationProblem[] {
  return [
    ...inCarer(situation),
    ...situation.children.flatMap((child, index) =>
      inChild(child, situation.on).map(({ path, message, against }) => ({
        path: `children[${index}].${path}`,
        message,
        ...(against === undefined ? {} : { against: `children[${index}].${against}` }),
      })),
    ),
  ]
}

function inCarer({ carer }: Situation): SituationProblem[] {
  const { employment, weeksInJob, weeklyEarnings } = carer
  if (employment !== 'not-working' && employment !== 'retired') return []
  const word = employment === 'retired' ? 'retired' : 'not working'
  const found: SituationProblem[] = []
  if (weeklyEarnings !== null && weeklyEarnings > 0)
    found.push({
      path: 'carer.weeklyEarnings',
      against: 'carer.employment',
      message: `the carer is ${word} yet earns £${weeklyEarnings} a week. Change the work or the pay (a pension is not earnings)`,
    })
  if (weeksInJob !== null && weeksInJob > 0)
    found.push({
      path: 'carer.weeksInJob',
      against: 'carer.employment',
      message: `the carer is ${word} yet has been ${weeksInJob} weeks in the job. Change one of the two`,
    })
  return found
}

function inChild(child: Child, on: string | null): SituationProblem[] {
  return [...inDates(child, on), ...inOrder(child, on), ...inHistory(child)]
}

function inDates(child: Child, on: string | null): SituationProblem[] {
  const { born, age, since, orderDate } = child
  const found: SituationProblem[] = []
  if (born && since && since < born)
    found.push({
      path: 'since',
      against: 'born',
      message: `the child came on ${since}, before being born on ${born}. Correct one of the dates`,
    })
  if (!born && isBeforeBirth(since, age, on))
    found.push({
      path: 'since',
      against: 'age',
      message: `the child came on ${since}, yet is ${age} on ${on} and so was not born then. Correct the age or the date`,
    })
  if (!born && isBeforeBirth(orderDate, age, on))
    found.push({
      path: 'orderDate',
      against: 'age',
      message: `the order is from ${orderDate}, yet the child is ${age} on ${on} and so was not born then. Correct the age or the date`,
    })
  if (born && orderDate && orderDate < born)
    found.push({
      path: 'orderDate',
      against: 'born',
      message: `the order is from ${orderDate}, before the child was born on ${born}. Correct one of the dates`,
    })
  if (born && on && age !== null) {
    const years = wholeYears(parseDay(born) ?? 0, parseDay(on) ?? 0)
    if (years !== age)
      found.push({
        path: 'age',
        against: 'born',
        message: `a child born on ${born} is ${years} on ${on}, not ${age}. Leave one of the two out`,
      })
  }
  return found
}

/** Whether a day is before the first on which a child of this age can be born. */
const isBeforeBirth = (day: string | null, age: number | null, on: string | null): boolean =>
  day !== null &&
  age !== null &&
  on !== null &&
  (parseDay(day) ?? 0) <= latestBirth(parseDay(on) ?? 0, age + 1)

function inOrder(child: Child, on: string | null): SituationProblem[] {
  const { arrangement, orderDate, orderNamesParent } = child
  const found: SituationProblem[] = []
  if (arrangement && child.arrangementIsOneOf && !child.arrangementIsOneOf.includes(arrangement))
    found.push({
      path: 'arrangement',
      against: 'arrangementIsOneOf',
      message: `the arrangement is ${arrangement}, which is not among those it can be. Change one of the two`,
    })
  if (child.orderMade === false && orderDate && on && orderDate <= on)
    found.push({
      path: 'orderMade',
      against: 'orderDate',
      message: `the order is said not to be made, yet is from ${orderDate}. Change one of the two`,
    })
  if (child.orderMade === true && orderDate && on && orderDate > on)
    found.push({
      path: 'orderMade',
      against: 'orderDate',
      message: `the order is said to be made, yet is from ${orderDate}, after ${on}. Change one of the two`,
    })
  if (orderDate && (arrangement === 'informal' || arrangement === 'private-fostering'))
    found.push({
      path: 'orderDate',
      against: 'arrangement',
      message: `an ${arrangement === 'informal' ? 'informal' : 'unofficial (private fostering)'} arrangement has no order, yet one is dated ${orderDate}. Name the order as the arrangement, or leave the date out`,
    })
  if (orderNamesParent && arrangement !== null && arrangement !== 'child-arrangements')
    found.push({
      path: 'orderNamesParent',
      against: 'arrangement',
      message: `only a child arrangements order can say that a child lives with a parent as well, and the arrangement is ${arrangement}. Change one of the two`,
    })
  if (orderNamesParent && child.parents === 'both-dead')
    found.push({
      path: 'orderNamesParent',
      against: 'parents',
      message: 'the order names a parent to live with, yet both parents are dead. Change one of the two',
    })
  return found
}

const LIVING_PARENT: Readonly<Partial<Record<string, string>>> = {
  'both-alive': 'both parents are alive',
  'one-dead-other-alive': 'one parent is alive',
  'one-dead-other-in-prison': 'one parent is alive and in prison',
}

function inHistory(child: Child): SituationProblem[] {
  const found: SituationProblem[] = []
  // A fostered child is in council care now: that sign is then no word about the time before.
  const isSignOfBefore =
    child.arrangement !== 'kinship-foster' && child.inCareMarkers?.includes('looked-after')
  if (child.previouslyLookedAfter === false && isSignOfBefore)
    found.push({
      path: 'previouslyLookedAfter',
      against: 'inCareMarkers',
      message:
        'the child was never in council care, yet "looked-after" is among the signs. Change one of the two',
    })
  if (child.guardiansAllowancePaid && child.parents === 'both-alive')
    found.push({
      path: 'guardiansAllowancePaid',
      against: 'parents',
      message:
        "Guardian's Allowance is said to be paid, yet both parents are alive. It is never paid then: change one of the two",
    })
  const isParentAlive = child.parents !== null && LIVING_PARENT[child.parents]
  if (isParentAlive && child.inCareMarkers?.includes('bereavement'))
    found.push({
      path: 'parents',
      against: 'inCareMarkers',
      message: `${isParentAlive}, yet "bereavement" (both parents dead) is among the signs. Change one of the two`,
    })
  return found
}
