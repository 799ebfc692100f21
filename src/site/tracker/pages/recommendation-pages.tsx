/** Recommendations: all by the part of the report they stand in, and each with what became of it. */
import { decisionsAnswering, findRecord, listRecords, nameOf, type RecordOf } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { pageOfList, Turn } from '../in-pages.tsx'
import { Reach, Reply } from '../topic/recommendations.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { REPLY_WORDS, sayCount, sayDate, strengthWord } from '../words.ts'

type Recommendation = RecordOf<'recommendation'>

/** `asked` is the page of the list, from 1. */
export function recommendationsPage(view: View, asked: number): string {
  const all = listRecords(view.state, 'recommendation')
  const list = pageOfList(view, { name: 'recommendations', entries: () => entriesOf(view, all) }, asked)
  return renderFrame({
    view,
    title: 'Recommendations',
    children: (
      <>
        <h1>What was recommended</h1>
        <p class="lead">
          {all.length === 0
            ? 'What a review, an inquiry or a committee recommends will stand here, with the reply it got.'
            : `${sayCount(all.length, 'recommendation', 'recommendations')}, by the part of the report they stand in. The last reply that we know of stands beside each.`}
        </p>
        {all.length === 0 ? <p class="empty">No recommendation has been recorded yet.</p> : null}
        {[...list.groups].map(([part, shown]) => (
          <section>
            <h2>{part}</h2>
            {shown}
          </section>
        ))}
        <Turn view={view} list={list} />
      </>
    ),
  })
}

function entriesOf(view: View, all: readonly Recommendation[]) {
  const parts = [...new Set(all.map(({ part }) => part ?? 'Other'))].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  )
  return parts.flatMap((part) =>
    all
      .filter((each) => (each.part ?? 'Other') === part)
      .map((each) => ({ group: part, markup: <Listed view={view} recommendation={each} />, id: each.id })),
  )
}

function Listed({ view, recommendation }: { view: View; recommendation: Recommendation }) {
  const { id, by, on, text, cites } = recommendation
  const reply = repliesTo(view, id).at(-1)
  return (
    <WithEvidence view={view} cites={cites} id={id}>
      <p>
        <a class="quiet-link" href={view.href(`/recommendations/${id}`)}>
          {text}
        </a>
      </p>
      <p class="when">
        {nameOf(view.state, by)}, {sayDate(on)} ·{' '}
        <strong>{reply ? REPLY_WORDS[reply.reply] : 'No reply found'}</strong>
      </p>
    </WithEvidence>
  )
}

function repliesTo(view: View, id: string): RecordOf<'decision'>[] {
  return [...decisionsAnswering(view.state, id)].sort((one, other) => one.on.to.localeCompare(other.on.to))
}

export function recommendationPage(view: View, recommendation: Recommendation): string {
  const { id, by, on, part, number, text, topics, cites } = recommendation
  const replies = repliesTo(view, id)
  const last = replies.at(-1)
  const commitments = listRecords(view.state, 'commitment').filter(({ answers }) => answers.includes(id))
  return renderFrame({
    view,
    title: `Recommendation: ${text.slice(0, 60)}`,
    children: (
      <>
        <p class="above">
          <a href={view.href('/recommendations')}>Recommendation</a>
          {topics.map((topic) => (
            <>
              {' · '}
              <a href={view.href(`/topics/${topic}`)}>
                {findRecord(view.state, 'topic', topic)?.title ?? topic}
              </a>
            </>
          ))}
        </p>
        <WithEvidence view={view} cites={cites}>
          <h1 class="long">{text}</h1>
          <p class="when">
            {nameOf(view.state, by)}, {sayDate(on)}
            {part === undefined ? '' : `, ${part}`}
            {number === undefined ? '' : `, number ${number}`}
          </p>
          <Reach recommendation={recommendation} />
        </WithEvidence>
        <section aria-labelledby="replies">
          <h2 id="replies">{last ? `The reply: ${REPLY_WORDS[last.reply].toLowerCase()}` : 'The reply'}</h2>
          {replies.length === 0 ? (
            <p class="empty">We found no reply. That does not show that there was none.</p>
          ) : null}
          {replies.map((decision) => (
            <Reply view={view} decision={decision} id={decision.id} />
          ))}
        </section>
        <section aria-labelledby="promises">
          <h2 id="promises">What was promised in answer</h2>
          {commitments.length === 0 ? <p class="empty">We found no promise that answers it.</p> : null}
          {commitments.map((commitment) => (
            <Answer view={view} commitment={commitment} />
          ))}
        </section>
      </>
    ),
  })
}

function Answer({ view, commitment }: { view: View; commitment: RecordOf<'commitment'> }) {
  const last = commitment.versions.at(-1)
  if (last === undefined) return null
  return (
    <WithEvidence view={view} cites={last.cites}>
      <h3>
        <a href={view.href(`/commitments/${commitment.id}`)}>{commitment.title}</a>
      </h3>
      <p class="when">
        <strong>{strengthWord(last.strength)}</strong> {sayDate(last.on)}
      </p>
      <p>{last.text}</p>
    </WithEvidence>
  )
}
