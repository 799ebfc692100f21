/** What was recommended on a topic, and the replies it got. */
import { decisionsOf, listRecords, nameOf, type RecordOf } from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { REPLY_WORDS, sayDate } from '../words.ts'
import { AllOf } from './all-of.tsx'

interface RecommendationsProps {
  readonly view: View
  readonly topic: string
  /** Of recommendations and of replies, the newest of which stand here; the rest have pages of their own. */
  readonly most: number
}

export function TopicRecommendations({ view, topic, most }: RecommendationsProps) {
  const all = listRecords(view.state, 'recommendation').filter(({ topics }) => topics.includes(topic))
  const decisions = decisionsOf(view.state, topic)
  return (
    <section aria-labelledby="recommended">
      <h2 id="recommended">What was recommended</h2>
      {all.length === 0 ? <p class="empty">No recommendation on this topic was found.</p> : null}
      {all.slice(0, most).map((recommendation) => (
        <Recommendation view={view} recommendation={recommendation} />
      ))}
      <AllOf
        view={view}
        path={`/topics/${topic}/recommendations`}
        count={all.length}
        most={most}
        of="recommendations"
      />
      {decisions.length === 0 ? null : <h3>The replies</h3>}
      {decisions.slice(-most).map((decision) => (
        <Reply view={view} decision={decision} />
      ))}
      <AllOf
        view={view}
        path={`/topics/${topic}/replies`}
        count={decisions.length}
        most={most}
        of="replies"
      />
    </section>
  )
}

export function Recommendation({
  view,
  recommendation,
}: {
  view: View
  recommendation: RecordOf<'recommendation'>
}) {
  const { id, by, on, text, cites } = recommendation
  return (
    <WithEvidence view={view} cites={cites}>
      <p class="when">
        {nameOf(view.state, by)}, {sayDate(on)}
      </p>
      <p>
        {text} <a href={view.href(`/recommendations/${id}`)}>What became of it</a>
      </p>
      <Reach recommendation={recommendation} />
    </WithEvidence>
  )
}

/** Whom a recommendation covers and whom it leaves out, as far as the record tells. */
export function Reach({ recommendation }: { recommendation: RecordOf<'recommendation'> }) {
  const { covers, leavesOut } = recommendation
  return (
    <>
      {covers === undefined ? null : (
        <p class="mark">
          <b>Covers</b> {covers}
        </p>
      )}
      {leavesOut === undefined ? null : (
        <p class="mark">
          <b>Leaves out</b> {leavesOut}
        </p>
      )}
    </>
  )
}

/** A body's reply; `id` is given where the page is the reply's own place. */
export function Reply({ view, decision, id }: { view: View; decision: RecordOf<'decision'>; id?: string }) {
  const { by, on, reply, text, cites } = decision
  return (
    <WithEvidence view={view} cites={cites} {...(id === undefined ? {} : { id })}>
      <p class="when">
        <strong>{REPLY_WORDS[reply]}</strong> {nameOf(view.state, by)}, {sayDate(on)}
      </p>
      <p>{text}</p>
    </WithEvidence>
  )
}
