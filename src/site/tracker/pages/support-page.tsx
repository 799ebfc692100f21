/** One kind of help: for each group whether it gets it, why, and how that changed. */
import { type CoverageRow, type CoverageState, findRecord } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { COVERAGE_WORDS, sayDate } from '../words.ts'
import { CellReason } from './left-out-page.tsx'

/** "Out." and "In, if…", each of which ends as a sentence does. */
const sayState = (state: CoverageState): string => COVERAGE_WORDS[state].replace(/[^….]$/, '$&.')

export function supportPage(view: View, { support, cells }: CoverageRow): string {
  const out = cells.filter(({ state }) => state === 'excluded').length
  return renderFrame({
    view,
    title: `${support.name}: who gets it`,
    children: (
      <>
        <p class="above">
          <a href={view.href('/left-out')}>Who is left out</a> ·{' '}
          <a href={view.href(`/topics/${support.topic}`)}>
            {findRecord(view.state, 'topic', support.topic)?.title ?? support.topic}
          </a>
        </p>
        <h1>{support.name}: who gets it</h1>
        <p class="lead">
          {support.plain} {out === 0 ? '' : `${out} of ${cells.length} groups cannot get it.`}
        </p>
        <section aria-label="Each group">
          {cells.map((cell) => (
            <>
              <CellReason view={view} cell={cell} title={cell.group.name} id={cell.group.id} />
              {cell.history
                .slice(0, -1)
                .reverse()
                .map(({ from, state, condition, text, cites }) => (
                  <WithEvidence view={view} cites={cites ?? []}>
                    <p class="before">
                      Before, known since {sayDate(from)}: {sayState(state)} {condition ?? text}
                    </p>
                  </WithEvidence>
                ))}
            </>
          ))}
        </section>
      </>
    ),
  })
}
