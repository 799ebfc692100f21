/** Known disagreements that are none any more: what is said of them would mislead. */
import type { CoverageDisagreement } from './compare-coverage.ts'
import type { CoverageLinks } from './links.ts'

/** "GROUP/SUPPORT" of each that did not occur. */
export function findStaleKnown(links: CoverageLinks, found: readonly CoverageDisagreement[]): string[] {
  return links.known.flatMap(({ groups, support, recorded, computed }) =>
    groups
      .filter(
        (group) =>
          !found.some(
            (each) =>
              each.group === group &&
              each.support === support &&
              each.recorded.state === recorded &&
              each.computed.state === computed,
          ),
      )
      .map((group) => `${group}/${support}`),
  )
}
