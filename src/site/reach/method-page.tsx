/** How who gains is worked out: every figure with its source, every assumption with its reason, and how well it fits. */
import { readEnglandPopulation, type Simulation } from '../../rules/population/index.ts'
import { renderFrame } from '../tracker/frame.tsx'
import { sayTold } from '../tracker/words.ts'
import { type ReachView, reachLink } from './parts.tsx'
import { sayNumber } from './words.ts'

export function methodPage(of: ReachView): string {
  const { view, simulation } = of
  const content = readEnglandPopulation()
  return renderFrame({
    view,
    title: 'How who gains is worked out',
    children: (
      <>
        <p class="above">
          <a href={reachLink(of)}>Who gains from each proposal</a>
        </p>
        <h1>How this is worked out, and what it assumes</h1>
        <p class="lead">
          Nobody counts kinship families by the order they hold. So we draw families from what has been
          published, weigh them until they fit every published share, and ask the rules about each one.
        </p>
        <h2 id="steps">The four steps</h2>
        <ol class="words">
          <Step word="Draw">
            {simulation.simulatedFamilies.toLocaleString('en-GB')} families with{' '}
            {simulation.simulatedChildren.toLocaleString('en-GB')} children, each with a carer, an
            arrangement, a council, dates and signs of care. The same seed ({simulation.seed}) gives the same
            families.
          </Step>
          <Step word="Weigh">
            Each family gets a weight, so that all shares below hold at once. Where no source says how two
            things go together, they are left as independent as the shares allow.
          </Step>
          <Step word="Ask the rules">
            The same rules that answer one family answer each of these, for today's law and for each proposal.
          </Step>
          <Step word="Draw again">
            Every figure that has a range and every assumption is drawn anew {simulation.draws} times, and the
            families are taken with replacement. The middle nine tenths of the results are the range. Each is
            drawn by itself, so where two of them err together the range is too narrow. It holds what one way
            to weigh the sources leaves open; how far they disagree is the distance between the three ways.
          </Step>
        </ol>
        <h2 id="calibrations">Three ways to weigh the sources</h2>
        {simulation.calibrations.map((fit) => (
          <Calibration fit={fit} draws={simulation.draws} />
        ))}
        <h2 id="ethnic-groups">What the answer on ethnic groups rests on</h2>
        <p>
          In 2019-20 4% of children who were fostered by kin, or under special guardianship after care, were
          Black. In 2011 one Black child in 37 lived in kinship care, against about one in 74 of all children.
          How many of all children were Black in 2011 is not held here, and is an assumption. From the three
          it follows that Black children are more often in arrangements outside formal care. Whether those
          have an order from private proceedings or none is not known, so they are spread evenly over both.
        </p>
        <h2 id="assumptions">What we assume</h2>
        <p>
          No published figure tells these, and the rules need them. Each has a range that the draws run over,
          and <code>holdfast simulate --assume NAME=VALUE</code> puts another value in its place.
        </p>
        <dl class="words">
          {[...content.assumptions].map(([name, { title, value, low, high, why }]) => (
            <div id={name}>
              <dt>
                {value}{' '}
                <small>
                  ({low} to {high})
                </small>
              </dt>
              <dd>
                {title}. {why} <code>{name}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={reachLink(of, '/figures')}>Every published figure it uses, with its source</a>
        </p>
        <h2 id="not-held">What is not held, and so not made up</h2>
        <p>
          There are no adopted children among the families, and no family friends: nobody counts them. There
          are no shares by council, and none of pay. Who has asked for an order and waits for it is left out
          as well. The Kinship Zones are to reach about 5,000 children; here they reach{' '}
          {zoneWords(simulation)}, since seven councils are taken to hold their part of all children. Either
          they hold more, or the 5,000 counts the years to come.
        </p>
      </>
    ),
  })
}

/** What the zones reach under today's law, from the lowest to the highest calibration. */
function zoneWords({ proposals }: Simulation): string {
  const today = proposals.find(({ proposal }) => proposal === 'today')
  const zone = (today?.results ?? []).flatMap(
    ({ reasons }) =>
      reasons.find(({ standing, reason }) => standing === 'reached' && /Kinship Zone/.test(reason)) ?? [],
  )
  if (zone.length === 0) return 'nobody on this day'
  const counts = zone.map(({ children }) => children.value)
  return `${sayNumber(Math.min(...counts))} to ${sayNumber(Math.max(...counts))}`
}

function Step({ word, children }: { word: string; children?: unknown }) {
  return (
    <li>
      <b>{word}.</b> {children as string}
    </li>
  )
}

function Calibration({ fit, draws }: { fit: Simulation['calibrations'][number]; draws: number }) {
  return (
    <>
      <h3 id={fit.name}>{fit.title}</h3>
      <p>{fit.lead}</p>
      <p class="mark">
        {sayNumber(fit.children)} children in {sayNumber(fit.families)} families.{' '}
        {fit.isConverged
          ? `All ${fit.margins.length} shares are met; the largest miss is ${sayMiss(fit.largestDeviation)}.`
          : `Not all shares could be met; the largest miss is ${sayMiss(fit.largestDeviation)}.`}{' '}
        {fit.drawsInConflict === 0
          ? 'In no draw did sources contradict each other.'
          : `In ${fit.drawsInConflict} of ${draws} draws sources contradicted each other.`}
      </p>
      {fit.conflicts.map((conflict) => (
        <p>
          <strong>Sources in conflict.</strong> {conflict}
        </p>
      ))}
    </>
  )
}

export function figuresPage(of: ReachView): string {
  const { figures, sources } = readEnglandPopulation()
  return renderFrame({
    view: of.view,
    title: 'The figures behind who gains',
    children: (
      <>
        <p class="above">
          <a href={reachLink(of, '/method')}>How this is worked out</a>
        </p>
        <h1>Every published figure it uses</h1>
        <p class="lead">
          As its source gives it, with place and time. “Derived” ones say how they were worked out. A range is
          what the draws run over.
        </p>
        <dl class="words">
          {[...figures].map(([name, figure]) => {
            const source = sources.get(figure.source)
            return (
              <div id={name}>
                <dt>
                  {figure.value.toLocaleString('en-GB', { maximumFractionDigits: 4 })}
                  {figure.low === undefined && figure.high === undefined ? null : (
                    <small>
                      {' '}
                      ({(figure.low ?? figure.value).toLocaleString('en-GB')} to{' '}
                      {(figure.high ?? figure.value).toLocaleString('en-GB')})
                    </small>
                  )}
                </dt>
                <dd>
                  {figure.title}. {figure.place}, {sayTold(figure.when)}
                  {figure.status === 'derived' ? ', derived' : ''}. {figure.note ?? ''}{' '}
                  <a href={source?.address}>{source?.title}</a>, {sayTold(source?.date ?? '')}.
                </dd>
              </div>
            )
          })}
        </dl>
      </>
    ),
  })
}

/** A share's distance from what was published, in points that a reader can hold ("9e-8" is none). */
function sayMiss(deviation: number): string {
  const points = 100 * deviation
  return points < 0.001
    ? 'less than a thousandth of a percentage point'
    : `${points.toPrecision(2)} percentage points`
}
