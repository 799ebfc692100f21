/** Promises over time: one ladder a topic on one scale of years, and the same as a table. */

import { ladderOfTopic, listTopics, yearsOfPromises } from '../../../tracker/index.ts'
import { renderFrame } from '../frame.tsx'
import { Ladder } from '../ladder.tsx'
import type { View } from '../view.ts'
import { sayDate, strengthWord } from '../words.ts'

export function promisesPage(view: View): string {
  const years = yearsOfPromises(view.state)
  const topics = listTopics(view.state).map((topic) => {
    const lead = ladderOfTopic(view.state, topic.id).find(({ isLead }) => isLead)
    return { topic, lead }
  })
  return renderFrame({
    view,
    title: 'Promises over time',
    children: (
      <>
        <h1>Promises over time</h1>
        <p class="lead">
          Each picture is the main promise on one topic. A step up means that it was made stronger, a step
          down that it was made weaker. The ladder has ten rungs, from refused to in force.
        </p>
        {years === null ? <p class="empty">No promise had been made yet.</p> : null}
        <div class="multiples">
          {topics.map(({ topic, lead }) => (
            <figure>
              <figcaption>
                <a href={view.href(`/topics/${topic.id}`)}>{topic.title}</a>
                <span>{lead?.commitment.title ?? 'No promise was found.'}</span>
              </figcaption>
              {years === null || lead === undefined ? null : (
                <Ladder
                  view={view}
                  lines={[lead]}
                  years={years}
                  label={`${topic.title}: ${lead.commitment.title}`}
                />
              )}
            </figure>
          ))}
        </div>
        <section aria-labelledby="table">
          <h2 id="table">The same as a table</h2>
          <div class="scroll">
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">Topic</th>
                  <th scope="col">When</th>
                  <th scope="col">How strong</th>
                </tr>
              </thead>
              {topics.map(({ topic, lead }) => (
                <tbody>
                  {lead?.steps.map((step, at) => (
                    <tr>
                      {at === 0 ? (
                        <th scope="rowgroup" rowspan={lead.steps.length}>
                          {topic.title}
                        </th>
                      ) : null}
                      <td>
                        <a href={view.href(`/commitments/${lead.commitment.id}#v${step.version + 1}`)}>
                          {sayDate(step.on)}
                        </a>
                      </td>
                      <td>{strengthWord(step.strength)}</td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </div>
        </section>
        <p>
          <a href={view.href('/method#rungs')}>What each of the ten rungs means</a>
        </p>
      </>
    ),
  })
}
