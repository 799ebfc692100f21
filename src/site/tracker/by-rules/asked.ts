/** Which rules a page of "who is left out" asks: the proposal and the day in its address, checked. */
import { formatDay, parseDay, type Rulebook } from '../../../rules/index.ts'
import type { CoverageLinks, CoverageQuestion } from '../../../tracker/index.ts'

export const BY_RULES_PATH = '/left-out-by-rules'
/** The law and schemes of the day. */
export const TODAY = 'today'

export interface RuleSetting {
  readonly links: CoverageLinks
  readonly rulebook: Rulebook
}

export interface Asked extends CoverageQuestion {
  readonly proposal: string
}

/** Beyond this the rules say little but that rates are not held. */
const LAST_DAY = '2050-12-31'

/** The question, or what is wrong with it in words for the reader. */
export function readAsked(
  { rulebook }: RuleSetting,
  given: { readonly proposal: string | undefined; readonly on: string | undefined },
  today: string,
): Asked | string {
  const proposal = given.proposal ?? TODAY
  if (proposal !== TODAY && !rulebook.proposals.has(proposal))
    return `There is no proposal called “${proposal}”.`
  const on = given.on === undefined || given.on === '' ? dayToBeginWith(rulebook, today) : given.on
  const day = parseDay(on)
  if (day === null) return `“${on}” is not a day. Write it as 2026-06-15.`
  if (day < rulebook.from)
    return `The rules begin on ${formatDay(rulebook.from)}. Choose that day or a later one.`
  if (on > LAST_DAY) return 'This day is too far off. Choose one before the year 2051.'
  return { proposal, on, proposals: proposal === TODAY ? [] : [proposal] }
}

/** The page's own day where the rules know it; else their first day, for a record older than the rules, or the last that is asked for. */
export function dayToBeginWith({ from }: Rulebook, today: string): string {
  const first = formatDay(from)
  if (today < first) return first
  return today > LAST_DAY ? LAST_DAY : today
}

export const pathOf = ({ proposal, on }: Pick<Asked, 'proposal' | 'on'>, support?: string): string =>
  [BY_RULES_PATH, proposal, on, ...(support === undefined ? [] : [support])].join('/')

/** The days on which some rule, scheme or proposal begins; between two of them nothing changes. */
export function daysOfChange({ rulebook }: RuleSetting): string[] {
  const days = [
    ...[...rulebook.rules.values()].flatMap(({ versions }) => versions),
    ...[...rulebook.supports.values()].flatMap(({ groups }) => groups),
    ...rulebook.areaLists.map(({ from }) => ({ from, proposal: null })),
  ].flatMap(({ from, proposal }) => (proposal === null && from > rulebook.from ? [from] : []))
  return [...new Set(days)].sort((a, b) => a - b).map(formatDay)
}
