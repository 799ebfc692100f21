/** Who gains: every proposal beside the others. What each reaches, what it costs, and whether it misses some more than others. */
import type { Estimate, PlanResult, Simulation } from '../../rules/population/index.ts'
import { renderFrame } from '../tracker/frame.tsx'
import { sayDay } from '../tracker/words.ts'
import { type LaneGroup, RangeChart } from './charts.tsx'
import { ChooseDay, ChooseSupport, Downloads, type ReachView, reachLink, Simulated } from './parts.tsx'
import {
  CALIBRATION_WORDS,
  sayAcross,
  sayComparison,
  sayEquality,
  sayMillions,
  sayPercent,
  sayPoint,
} from './words.ts'

/** The option that hangs on an order and on nothing else. */
const ORDER_ONLY = 'ask-without-in-care-test'

export function overviewPage(of: ReachView): string {
  const { simulation, view } = of
  const giving = simulation.proposals.filter(({ results }) => results.some(gives))
  const others = simulation.proposals.filter((plan) => !giving.includes(plan) && plan.proposal !== 'today')
  return renderFrame({
    view,
    title: 'Who gains from each proposal',
    children: (
      <>
        <h1>Who gains from each proposal, and who is missed</h1>
        <p class="mark">{simulation.supportTitle}</p>
        <p class="lead">{lead(giving, simulation.supportTitle)}</p>
        <ChooseSupport of={of} />
        <Simulated of={of} />
        <ChooseDay of={of} />
        <h2 id="reach">Children whom each proposal would newly reach</h2>
        <p>
          On {sayDay(simulation.on)}, on top of those the law and its schemes reach already. Three lines a
          proposal: the sources weighed by the census, by court orders and by the charities.
        </p>
        {giving.length === 0 ? (
          <p class="empty">On this day no proposal gives any child a new right to this support.</p>
        ) : (
          <ReachDrawing of={of} />
        )}
        <ReachTable of={of} />
        {others.length === 0 ? null : (
          <p>
            {others.map(({ title }) => title).join('; ')}: {others.length === 1 ? 'it gives' : 'these give'}{' '}
            no child a new right to it on this day. What is in force already is in today's law.
          </p>
        )}
        <h2 id="equality">Do options tied to orders miss Black and minority ethnic children more?</h2>
        {asksEquality(simulation) ? (
          <Equality of={of} />
        ) : (
          <p class="lead">
            The option tied to orders gives no child a new right to this support on this day, so the question
            does not arise for it.
          </p>
        )}
        <Downloads of={of} charts={asksEquality(simulation) ? ['reach', 'equality'] : ['reach']} />
      </>
    ),
  })
}

/** Whether the option that hangs on an order gives anybody anything of this support. */
const asksEquality = ({ proposals }: Simulation): boolean =>
  proposals.find(({ proposal }) => proposal === ORDER_ONLY)?.results.some(gives) ?? false

function Equality({ of }: { of: ReachView }) {
  const { simulation } = of
  return (
    <>
      <p class="lead">{sayEquality(simulation, ORDER_ONLY)}</p>
      <p>
        Missed means: of all kinship children of a group, the share that the option does not reach. This is
        for the option that asks for an order and nothing else. It rests on two published figures (4% of
        children in formal kinship care are Black; one Black child in 37 lived in kinship care in 2011) and on
        one that is not held.{' '}
        <a href={reachLink(of, '/method', '#ethnic-groups')}>What the answer rests on</a>.
      </p>
      <EqualityDrawing of={of} />
      <EqualityTable of={of} />
    </>
  )
}

const gives = ({ children }: PlanResult['results'][number]): boolean =>
  (children.newlyReached.high ?? children.newlyReached.value) >= 1 || children.judged.value >= 1

function lead(giving: readonly PlanResult[], support: string): string {
  const best = [...giving].sort((a, b) => newly(b) - newly(a))[0]
  if (best === undefined) return `${support}: no proposal gives a new right on this day.`
  const reached = sayAcross(best.results.map(({ children }) => children.newlyReached))
  const left = sayAcross(best.results.map(({ children }) => children.leftOut))
  const rest = left === '0' ? 'It leaves out nobody.' : `It still leaves out ${left}.`
  return `“${best.title}” would newly reach the most children: ${reached}, by how the sources are weighed. ${rest}`
}

const newly = ({ results }: PlanResult): number =>
  results.reduce((sum, { children }) => sum + children.newlyReached.value, 0)

export function reachGroups({ simulation }: Pick<ReachView, 'simulation'>): LaneGroup[] {
  return simulation.proposals
    .filter(({ results }) => results.some(gives))
    .map(({ title, results }) => ({
      title,
      lanes: results.map(({ calibration, children }) => ({
        label: CALIBRATION_WORDS[calibration] ?? calibration,
        estimate: children.newlyReached,
        words: sayPoint(children.newlyReached),
      })),
    }))
}

export function equalityGroups({ simulation }: Pick<ReachView, 'simulation'>): LaneGroup[] {
  const plan = simulation.proposals.find(({ proposal }) => proposal === ORDER_ONLY)
  return (plan?.results ?? []).map(({ calibration, equality }) => ({
    title: `Sources weighed by the ${CALIBRATION_WORDS[calibration] ?? calibration}`,
    lanes: (
      [
        ['White', equality.missedWhite, false],
        ['Black', equality.missedBlack, true],
        ['minority', equality.missedMinority, false],
      ] as const
    ).map(([label, estimate, isLead]) => ({
      label,
      estimate,
      isLead,
      isUntold: estimate.isTooFew === true,
      words: estimate.isTooFew ? 'too few families' : `${sayPercent(estimate.value)} missed`,
    })),
  }))
}

const REACH_LABEL =
  'Children newly reached by each proposal, weighed three ways, with ranges; the table below says the same'
const EQUALITY_LABEL =
  'Share of children missed by the order-only option, by ethnic group; the table below says the same'

export const ReachDrawing = ({
  of,
  isAlone = false,
}: {
  of: Pick<ReachView, 'simulation'>
  isAlone?: boolean
}) => <RangeChart label={REACH_LABEL} groups={reachGroups(of)} isAlone={isAlone} />
export const EqualityDrawing = ({
  of,
  isAlone = false,
}: {
  of: Pick<ReachView, 'simulation'>
  isAlone?: boolean
}) => <RangeChart label={EQUALITY_LABEL} groups={equalityGroups(of)} most={100} isAlone={isAlone} />

type Column = readonly [words: string, say: (results: PlanResult['results']) => string]

const across =
  (read: (result: PlanResult['results'][number]) => Estimate): Column[1] =>
  (results) =>
    sayAcross(results.map(read))

const COLUMNS: readonly Column[] = [
  ['Children newly reached', across(({ children }) => children.newlyReached)],
  ['Families newly reached', across(({ families }) => families.newlyReached)],
  ['Children reached already', across(({ children }) => children.alreadyReached)],
  ['If somebody judges so', across(({ children }) => children.judged)],
  ['Left out', across(({ children }) => children.leftOut)],
]

const COST_COLUMNS: readonly Column[] = [
  ['Cost a year', (results) => sayCosts(results.map(({ cost }) => cost?.gross ?? null))],
  ['Less what councils pay now', (results) => sayCosts(results.map(({ cost }) => cost?.net ?? null))],
]

function ReachTable({ of }: { of: ReachView }) {
  const { simulation } = of
  const told = simulation.per === null ? COLUMNS : [...COLUMNS, ...COST_COLUMNS]
  return (
    <section class="scroll" tabindex={0} aria-labelledby="reach-table">
      <table class="reach-table rowed">
        <caption id="reach-table">
          From the lowest to the highest of the three ways to weigh the sources; each proposal's page has
          their ranges
        </caption>
        <thead>
          <tr>
            <th scope="col">Proposal</th>
            {told.map(([words]) => (
              <th scope="col">{words}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {simulation.proposals.map(({ proposal, title, results }) => (
            <tr>
              <th scope="row">
                <a href={reachLink(of, `/${proposal}`)}>{title}</a>
              </th>
              {told.map(([words, say]) => (
                <td data-of={words}>{say(results)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sayCosts(costs: readonly (Estimate | null)[]): string {
  const held = costs.flatMap((cost) => cost ?? [])
  if (held.length < costs.length) return 'rate not held'
  return sayAcross(held, (value) => (value < 500_000 ? '£0' : sayMillions(value)))
}

function EqualityTable({ of: { simulation } }: { of: ReachView }) {
  const rows = simulation.proposals.filter(({ results }) => results.some(gives))
  return (
    <section class="scroll" tabindex={0} aria-labelledby="equality-table">
      <table class="reach-table thirds">
        <caption id="equality-table">
          Percentage points by which children are missed more than White children
        </caption>
        <thead>
          <tr>
            <th scope="col">Proposal</th>
            <th scope="col">Weighed by</th>
            <th scope="col">Black children</th>
            <th scope="col">All minority ethnic children</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ title, results }) =>
            results.map(({ calibration, equality }, at) => (
              <tr>
                {at === 0 ? (
                  <th scope="rowgroup" rowspan={results.length}>
                    {title}
                  </th>
                ) : null}
                <td>{CALIBRATION_WORDS[calibration] ?? calibration}</td>
                <td>{sayComparison(equality.blackGap, points)}</td>
                <td>{sayComparison(equality.minorityGap, points)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

const points = (value: number): string => String(Math.round(value)).replace('-0', '0').replace('-', '−')
