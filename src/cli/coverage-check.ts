/** Part of `holdfast check`: where recorded cells of "who is left out" and the rules disagree, with both sides' sources. */
import { readEnglandRulebook } from '../rules/index.ts'
import {
  type Content,
  type CoverageDisagreement,
  compareCoverage,
  eventsFromContent,
  findRecord,
  findStaleKnown,
  foldEvents,
  readCoverageLinks,
  type TrackerState,
} from '../tracker/index.ts'

export interface CoverageReport {
  /** Disagreements that nobody has explained, and explanations of none: each is a problem. */
  readonly problems: readonly string[]
  /** Disagreements that stand, each with its reason. */
  readonly known: readonly string[]
}

/** Empty for a tracker that no rulebook covers. */
export function reportCoverage(content: Content): CoverageReport {
  const { settings } = content
  const links = settings === null ? null : readCoverageLinks(settings.id)
  if (settings === null || links === null) return { problems: [], known: [] }
  const recording = { recordedAt: `${settings.recordedOn}T00:00:00.000Z`, by: 'check', reason: 'check' }
  const state = foldEvents(eventsFromContent(content, foldEvents([]), recording))
  const found = compareCoverage(state, links, readEnglandRulebook(), settings.recordedOn)
  const stale = findStaleKnown(links, found).map(
    (cell) =>
      `coverage ${cell}: rulebook/left-out names a disagreement here that is none any more. Take it out of \`known\`.`,
  )
  return {
    problems: [...found.filter(({ known }) => known === null).map((each) => describe(each, state)), ...stale],
    known: mergeDays(found).map(
      ([each, days]) => `${describe(each, state)} Known (${days} looked at): ${each.known}`,
    ),
  }
}

function describe(
  { group, support, on, recorded, computed }: CoverageDisagreement,
  state: TrackerState,
): string {
  const cited = (recorded.cites ?? []).map(
    ({ source }) => findRecord(state, 'source', source)?.title ?? source,
  )
  const read = computed.reasons.flatMap(({ sources }) =>
    sources.map(({ title, date }) => `${title}, ${date}`),
  )
  return [
    `coverage ${group}/${support} on ${on}:`,
    `recorded "${recorded.state}"${told(recorded.condition ?? recorded.text)} (${cited.join('; ') || 'no source'});`,
    `the rules give "${computed.state}": ${computed.reasons.map(({ text }) => text).join(' / ')} (${[...new Set(read)].join('; ')}).`,
  ].join(' ')
}

const told = (text: string | undefined) => (text === undefined ? '' : `: ${text}`)

/** A cell that differs on several days is told once, on its first. */
function mergeDays(found: readonly CoverageDisagreement[]): [CoverageDisagreement, string][] {
  const first = new Map<string, { each: CoverageDisagreement; count: number }>()
  for (const each of found) {
    if (each.known === null) continue
    const key = `${each.group}/${each.support}`
    const seen = first.get(key)
    if (seen === undefined) first.set(key, { each, count: 1 })
    else seen.count += 1
  }
  return [...first.values()].map(({ each, count }) => [each, count === 1 ? '1 day' : `${count} days`])
}
