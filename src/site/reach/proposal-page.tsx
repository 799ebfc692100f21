/** One proposal: what it reaches, whom it leaves out in the rules' words, condition by condition, group by group. */
import type { PlanResult, Simulation } from '../../rules/population/index.ts'
import { renderFrame } from '../tracker/frame.tsx'
import { sayDay } from '../tracker/words.ts'
import { FallChart, type FallStep } from './charts.tsx'
import { GroupTables } from './group-tables.tsx'
import { ChooseDay, ChooseSupport, Downloads, type ReachView, reachLink, Simulated } from './parts.tsx'
import { CALIBRATION_WORDS, sayAcross, sayEstimate, sayMillions, sayPoint } from './words.ts'

type Result = PlanResult['results'][number]

export function proposalPage(of: ReachView, plan: PlanResult): string {
  const { view, simulation } = of
  const { title, proposal, results } = plan
  return renderFrame({
    view,
    title: `Who gains: ${title}`,
    children: (
      <>
        <p class="above">
          <a href={reachLink(of)}>Who gains from each proposal</a>
        </p>
        <h1>{title}: who gains</h1>
        <p class="mark">{simulation.supportTitle}</p>
        <p class="lead">{lead(plan)}</p>
        <ChooseSupport of={of} path={`/${proposal}`} />
        <Simulated of={of} />
        <ChooseDay of={of} path={`/${proposal}`} />
        <h2 id="numbers">Reach and cost on {sayDay(simulation.on)}</h2>
        <NumbersTable results={results} per={simulation.per} />
        <Why plan={plan} />
        <Conditions plan={plan} />
        <h2 id="groups">By group</h2>
        <GroupTables results={results} />
        <Downloads of={of} path={`/${proposal}`} charts={results[0]?.waterfall ? ['conditions'] : []} />
      </>
    ),
  })
}

function lead({ results }: PlanResult): string {
  const newly = sayAcross(results.map(({ children }) => children.newlyReached))
  const judged = sayAcross(results.map(({ children }) => children.judged))
  const out = sayAcross(results.map(({ children }) => children.leftOut))
  const unnamed = results.some(({ children }) => children.unnamedPilot.value >= 1)
    ? ` It is a pilot in councils that were never named, so nobody can say whom of ${sayAcross(results.map(({ children }) => children.unnamedPilot))} children it would reach.`
    : ''
  if (newly === '0')
    return `It gives no child a new right to this support on this day.${unnamed} ${out} children are left out altogether.`
  const also = judged === '0' ? '' : ` For ${judged} more, somebody would have to judge.`
  return `It would newly reach ${newly} children, by how the sources are weighed.${also} ${out} are left out.`
}

const ROWS: readonly (readonly [string, (result: Result) => string])[] = [
  ['Children newly reached', ({ children }) => sayEstimate(children.newlyReached)],
  ['… whom the council pays something now', ({ children }) => sayEstimate(children.newlyReachedPaidNow)],
  ['… whom it pays nothing', ({ children }) => sayEstimate(children.newlyReachedUnpaidNow)],
  ['Families newly reached', ({ families }) => sayEstimate(families.newlyReached)],
  ['Families reached already', ({ families }) => sayEstimate(families.alreadyReached)],
  ['Children reached already', ({ children }) => sayEstimate(children.alreadyReached)],
  ['Children reached if somebody judges so', ({ children }) => sayEstimate(children.judged)],
  ['Children for whom the council decides', ({ children }) => sayEstimate(children.councilDecides)],
  ['Children in a pilot that names no council', ({ children }) => sayEstimate(children.unnamedPilot)],
  ['Children told where to turn', ({ children }) => sayEstimate(children.informed)],
  ['Children left out', ({ children }) => sayEstimate(children.leftOut)],
  ['Children of whom it cannot be told', ({ children }) => sayEstimate(children.cannotTell)],
]

const COSTS: typeof ROWS = [
  ['Cost a year', ({ cost }) => sayCost(cost?.gross)],
  ['… what councils pay the same children now', ({ cost }) => sayCost(cost?.paidNow)],
  ['… what is left to pay', ({ cost }) => sayCost(cost?.net)],
  ['Cost a year if all are judged to have it', ({ costIfJudgedToo }) => sayCost(costIfJudgedToo?.gross)],
]

const sayCost = (cost: Result['children']['reached'] | undefined): string =>
  cost === undefined
    ? 'rate not held'
    : sayEstimate(cost, (value) => (value < 500_000 ? '£0' : sayMillions(value)))

function NumbersTable({ results, per }: { results: readonly Result[]; per: Simulation['per'] }) {
  // A support that is no sum of money has no cost.
  const told = per === null ? ROWS : [...ROWS, ...COSTS]
  const rows = told
    .map(([words, read]) => ({ words, cells: results.map(read) }))
    .filter(
      ({ words, cells }) =>
        words === 'Children newly reached' || cells.some((cell) => cell !== '0' && cell !== '£0'),
    )
  return (
    <section class="scroll" tabindex={0} aria-labelledby="numbers-table">
      <table class="reach-table thirds">
        <caption id="numbers-table">Simulated; in brackets the range of the draws</caption>
        <thead>
          <tr>
            <th scope="col">Sources weighed by</th>
            {results.map(({ calibration }) => (
              <th scope="col">the {CALIBRATION_WORDS[calibration] ?? calibration}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ words, cells }) => (
            <tr>
              <th scope="row">{words}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What decides for those not reached, in the rules' own words. */
function Why({ plan: { results } }: { plan: PlanResult }) {
  const rows = (results[0]?.reasons ?? []).flatMap(({ standing, reason }, at) => {
    const children = results.flatMap((result) => result.reasons[at]?.children ?? [])
    return standing === 'reached' || children.every(({ value }) => value < 0.5) ? [] : [{ reason, children }]
  })
  if (rows.length === 0) return <p>Nobody is left out.</p>
  return (
    <>
      <h2 id="why">Why children are not reached</h2>
      <section class="scroll" tabindex={0} aria-labelledby="why-table">
        <table class="reach-table">
          <caption id="why-table">In the words of the rule that decides, as a family would read it</caption>
          <thead>
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Children</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ reason, children }) => (
              <tr>
                <td>{reason}</td>
                <td>{sayAcross(children)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** The steps of a waterfall under one calibration, in the rule's order. */
export function fallSteps({ waterfall }: Result): FallStep[] {
  if (waterfall === null) return []
  let at = waterfall.begins.value
  const steps = waterfall.steps.flatMap(({ condition, inOrder }) => {
    const from = at
    at += inOrder.value
    // What takes nobody away is told in the table, not drawn.
    return inOrder.value < 0.5
      ? []
      : [{ title: `Without: ${shorten(condition)}`, from, to: at, words: `+${sayPoint(inOrder)}` }]
  })
  return [
    {
      title: 'All conditions',
      from: 0,
      to: waterfall.begins.value,
      words: sayPoint(waterfall.begins),
    },
    ...steps,
    { title: 'No condition', from: 0, to: waterfall.ends.value, words: sayPoint(waterfall.ends) },
  ]
}

/** A rule's title can be a sentence; a drawing has two lines for it, and the table has all of it. */
function shorten(title: string): string {
  const most = 80
  if (title.length <= most) return title
  return `${title.slice(0, title.lastIndexOf(' ', most)).replace(/[,;:]$/, '')} …`
}

export const ConditionsDrawing = ({ result, isAlone = false }: { result: Result; isAlone?: boolean }) => (
  <FallChart
    label="Children who come in as conditions are taken away one at a time; the table says the same"
    steps={fallSteps(result)}
    isAlone={isAlone}
  />
)

function Conditions({ plan: { results } }: { plan: PlanResult }) {
  const [first] = results
  if (!first?.waterfall) return null
  return (
    <>
      <h2 id="conditions">Condition by condition</h2>
      <p>
        What happens when its conditions are taken away one after the other, until every child asked is
        reached. Drawn with the sources weighed by the {CALIBRATION_WORDS[first.calibration] ?? 'first way'}.
        What a condition brings depends on when its turn comes, so the table also gives the mean over every
        order.
      </p>
      <ConditionsDrawing result={first} />
      <section class="scroll" tabindex={0} aria-labelledby="conditions-table">
        <table class="reach-table thirds">
          <caption id="conditions-table">Children who come in when a condition is taken away</caption>
          <thead>
            <tr>
              <th scope="col">Condition</th>
              {results.map(({ calibration }) => (
                <th scope="col">{CALIBRATION_WORDS[calibration] ?? calibration}: in this order, mean</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.waterfall.steps.map(({ condition }, at) => (
              <tr>
                <th scope="row">{condition}</th>
                {results.map(({ waterfall }) => {
                  const step = waterfall?.steps[at]
                  return (
                    <td>
                      {step ? sayEstimate(step.inOrder) : ''}
                      <small>mean {step ? sayEstimate(step.averaged) : ''}</small>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
