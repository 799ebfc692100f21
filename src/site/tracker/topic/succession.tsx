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
  /** Of the promises in a line; each stands in full on its own page. */
  readonly most?: number
}

/** So many stand in full on a topic's page; the others are a line each, and stand in full with their promise. */
const TOLD = 1

export function Succession({ view, commitments, isOne = false, most = Infinity }: SuccessionProps) {
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
      {isOne ? null : <InALine view={view} handovers={told.slice(TOLD)} most={most} />}
      <Untold
        view={view}
        handovers={again}
        isOne={isOne}
        most={most}
        words="The new government has spoken of it since"
      />
      <Untold
        view={view}
        handovers={open}
        isOne={isOne}
        most={most}
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

interface InALineProps {
  readonly view: View
  readonly handovers: readonly Handover[]
  readonly most: number
}

function InALine({ view, handovers, most }: InALineProps) {
  if (handovers.length === 0) return null
  return (
    <ul class="two">
      {handovers.slice(0, most).map(({ commitment, inheritance }) =>
        inheritance === null ? null : (
          <li>
            <a href={view.href(`/commitments/${commitment.id}#${inheritance.id}`)}>{commitment.title}</a>
            <span>
              {FATE_WORDS[inheritance.fate]}, {sayDate(inheritance.on)}
            </span>
          </li>
        ),
      )}
      {handovers.length > most ? <li>And {handovers.length - most} more</li> : null}
    </ul>
  )
}

interface UntoldProps {
  readonly view: View
  readonly handovers: readonly Handover[]
  readonly isOne: boolean
  readonly most: number
  readonly words: string
}

function Untold({ view, handovers, isOne, most, words }: UntoldProps) {
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
      {handovers.slice(0, most).map(({ commitment }, at) => (
        <>
          {at === 0 ? '' : '; '}
          <a href={view.href(`/commitments/${commitment.id}`)}>{commitment.title}</a>
        </>
      ))}
      {handovers.length > most ? `; and ${handovers.length - most} more` : ''}.
    </p>
  )
}
