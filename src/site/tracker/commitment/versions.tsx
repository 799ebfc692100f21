/** Every version of a promise in order, with what each changed named. */
import { type Drift, directionOf, findRecord, type VersionStep } from '../../../tracker/index.ts'
import type { Entry } from '../in-pages.tsx'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { FIELD_WORDS, sayDate, sayDrift, sayTimes, sayTold, sentenceCase, strengthWord } from '../words.ts'

/** Each version as an entry of the promise's page; where another government takes over, its name stands before. */
export const versionEntries = (view: View, steps: readonly VersionStep[]): Entry[] =>
  steps.map((step, at) => ({
    group: 'versions',
    id: `v${at + 1}`,
    markup: (
      <>
        {at > 0 && steps[at - 1]?.version.government !== step.version.government ? (
          <p class="handover">{nameOfGovernment(view, step)}</p>
        ) : null}
        <Version view={view} step={step} number={at + 1} />
      </>
    ),
  }))

const nameOfGovernment = (view: View, { version }: VersionStep): string =>
  findRecord(view.state, 'government', version.government)?.name ?? version.government

function Version({ view, step, number }: { view: View; step: VersionStep; number: number }) {
  const { version, drifts } = step
  return (
    <WithEvidence view={view} cites={version.cites} id={`v${number}`}>
      <h3>{sentenceCase(sayDate(version.on))}</h3>
      <p class="when">
        <strong>{strengthWord(version.strength)}</strong> {nameOfGovernment(view, step)}
      </p>
      <p>{version.text}</p>
      {version.qualifies === undefined ? null : (
        <p class="mark">
          <b>{FIELD_WORDS.qualifies}</b> {version.qualifies.text}
        </p>
      )}
      {version.leavesOut === undefined ? null : (
        <p class="mark">
          <b>{FIELD_WORDS.leavesOut}</b> {version.leavesOut}
        </p>
      )}
      {drifts.length === 0 ? null : (
        <ul class="drifts">
          {drifts.map((drift) => (
            <Change drift={drift} />
          ))}
        </ul>
      )}
    </WithEvidence>
  )
}

/** Fields that are long text are named only: the words stand above, and side by side in "Then and now". */
function Change({ drift: { field, name, before, after } }: { drift: Drift }) {
  const isShort = field !== 'qualifies' && field !== 'text' && field !== 'strength'
  const say = field === 'starts' || field === 'dueBy' ? sayTold : (told: string) => told
  return (
    <li class={directionOf(name)}>
      <b>{sayDrift(field, name)}</b>
      {isShort ? ` ${say(before ?? 'not said')} → ${say(after ?? 'no day named')}` : null}
    </li>
  )
}

/** More would make the list longer than the page beside it, and heavier than a page may be. */
const MOST_LISTED = 12

/** Each time it was said with what changed then, short enough to stand beside the picture; of many the last. */
export function ChangeList({ steps }: { steps: readonly VersionStep[] }) {
  if (steps.length < 2) return null
  const before = Math.max(0, steps.length - MOST_LISTED)
  return (
    <ol class="changes">
      {before === 0 ? null : (
        <li>
          <a href="#versions">{sentenceCase(sayTimes(before))} before</a>
        </li>
      )}
      {steps.slice(before).map(({ version, drifts }, at) => (
        <li>
          <a href={`#v${before + at + 1}`}>{sentenceCase(sayDate(version.on))}</a>
          <ul class="drifts">
            {drifts.length === 0 ? <li>First said: {strengthWord(version.strength).toLowerCase()}</li> : null}
            {drifts.map(({ field, name }) => (
              <li class={directionOf(name)}>{sayDrift(field, name)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
