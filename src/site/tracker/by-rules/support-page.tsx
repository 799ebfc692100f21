/** One kind of help by the rules: for each group what they give it, why, and what was recorded from sources. */
import {
  type ComputedCell,
  type CoverageCell,
  type CoverageRow,
  prepareCells,
} from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { COVERAGE_WORDS, sayDay, sayTold } from '../words.ts'
import { type Asked, pathOf, type RuleSetting } from './asked.ts'

interface PageProps {
  readonly view: View
  readonly setting: RuleSetting
  readonly asked: Asked
}

export function supportByRulesPage(
  { view, setting, asked }: PageProps,
  { support, cells }: CoverageRow,
): string {
  const { links, rulebook } = setting
  const compute = prepareCells(links, rulebook, asked)
  const title = rulebook.proposals.get(asked.proposal)?.title ?? 'the law and schemes of the day'
  return renderFrame({
    view,
    title: `${support.name}: who gets it, by the rules`,
    children: (
      <>
        <p class="above">
          <a href={view.href(pathOf(asked))}>Who is left out, by the rules</a> ·{' '}
          <a href={view.href(`/left-out/${support.id}`)}>As recorded from sources</a>
        </p>
        <h1>{support.name}: who gets it, by the rules</h1>
        <p class="lead">
          {support.plain} Worked out for {sayDay(asked.on)}, under: {title}.
        </p>
        <section aria-label="Each group">
          {cells.map((cell) => (
            <GroupReasons
              cell={cell}
              computed={compute(cell.group.id, support.id)}
              isLaw={asked.proposals.length === 0}
            />
          ))}
        </section>
      </>
    ),
  })
}

interface GroupProps {
  readonly cell: CoverageCell
  readonly computed: ComputedCell | null
  readonly isLaw: boolean
}

function GroupReasons({ cell, computed, isLaw }: GroupProps) {
  if (computed === null) return null
  const settles = computed.findSettles()
  const isOther = isLaw && cell.state !== 'not-looked-at' && cell.state !== computed.state
  return (
    <div class="claim" id={computed.group}>
      <div>
        <p class="cell-title">
          <b>{cell.group.name}</b> <CoverageMark state={computed.state} />
        </p>
        {computed.reasons.map(({ state, text }) => (
          <p>{state === computed.state ? text : `${COVERAGE_WORDS[state]}: ${text}`}</p>
        ))}
        {settles.length === 0 ? null : (
          <p class="mark">It depends on: {settles.map((key) => KEY_WORDS[key] ?? key).join(', ')}.</p>
        )}
        <p class="mark">Computed from rules.</p>
        {isOther ? (
          <p class="mark">Recorded from sources now: “{COVERAGE_WORDS[cell.state]}”. The two differ.</p>
        ) : null}
      </div>
      <details class="note">
        <summary>Where this is written</summary>
        <ul>
          {sourcesOf(computed).map(({ title, address, date }) => (
            <li>
              <a href={address} rel="noreferrer">
                {title}
              </a>
              , {sayTold(date)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function sourcesOf({ reasons }: ComputedCell) {
  const found = reasons.flatMap(({ sources }) => sources)
  return found.filter(
    (source, index) => found.findIndex(({ address }) => address === source.address) === index,
  )
}

/** What an answer that is left open stands for, in words. */
const KEY_WORDS: Readonly<Record<string, string>> = {
  area: 'the council',
  relationship: 'what the carer is to the child',
  employment: 'work',
  weeksInJob: 'time in the job',
  weeklyEarnings: 'pay',
  universalCredit: 'Universal Credit',
  born: 'the child’s age',
  arrangement: 'the legal arrangement',
  since: 'how long the child has been there',
  orderDate: 'the day of the order',
  route: 'who went to court',
  orderNamesParent: 'whether the order names a parent too',
  previouslyLookedAfter: 'whether the child was in care before',
  inCareMarkers: 'signs that the child was close to care',
  parents: 'what became of the parents',
  disabled: 'whether the child is disabled',
  firstHearingHeld: 'whether the court has held a first hearing',
  careAndEducationPlan: 'an education, health and care plan',
  guardiansAllowancePaid: 'Guardian’s Allowance before the adoption',
}
