/** A proposal by group: how many of each group it newly reaches, and whether the group gets its share. */
import type { PlanResult } from '../../rules/population/index.ts'
import { CALIBRATION_WORDS, DIMENSION_WORDS, sayEstimate, sayGroup, sayPercent } from './words.ts'

type Result = PlanResult['results'][number]

export function GroupTables({ results }: { results: readonly Result[] }) {
  const dimensions = [...new Set(results.flatMap(({ groups }) => groups.map(({ dimension }) => dimension)))]
  return (
    <>
      <p>
        Under each way to weigh the sources: how many of a group's children are reached, those already reached
        included; and the gap, the group's share of the newly reached less its share of all children, in
        percentage points.
      </p>
      {dimensions.map((dimension) => (
        <GroupTable results={results} dimension={dimension} />
      ))}
    </>
  )
}

interface TableProps {
  readonly results: readonly Result[]
  readonly dimension: string
}

function GroupTable({ results, dimension }: TableProps) {
  const groups = [
    ...new Set(
      results.flatMap((result) =>
        result.groups.filter((each) => each.dimension === dimension).map(({ group }) => group),
      ),
    ),
  ]
  return (
    <section class="scroll" tabindex={0} aria-labelledby={`by-${dimension}`}>
      <table class="reach-table thirds">
        <caption id={`by-${dimension}`}>{DIMENSION_WORDS[dimension] ?? dimension}</caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            {results.map(({ calibration }) => (
              <th scope="col">{CALIBRATION_WORDS[calibration] ?? calibration}: reached, gap</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr>
              <th scope="row">{sayGroup(group)}</th>
              {results.map((result) => (
                <GroupCell result={result} dimension={dimension} group={group} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GroupCell({
  result,
  dimension,
  group,
}: Omit<TableProps, 'results'> & { result: Result; group: string }) {
  const found = result.groups.find((each) => each.dimension === dimension && each.group === group)
  if (!found || found.reachedRate.isTooFew) return <td>too few families</td>
  return (
    <td>
      {sayEstimate(found.reachedRate, sayPercent)}
      <small>
        {found.gap === null ? '' : `gap ${sayEstimate(found.gap, points)} · `}
        {sayPercent(found.share.value)} of all
      </small>
    </td>
  )
}

const points = (value: number): string => {
  const rounded = Math.round(value)
  return rounded === 0 ? '0' : rounded > 0 ? `+${rounded}` : `−${-rounded}`
}
