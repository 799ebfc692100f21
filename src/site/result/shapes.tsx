/** The shape of each decision: never told by colour alone, and the same in print, in grey and in forced colours. */
import { DECISION_LABELS } from '../../api/index.ts'
import { DECISIONS, type Decision } from '../../model/index.ts'

/** The drawings, once a page; `DecisionMark` refers to them. */
export function ShapeDefinitions() {
  return (
    <svg class="shapes" aria-hidden="true" width="0" height="0">
      <defs>
        {DECISIONS.map((decision) => (
          <symbol id={`shape-${decision}`} viewBox="0 0 16 16">
            {shapeOf(decision)}
          </symbol>
        ))}
      </defs>
    </svg>
  )
}

function shapeOf(decision: Decision) {
  const ring = <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
  if (decision === 'accepted') return <circle cx="8" cy="8" r="7" fill="currentColor" />
  if (decision === 'rejected') return ring
  if (decision === 'accepted-in-part')
    return (
      <>
        {ring}
        <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
      </>
    )
  if (decision === 'accepted-in-principle')
    return (
      <>
        {ring}
        <circle cx="8" cy="8" r="2.6" fill="currentColor" />
      </>
    )
  if (decision === 'noted')
    return (
      <circle
        cx="8"
        cy="8"
        r="6.2"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-dasharray="2.4 2.4"
      />
    )
  return <path d="M2 8h12" stroke="currentColor" stroke-width="2.4" />
}

export function DecisionMark({ decision }: { decision: Decision }) {
  return (
    <span class={`decision ${decision}`}>
      <svg width="16" height="16" aria-hidden="true">
        <use href={`#shape-${decision}`} />
      </svg>{' '}
      {sentenceCase(DECISION_LABELS[decision])}
    </span>
  )
}

export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
