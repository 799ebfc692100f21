/** When the government changed: what the new one did with each open promise, and what nobody has looked at. */
import { type Handover, handoversOf, type RecordOf } from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { WithEvidence } from '../with-evidence.tsx'
import { FATE_WORDS, sayDate, sayDay } from '../words.ts'

interface SuccessionProps {
  readonly view: View
  readonly commitments: readonly RecordOf<'commitment'>[]
  /** Whether the page is about one promise, and so need not name it. */
  readonly isOne?: boolean
}

/** So many stand in full on a topic's page; the others are a line each, and stand in full with their promise. */
const TOLD = 1

export function Succession({ view, commitments, isOne = false }: SuccessionProps) {
  const handovers = commitments.flatMap((commitment) => handoversOf(view.state, commitment))
  if (handovers.length === 0) return null
  const told = handovers.filter(({ inheritance }) => inheritance !== null)
  const open = handovers.filter(({ inheritance, isSaidAgain }) => inheritance === null && !isSaidAgain)
  const again = handovers.filter(({ inheritance, isSaidAgain }) => inheritance === null && isSaidAgain)
  return (
    <section aria-labelledby="passed-on">
      <h2 id="passed-on">When the government changed</h2>
      {told.slice(0, isOne ? told.length : TOLD).map((handover) => (
        <Told view={view} handover={handover} isOne={isOne} />
      ))}
      {isOne ? null : <InALine view={view} handovers={told.slice(TOLD)} />}
      <Untold view={view} handovers={again} isOne={isOne} words="The new government has spoken of it since" />
      <Untold
        view={view}
        handovers={open}
        isOne={isOne}
        words="Nobody has looked what the new government did with it"
      />
    </section>
  )
}

function Told({ view, handover, isOne }: { view: View; handover: Handover; isOne: boolean }) {
  const { commitment, government, inheritance } = handover
  if (inheritance === null) return null
  const { id, on, fate, text, cites } = inheritance
  return (
    <WithEvidence view={view} cites={cites} {...(isOne ? { id } : {})}>
      <p class="when">
        <strong class={`fate ${fate}`}>{FATE_WORDS[fate]}</strong> {government.name}, {sayDate(on)}
      </p>
      <p>
        {isOne ? null : (
          <>
            <a href={view.href(`/commitments/${commitment.id}#${id}`)}>{commitment.title}</a>
            {'. '}
          </>
        )}
        {text}
      </p>
    </WithEvidence>
  )
}

function InALine({ view, handovers }: { view: View; handovers: readonly Handover[] }) {
  if (handovers.length === 0) return null
  return (
    <ul class="two">
      {handovers.map(({ commitment, inheritance }) =>
        inheritance === null ? null : (
          <li>
            <a href={view.href(`/commitments/${commitment.id}#${inheritance.id}`)}>{commitment.title}</a>
            <span>
              {FATE_WORDS[inheritance.fate]}, {sayDate(inheritance.on)}
            </span>
          </li>
        ),
      )}
    </ul>
  )
}

interface UntoldProps {
  readonly view: View
  readonly handovers: readonly Handover[]
  readonly isOne: boolean
  readonly words: string
}

function Untold({ view, handovers, isOne, words }: UntoldProps) {
  if (handovers.length === 0) return null
  if (isOne)
    return (
      <>
        {handovers.map(({ government }) => (
          <p class="mark">
            {words} ({government.name}, from {sayDay(government.from)}).
          </p>
        ))}
      </>
    )
  return (
    <p class="mark">
      {words}:{' '}
      {handovers.map(({ commitment }, at) => (
        <>
          {at === 0 ? '' : '; '}
          <a href={view.href(`/commitments/${commitment.id}`)}>{commitment.title}</a>
        </>
      ))}
      .
    </p>
  )
}
