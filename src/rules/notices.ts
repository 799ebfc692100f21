/** What a family should know of how its answers were read: they are used, but not quite as they were said. */

import type { SituationProblem } from './json-reader.ts'
import { parseDay, sayDay } from './plain-date.ts'
import type { Rulebook } from './rulebook.ts'
import { type Child, CLOSE_RELATIVES, type Situation } from './situation.ts'
import { sayChoice } from './step.ts'

export function findNotices(situation: Situation, on: number, rulebook: Rulebook): SituationProblem[] {
  return [
    ...inRulebook(on, rulebook),
    ...situation.children.flatMap((child, index) =>
      [...inDates(child, on), ...inArrangement(child, situation)].map(({ path, message }) => ({
        path: `children[${index}].${path}`,
        message,
      })),
    ),
  ]
}

function inRulebook(on: number, rulebook: Rulebook): SituationProblem[] {
  if (on <= rulebook.compiled) return []
  const message = `The rules were last compared with their sources on ${sayDay(rulebook.compiled)}; the law on ${sayDay(on)} may differ.`
  return [{ path: 'on', message }]
}

function inDates({ since, orderDate }: Child, on: number): SituationProblem[] {
  const found: SituationProblem[] = []
  if (since && (parseDay(since) ?? 0) > on)
    found.push({
      path: 'since',
      message: `On ${sayDay(on)} the child had not yet come (${since}): answered as if newly there.`,
    })
  if (orderDate && (parseDay(orderDate) ?? 0) > on)
    found.push({
      path: 'orderDate',
      message: `On ${sayDay(on)} the order of ${orderDate} was not made yet: answered as a family still applying for it.`,
    })
  return found
}

function inArrangement(child: Child, situation: Situation): SituationProblem[] {
  const { relationship } = situation.carer
  const isClose = relationship !== null && CLOSE_RELATIVES.includes(relationship)
  const found: SituationProblem[] = []
  if (child.arrangement === 'private-fostering' && isClose)
    found.push({
      path: 'arrangement',
      message: `In law a ${sayChoice(relationship ?? '')} is a close relative, so this is not private fostering: answered as an informal arrangement.`,
    })
  if (child.arrangement === 'informal' && relationship !== null && !isClose)
    found.push({
      path: 'arrangement',
      message: `In law a ${sayChoice(relationship)} is not a close relative: from a set number of days on this is private fostering, which the council must be told of.`,
    })
  if (child.route !== null && (child.arrangement === 'informal' || child.arrangement === 'private-fostering'))
    found.push({
      path: 'route',
      message: 'There is no order here, so the kind of proceedings was not used. If there is one, name it.',
    })
  if (child.arrangement === 'kinship-foster' && child.childBenefitClaimed)
    found.push({
      path: 'childBenefitClaimed',
      message:
        'Child Benefit is not paid for a fostered child who is looked after by the council: tell the Child Benefit Office, or check which arrangement this is.',
    })
  return found
}
