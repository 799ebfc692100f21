/** Who is left out, worked out from the rules: any day, any proposal, each cell with its reasons. */
import { type ComputedCell, leftOutOf, prepareCells } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { CoverageMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { COVERAGE_WORDS, sayCount, sayDay } from '../words.ts'
import {
  type Asked,
  BY_RULES_PATH,
  daysOfChange,
  dayToBeginWith,
  pathOf,
  type RuleSetting,
  TODAY,
} from './asked.ts'

interface PageProps {
  readonly view: View
  readonly setting: RuleSetting
}

/** @param asked what the address asks, or what is wrong with it */
export function byRulesPage({ view, setting }: PageProps, asked: Asked | string): string {
  return renderFrame({
    view,
    title: 'Who is left out, by the rules',
    children: (
      <>
        <p class="above">
          <a href={view.href('/left-out')}>Who is left out, as recorded from sources</a>
        </p>
        <h1>Who is left out, by the rules</h1>
        <p class="lead">
          This table is worked out from the rules, on any day and under any plan. The other table holds what
          people wrote down from sources. A check compares the two.
        </p>
        <Choose view={view} setting={setting} asked={typeof asked === 'string' ? null : asked} />
        {typeof asked === 'string' ? (
          <p class="past">{asked}</p>
        ) : (
          <Computed view={view} setting={setting} asked={asked} />
        )}
      </>
    ),
  })
}

function Choose({ view, setting, asked }: PageProps & { asked: Asked | null }) {
  const { rulebook } = setting
  const day = dayToBeginWith(rulebook, view.today)
  const on = asked?.on ?? day
  const proposals = [...rulebook.proposals.values()]
  return (
    <>
      <form class="chooser" action={BY_RULES_PATH}>
        <label for="proposal">Under</label>{' '}
        <select id="proposal" name="proposal">
          <option value={TODAY}>The law and schemes of the day</option>
          {proposals.map(({ name, title }) => (
            <option value={name} selected={name === asked?.proposal}>
              {title}
            </option>
          ))}
        </select>{' '}
        <label for="on">on</label> <input id="on" name="on" type="date" value={on} />{' '}
        <button type="submit">Show</button>
      </form>
      <p class="quiet">
        Plans, as of {sayDay(day)}:{' '}
        {[{ name: TODAY, title: 'none' }, ...proposals].map(({ name, title }, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <a href={view.href(pathOf({ proposal: name, on: day }))}>{title}</a>
          </>
        ))}
      </p>
      <p class="quiet">
        Without a plan, on the days on which the rules changed:{' '}
        {daysOfChange(setting).map((day, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <a href={view.href(pathOf({ proposal: TODAY, on: day }))}>{sayDay(day)}</a>
          </>
        ))}
      </p>
    </>
  )
}

function Computed({ view, setting, asked }: PageProps & { asked: Asked }) {
  const { links, rulebook } = setting
  const { groups, rows } = leftOutOf(view.state)
  const covered = rows.filter(({ support }) => support.id in links.supports)
  const compute = prepareCells(links, rulebook, asked)
  const computeLaw =
    asked.proposal === TODAY ? null : prepareCells(links, rulebook, { ...asked, proposals: [] })
  const cells = covered.flatMap(({ support }) => groups.map((group) => compute(group.id, support.id)))
  const out = cells.filter((cell) => cell?.state === 'excluded').length
  const title = rulebook.proposals.get(asked.proposal)?.title ?? 'The law and schemes of the day'
  return (
    <>
      <p>
        <strong>{title}</strong>, on {sayDay(asked.on)}: of {sayCount(cells.length, 'pair', 'pairs')} of a
        family and a kind of help, the rules leave {out} out.
      </p>
      <section class="scroll" tabindex={0} aria-labelledby="matrix">
        <table class="matrix">
          <caption id="matrix">Computed from the rules: kinds of help down, families across</caption>
          <thead>
            <tr>
              <td></td>
              {groups.map(({ name }) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {covered.map(({ support }) => (
              <tr>
                <th scope="row">
                  <a href={view.href(pathOf(asked, support.id))}>{support.name}</a>
                </th>
                {groups.map((group) => (
                  <Cell
                    view={view}
                    asked={asked}
                    cell={compute(group.id, support.id)}
                    law={computeLaw?.(group.id, support.id) ?? null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="key">
        <CoverageMark state="included" /> the rules give it. <CoverageMark state="conditional" /> it takes
        something more: a council that decides, a place, or a fact that not all families of the group share.{' '}
        <CoverageMark state="excluded" /> the rules do not give it. <CoverageMark state="unclear" /> we hold
        no rule that says. Open a cell for the reasons and where they come from. This is information, not
        advice.
      </p>
      <p class="downloads">
        Download: <a href={view.href(`${pathOf(asked)}.csv`)}>table as CSV</a> ·{' '}
        <a href={view.href(`${pathOf(asked)}.json`)}>table as JSON</a>
      </p>
      <NotCovered names={rows.filter((row) => !covered.includes(row)).map(({ support }) => support.name)} />
    </>
  )
}

interface CellProps {
  readonly view: View
  readonly asked: Asked
  readonly cell: ComputedCell | null
  /** Without the proposal, to tell what it changes. */
  readonly law: ComputedCell | null
}

function Cell({ view, asked, cell, law }: CellProps) {
  if (cell === null) return <td>–</td>
  const isChanged = law !== null && law.state !== cell.state
  return (
    <td class={isChanged ? 'mine' : undefined}>
      <CoverageMark state={cell.state} href={view.href(`${pathOf(asked, cell.support)}#${cell.group}`)} />
      {isChanged ? <small> was: {COVERAGE_WORDS[law.state]}</small> : null}
    </td>
  )
}

function NotCovered({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <p class="quiet">
      No rules are held for: {names.join(', ')}. For these, look at the table recorded from sources.
    </p>
  )
}
