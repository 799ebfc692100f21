/** The five axes and the shapes: every state is a shape and a word, and never only a colour. */

import type { CoverageState, DeliveryStanding, RecordOf, TopicStanding } from '../../tracker/index.ts'
import { nameOf } from '../../tracker/index.ts'
import type { Child } from '../markup/jsx-runtime.ts'
import type { View } from './view.ts'
import {
  CONFIDENCE_WORDS,
  COVERAGE_WORDS,
  DELIVERY_WORDS,
  REPLY_WORDS,
  sayDate,
  sayDay,
  strengthWord,
} from './words.ts'

/** The shape before the word is drawn by the style sheet from the class: borders, which print and keep in forced colours. */
export function VerdictMark({ view, verdict }: { view: View; verdict: string | null }) {
  const known = view.settings.verdicts.find(({ id }) => id === verdict)
  return <span class={`verdict ${known?.shape ?? 'dash'}`}>{known?.label ?? 'Not yet judged'}</span>
}

interface CoverageProps {
  readonly state: CoverageState
  /** Where the mark leads; without it the mark is words only. */
  readonly href?: string
}

export function CoverageMark({ state, href }: CoverageProps) {
  const className = `cover ${state}`
  return href === undefined ? (
    <span class={className}>{COVERAGE_WORDS[state]}</span>
  ) : (
    <a class={className} href={href}>
      {COVERAGE_WORDS[state]}
    </a>
  )
}

/** "Announced", "Looked on 21 November 2026, found nothing", "Not looked at": three different answers stay different. */
export function sayDelivery(delivery: DeliveryStanding): string {
  if (delivery.kind === 'event') return DELIVERY_WORDS[delivery.event.delivery]
  if (delivery.kind === 'nothing-found') return `Looked on ${sayDay(delivery.look.on)}, found nothing`
  return DELIVERY_WORDS['not-looked-at']
}

/** Who judged, in a few words, with the marks a reader must not miss. */
export function sayJudge(
  view: View,
  { by, on, isInferred, statedAs, interest }: RecordOf<'assessment'>,
): string {
  const inferred = statedAs === undefined ? 'inferred' : `its own word: “${statedAs}”`
  const marks = [isInferred ? inferred : '', interest === undefined ? '' : 'has an interest']
  return [`${nameOf(view.state, by)}, ${sayDate(on)}`, ...marks.filter((mark) => mark !== '')].join('; ')
}

interface Axis {
  readonly name: string
  readonly value: Child
  readonly detail: string | null
}

/** Always the same five, always in this order; words first. */
export function axesOf(view: View, { reply, promise, delivery, verdict }: TopicStanding): readonly Axis[] {
  return [
    {
      name: 'Reply',
      value: reply ? REPLY_WORDS[reply.reply] : 'No reply found',
      detail: reply ? sayDate(reply.on) : null,
    },
    {
      name: 'Promise',
      value: promise ? strengthWord(promise.version.strength) : 'No promise found',
      detail: promise ? sayDate(promise.version.on) : null,
    },
    {
      name: 'Delivery',
      value: delivery ? sayDelivery(delivery) : 'No promise found',
      detail: delivery?.kind === 'event' ? sayDate(delivery.event.on) : null,
    },
    {
      name: 'Verdict',
      value: <VerdictMark view={view} verdict={verdict?.verdict ?? null} />,
      detail: verdict ? sayJudge(view, verdict) : null,
    },
    {
      name: 'How sure',
      value: verdict ? CONFIDENCE_WORDS[verdict.confidence] : 'Not yet judged',
      detail: null,
    },
  ]
}

export function FiveAxes({ view, standing }: { view: View; standing: TopicStanding }) {
  return (
    <dl class="axes">
      {axesOf(view, standing).map(({ name, value, detail }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            {value}
            {detail === null ? null : <small>{detail}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
