/** Answers that cannot all be true: each pair is explained, and nothing is guessed. */

import type { SituationProblem } from './json-reader.ts'
import { parseDay, wholeYears } from './plain-date.ts'
import type { Child, Situation } from './situation.ts'

export function findContradictions(situation: Situation): SituationProblem[] {
  return [
    ...inCarer(situation),
    ...situation.children.flatMap((child, index) =>
      inChild(child, situation.on).map(({ path, message }) => ({
        path: `children[${index}].${path}`,
        message,
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
      message: `the carer is ${word} yet earns £${weeklyEarnings} a week. Change the work or the pay (a pension is not earnings)`,
    })
  if (weeksInJob !== null && weeksInJob > 0)
    found.push({
      path: 'carer.weeksInJob',
      message: `the carer is ${word} yet has been ${weeksInJob} weeks in the job. Change one of the two`,
    })
  return found
}

function inChild(child: Child, on: string | null): SituationProblem[] {
  return [...inDates(child, on), ...inOrder(child), ...inHistory(child)]
}

function inDates(child: Child, on: string | null): SituationProblem[] {
  const { born, age, since, orderDate } = child
  const found: SituationProblem[] = []
  if (born && since && since < born)
    found.push({
      path: 'since',
      message: `the child came on ${since}, before being born on ${born}. Correct one of the dates`,
    })
  if (born && orderDate && orderDate < born)
    found.push({
      path: 'orderDate',
      message: `the order is from ${orderDate}, before the child was born on ${born}. Correct one of the dates`,
    })
  if (born && on && age !== null) {
    const years = wholeYears(parseDay(born) ?? 0, parseDay(on) ?? 0)
    if (years !== age)
      found.push({
        path: 'age',
        message: `a child born on ${born} is ${years} on ${on}, not ${age}. Leave one of the two out`,
      })
  }
  return found
}

function inOrder(child: Child): SituationProblem[] {
  const { arrangement, orderDate, orderNamesParent } = child
  const found: SituationProblem[] = []
  if (orderDate && (arrangement === 'informal' || arrangement === 'private-fostering'))
    found.push({
      path: 'orderDate',
      message: `an ${arrangement === 'informal' ? 'informal' : 'unofficial (private fostering)'} arrangement has no order, yet one is dated ${orderDate}. Name the order as the arrangement, or leave the date out`,
    })
  if (orderNamesParent && arrangement !== null && arrangement !== 'child-arrangements')
    found.push({
      path: 'orderNamesParent',
      message: `only a child arrangements order can say that a child lives with a parent as well, and the arrangement is ${arrangement}. Change one of the two`,
    })
  if (orderNamesParent && child.parents === 'both-dead')
    found.push({
      path: 'orderNamesParent',
      message: 'the order names a parent to live with, yet both parents are dead. Change one of the two',
    })
  return found
}

function inHistory(child: Child): SituationProblem[] {
  const found: SituationProblem[] = []
  if (child.previouslyLookedAfter === false && child.inCareMarkers?.includes('looked-after'))
    found.push({
      path: 'previouslyLookedAfter',
      message:
        'the child was never in council care, yet "looked-after" is among the signs. Change one of the two',
    })
  if (child.parents === 'both-alive' && child.inCareMarkers?.includes('bereavement'))
    found.push({
      path: 'parents',
      message:
        'both parents are alive, yet "bereavement" (both parents dead) is among the signs. Change one of the two',
    })
  return found
}
