/** What the pages on who gains share: the frame round a result, the choice of a day, the honest words, the downloads. */
import { DEFAULTS, FEWEST_CHILDREN, type Simulation } from '../../rules/population/index.ts'
import type { View } from '../tracker/view.ts'
import { sayDay } from '../tracker/words.ts'

export const REACH_PATH = '/who-gains'

export interface ReachView {
  readonly view: View
  readonly simulation: Simulation
  /** Days to choose from, newest first. */
  readonly days: readonly string[]
  readonly defaultDay: string
  /** To choose from, in the order of the rules. */
  readonly supports: readonly { readonly name: string; readonly title: string }[]
}

/** The same place on the same day, for the same support. */
export const reachLink = (of: ReachView, path = '', hash = ''): string =>
  of.view.href(`${REACH_PATH}${path}${questionOf(of)}${hash}`)

/** What is asked beyond the newest day and the allowance, as the end of an address. */
function questionOf(
  { simulation, defaultDay }: Pick<ReachView, 'simulation' | 'defaultDay'>,
  support: string = simulation.support,
): string {
  const query = new URLSearchParams()
  if (simulation.on !== defaultDay) query.set('on', simulation.on)
  if (support !== DEFAULTS.support) query.set('support', support)
  return query.size === 0 ? '' : `?${query}`
}

/** Every support that the rules cover, each a link to the same place. */
export function ChooseSupport({ of, path = '' }: { of: ReachView; path?: string }) {
  const { supports, simulation, view } = of
  return (
    <details class="supports">
      <summary>Another support than “{simulation.supportTitle}”</summary>
      <ul>
        {supports
          .filter(({ name }) => name !== simulation.support)
          .map(({ name, title }) => (
            <li>
              <a href={view.href(`${REACH_PATH}${path}${questionOf(of, name)}`)}>{title}</a>
            </li>
          ))}
      </ul>
    </details>
  )
}

export function Simulated({ of }: { of: ReachView }) {
  const { simulation } = of
  return (
    <p class="simulated">
      These are <strong>simulated families, not counted ones</strong>. Nobody counts how many children live
      under a special guardianship or child arrangements order today.{' '}
      {simulation.simulatedFamilies.toLocaleString('en-GB')} families were drawn from published figures and
      weighed three ways, because the sources disagree.{' '}
      <a href={reachLink(of, '/method')}>How this is worked out, and what it assumes</a>.
    </p>
  )
}

export function ChooseDay({ of, path = '' }: { of: ReachView; path?: string }) {
  const { days, simulation } = of
  const offered = days.includes(simulation.on) ? days : [simulation.on, ...days]
  return (
    <>
      <form class="chooser" action={`${REACH_PATH}${path}`}>
        <Kept of={of} />
        <label for="on">Rules and rates of</label>{' '}
        <select id="on" name="on">
          {offered.map((day) => (
            <option value={day} selected={day === simulation.on}>
              {sayDay(day)}
            </option>
          ))}
        </select>{' '}
        <button type="submit">Show</button>
      </form>
      <form class="chooser" action={`${REACH_PATH}${path}`}>
        <Kept of={of} />
        <label for="on-any">Or of any day</label>{' '}
        <input id="on-any" name="on" type="date" min="2021-01-01" value={simulation.on} required />{' '}
        <button type="submit">Show</button>
      </form>
    </>
  )
}

/** The support that a form about the day goes on with. */
const Kept = ({ of: { simulation } }: { of: ReachView }) =>
  simulation.support === DEFAULTS.support ? null : (
    <input type="hidden" name="support" value={simulation.support} />
  )

export function Downloads({
  of,
  path = '',
  charts = [],
}: {
  of: ReachView
  path?: string
  charts?: readonly string[]
}) {
  const { simulation } = of
  const query = questionOf(of)
  return (
    <p class="downloads">
      All of it: <a href={`${REACH_PATH}${path}.csv${query}`}>table (CSV)</a>,{' '}
      <a href={`${REACH_PATH}${path}.json${query}`}>data (JSON)</a>
      {charts.map((chart) => (
        <>
          ,{' '}
          <a href={`${REACH_PATH}${path}/${chart}.svg${query}`}>drawing of {chart.replace('-', ' ')} (SVG)</a>
        </>
      ))}
      . A number in brackets is a range: the middle nine tenths of {simulation.draws} draws of every figure
      and assumption. A number behind which stand fewer than {FEWEST_CHILDREN} simulated families of equal
      weight says “few families”; a rate or comparison of so few is not told, and says “too few families”.
    </p>
  )
}
