/** The words and numbers of the pages on who gains. */
import type { Estimate, Simulation } from '../../rules/population/index.ts'

export const CALIBRATION_WORDS: Readonly<Record<string, string>> = {
  'census-led': 'census',
  'order-led': 'orders',
  'charity-led': 'charities',
}

export const DIMENSION_WORDS: Readonly<Record<string, string>> = {
  ethnicity: 'Ethnic group',
  arrangement: 'Arrangement',
  region: 'Region',
  age: 'Age',
  work: "The carer's work",
}

const GROUP_WORDS: Readonly<Record<string, string>> = {
  white: 'White',
  black: 'Black',
  'other-minority': 'Other minority ethnic',
  informal: 'No order',
  'private-fostering': 'Private fostering',
  'child-arrangements': 'Child arrangements order',
  'special-guardianship': 'Special guardianship order',
  'kinship-foster': 'Kinship foster care',
  adoption: 'Adoption',
  london: 'London',
  'south-east': 'South East',
  rest: 'Rest of England',
  'in-work': 'In work',
  'not-working': 'Not in work',
  retired: 'Retired',
  'not-known': 'Not known',
}

export const sayGroup = (group: string): string =>
  GROUP_WORDS[group] ?? (/^\d/.test(group) ? `${group.replace('-', ' to ')} years` : group)

/** Three figures that count: no simulated number is known better. */
export function sayNumber(value: number): string {
  if (Math.abs(value) < 0.5) return '0'
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 2)
  return (Math.round(value / unit) * unit).toLocaleString('en-GB')
}

export const sayMillions = (value: number): string => `£${sayNumber(value / 1_000_000)} million`
export const sayPercent = (value: number): string => `${Math.round(value)}%`

type Say = (value: number) => string

/** The number alone, beside a drawing of its range. */
export const sayPoint = ({ value, isTooFew }: Estimate): string =>
  isTooFew ? `${sayNumber(value)}, few` : sayNumber(value)

/** Behind a number that rests on too few families to rely on. */
const FEW = ' · few families'

/** "65,600 (57,000 to 89,100)"; the point alone where there is no range or it is all the same. */
export function sayEstimate({ value, low, high, isTooFew }: Estimate, say: Say = sayNumber): string {
  const [point, least, most] = [say(value), low === null ? '' : say(low), high === null ? '' : say(high)]
  const said = least === '' || (least === point && most === point) ? point : `${point} (${least} to ${most})`
  return isTooFew ? said + FEW : said
}

/** A rate or comparison that rests on too few families is not told. */
export const sayComparison = (estimate: Estimate, say: Say): string =>
  estimate.isTooFew ? 'too few families' : sayEstimate(estimate, say)

/** From the lowest point to the highest over the three calibrations. */
export function sayAcross(estimates: readonly Estimate[], say: Say = sayNumber): string {
  const values = estimates.map(({ value }) => value)
  const [least, most] = [say(Math.min(...values)), say(Math.max(...values))]
  const said = least === most ? least : `${least} to ${most}`
  return estimates.some(({ isTooFew }) => isTooFew) ? said + FEW : said
}

/** Whether Black children are missed more, under each calibration: the ends of the range decide. */
export function sayEquality(simulation: Simulation, proposal: string): string {
  const results = simulation.proposals.find((each) => each.proposal === proposal)?.results ?? []
  const gaps = results.map(({ equality }) => equality.blackGap)
  const clear = gaps.filter(({ low, value }) => (low ?? value) > 0.5)
  if (gaps.length === 0) return 'This was not worked out.'
  if (gaps.some(({ isTooFew }) => isTooFew)) return 'Too few families were simulated to say.'
  const points = (list: readonly Estimate[]) => {
    const words = sayAcross(list, (value) => String(Math.round(value)))
    return `${words} percentage ${words === '1' ? 'point' : 'points'}`
  }
  if (clear.length === gaps.length)
    return `Yes, under all ${gaps.length} ways to weigh the sources: by ${points(clear)} more than White children.`
  const less = gaps.filter(({ high, value }) => (high ?? value) < -0.5)
  if (less.length === gaps.length)
    return `No: under all ${gaps.length} ways to weigh the sources they are missed less than White children.`
  if (clear.length === 0)
    return 'The sources cannot show it: the ranges do not keep to one side of no difference.'
  return `Yes, under ${clear.length} of ${gaps.length} ways to weigh the sources: by ${points(clear)} more than White children. Under the other, which leaves next to nobody without an order, the sources cannot show it.`
}
