/** The verdict on a topic and why; who judged, how sure, and what tie they have to it. */
import { assessmentsOf, nameOf, type RecordOf } from '../../../tracker/index.ts'
import { sayJudge, VerdictMark } from '../marks.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { sayDate } from '../words.ts'

interface VerdictsProps {
  readonly view: View
  readonly topic: string
  /** Of the earlier ones; all stand on a page of their own. */
  readonly most: number
}

export function TopicVerdicts({ view, topic, most }: VerdictsProps) {
  const [latest, ...earlier] = assessmentsOf(view.state, topic).reverse()
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict">The verdict, and why</h2>
      {latest === undefined ? (
        <p class="empty">Nobody has judged this topic yet, or no verdict was found.</p>
      ) : (
        <Verdict view={view} verdict={latest} />
      )}
      {earlier.length === 0 ? null : (
        <ul class="earlier">
          {earlier.slice(0, most).map((verdict) => (
            <li>
              <VerdictMark view={view} verdict={verdict.verdict} /> {sayJudge(view, verdict)}
            </li>
          ))}
          <li>
            <a href={view.href(`/topics/${topic}/verdicts`)}>All verdicts with their reasons</a>
          </li>
        </ul>
      )}
    </section>
  )
}

export function Verdict({ view, verdict }: { view: View; verdict: RecordOf<'assessment'> }) {
  const { by, on, reason, isInferred, statedAs, interest, cites } = verdict
  return (
    <WithEvidence view={view} cites={cites}>
      <p class="when">
        <VerdictMark view={view} verdict={verdict.verdict} /> <Judge view={view} by={by} />, {sayDate(on)}
      </p>
      <p>{reason}</p>
      {statedAs === undefined ? null : (
        <p class="mark">Its own word: “{statedAs}”. Placing it on this tracker’s scale is our reading.</p>
      )}
      {isInferred && statedAs === undefined ? (
        <p class="mark">Inferred: this verdict was read out of its words. It was not stated as one.</p>
      ) : null}
      {interest === undefined ? null : (
        <p class="mark interest">
          <b>Interest</b> {interest}
        </p>
      )}
    </WithEvidence>
  )
}

function Judge({ view, by }: { view: View; by: string }) {
  return <a href={view.href(`/organisations/${by}`)}>{nameOf(view.state, by)}</a>
}
