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
  const isPoint = least === '' || (least === point && most === point)
  const said = isPoint ? point : `${point} (${sayRange(least, most)})`
  return isTooFew ? said + FEW : said
}

const MILLION = ' million'

/** "£344 to £455 million": the unit once. */
const sayRange = (least: string, most: string): string =>
  least.endsWith(MILLION) && most.endsWith(MILLION)
    ? `${least.slice(0, -MILLION.length)} to ${most}`
    : `${least} to ${most}`

/** A rate or comparison that rests on too few families is not told. */
export const sayComparison = (estimate: Estimate, say: Say): string =>
  estimate.isTooFew ? 'too few families' : sayEstimate(estimate, say)

/** From the lowest point to the highest over the three calibrations. */
export function sayAcross(estimates: readonly Estimate[], say: Say = sayNumber): string {
  const values = estimates.map(({ value }) => value)
  const [least, most] = [say(Math.min(...values)), say(Math.max(...values))]
  const said = least === most ? least : sayRange(least, most)
  return estimates.some(({ isTooFew }) => isTooFew) ? said + FEW : said
}

/** Whether Black, and all minority ethnic, children are missed more under each calibration: the ends of the ranges decide. */
export function sayEquality(simulation: Simulation, proposal: string): string {
  const results = simulation.proposals.find((each) => each.proposal === proposal)?.results ?? []
  if (results.length === 0) return 'This was not worked out.'
  const black = sayGaps(
    'Black children',
    results.map(({ equality }) => equality.blackGap),
  )
  const minority = sayGaps(
    'All minority ethnic children together',
    results.map(({ equality }) => equality.minorityGap),
  )
  return `${black} ${minority}`
}

function sayGaps(who: string, gaps: readonly Estimate[]): string {
  if (gaps.some(({ isTooFew }) => isTooFew)) return `${who}: too few families were simulated to say.`
  const more = gaps.filter(({ low, value }) => (low ?? value) > 0.5)
  const less = gaps.filter(({ high, value }) => (high ?? value) < -0.5)
  const ways = `${gaps.length} ways to weigh the sources`
  if (less.length === gaps.length) return `${who} are missed less than White children, under all ${ways}.`
  if (more.length === 0)
    return `${who}: the sources cannot show it, as no range keeps to one side of no difference.`
  const words = sayAcross(more, (value) => String(Math.round(value)))
  const by = `by ${words} percentage ${words === '1' ? 'point' : 'points'}`
  if (more.length === gaps.length)
    return `${who} are missed more than White children, ${by}, under all ${ways}.`
  return `${who} are missed more than White children, ${by}, under ${more.length} of ${ways}; under the ${gaps.length - more.length === 1 ? 'other' : 'others'} the ranges show no clear difference.`
}
