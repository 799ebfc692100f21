/** The parts of a statement in the margin beside it: who, by when, how much, for whom, on what condition, and why. */
import { labelDateRange, STRENGTH_LABELS } from '../../api/index.ts'
import type { Deadline, Statement } from '../../model/index.ts'
import type { StatementView } from './anchors.ts'
import { sentenceCase } from './shapes.tsx'

/** Nothing at all where the statement names none of these. */
export function Terms({ view }: { view: StatementView }) {
  const { deadline, money, groups } = view
  const { conditions } = view.statement
  if (deadline === null && money.length === 0 && groups.length === 0 && conditions.length === 0) return null
  return (
    <dl class="terms">
      {deadline === null ? null : (
        <div>
          <dt>By when</dt>
          <dd>
            <a href={deadline.href}>{deadline.deadline.text}</a>{' '}
            <DeadlineRange deadline={deadline.deadline} />
          </dd>
        </div>
      )}
      <LinkedList name="How much" words={money} />
      <LinkedList name="For whom" words={groups} />
      {conditions.length === 0 ? null : (
        <div>
          <dt>If</dt>
          {conditions.map((condition) => (
            <dd>{condition}</dd>
          ))}
        </div>
      )}
    </dl>
  )
}

function LinkedList({ name, words }: { name: string; words: StatementView['money'] }) {
  if (words.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      {words.map(({ label, href }) => (
        <dd>
          <a href={href}>{label}</a>
        </dd>
      ))}
    </div>
  )
}

/** The days the words can mean, where they say more than the words do; that they name no time, where they do not. */
function DeadlineRange({ deadline }: { deadline: Deadline }) {
  const range = labelDateRange(deadline.from, deadline.to)
  if (range === null) return <span class="range">no date named</span>
  return deadline.text.includes(range) ? null : <span class="range">{range}</span>
}

export function StrengthLabel({ strength }: { strength: Statement['strength'] }) {
  return strength === null ? null : <span class="strength">{sentenceCase(STRENGTH_LABELS[strength])}</span>
}

/** "p. 12", or "in the text" where there are no pages. */
export const placeLabel = (page: number | null, word: 'p.' | 'page' = 'p.'): string =>
  page === null ? 'in the text' : `${word}\u00A0${page}`

/** Confidence in words first: of statements at 0.8, about 8 in 10 are right. */
export function confidenceLabel(confidence: number): string {
  const word = confidence >= 0.85 ? 'sure' : confidence >= 0.6 ? 'fairly sure' : 'not sure'
  return `${word} (${Math.round(confidence * 100)} in 100)`
}

/** A link from a claim to its place in the text beside it. */
export function PlaceLink({ href, label }: { href: string; label: string }) {
  return (
    <a class="to-place" href={href}>
      {label}
    </a>
  )
}

/** A quoted passage: its beginning in full view, the rest of a long one a tap away. */
export function Passage({ text }: { text: string }) {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  // Sixty words or so: enough to know what is said, short enough to see the next row.
  const limit = 380
  if (words.length <= limit + 120) return <blockquote>{words}</blockquote>
  const cut = words.lastIndexOf(' ', limit)
  const at = cut > limit / 2 ? cut : limit
  return (
    <blockquote>
      {words.slice(0, at)}{' '}
      <details class="rest">
        <summary>… the rest</summary>
        {words.slice(at)}
      </details>
    </blockquote>
  )
}

/** At most `length` characters, cut between words; white space becomes single spaces. */
export function shorten(text: string, length: number): string {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  if (words.length <= length) return words
  const cut = words.lastIndexOf(' ', length - 1)
  return `${words.slice(0, cut > length / 2 ? cut : length - 1).trimEnd()}…`
}

interface BecauseProps {
  readonly because: readonly string[]
  readonly confidence: number
  readonly summary: string
}

/** What decided, and how sure that is. */
export function Because({ because, confidence, summary }: BecauseProps) {
  return (
    <details class="because">
      <summary>{summary}</summary>
      {because.length === 0 ? null : (
        <ul>
          {because.map((cue) => (
            <li>{cue}</li>
          ))}
        </ul>
      )}
      <p>How sure: {confidenceLabel(confidence)}</p>
    </details>
  )
}
