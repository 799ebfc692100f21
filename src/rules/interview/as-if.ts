/** The same family under another legal order: what goes with the old paper is left behind. */
import type { PlainSituation } from './given.ts'
import type { Arrangement, Said } from './question.ts'

const WITHOUT_ORDER: readonly Arrangement[] = ['informal', 'private-fostering', 'kinship-foster']

/** Every child moves to the arrangement; a child who leaves foster care for an order was then in care before. */
export function asIfUnder(situation: PlainSituation, arrangement: Arrangement): PlainSituation {
  return { ...situation, children: situation.children.map((child) => move(child, arrangement)) }
}

function move(child: Said, arrangement: Arrangement): Said {
  if (child.arrangement === arrangement && child.orderMade !== false) return child
  const { arrangementIsOneOf, orderDate, orderMade, orderNamesParent, firstHearingHeld, route, ...kept } =
    child
  const moved = { ...kept, arrangement }
  const leavesCare = child.arrangement === 'kinship-foster' && !WITHOUT_ORDER.includes(arrangement)
  if (!leavesCare) return moved
  const markers = Array.isArray(child.inCareMarkers) ? child.inCareMarkers : []
  return {
    ...moved,
    previouslyLookedAfter: true,
    ...(child.inCareMarkers == null ? {} : { inCareMarkers: [...new Set([...markers, 'looked-after'])] }),
  }
}
