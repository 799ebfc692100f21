/** Said instead of a result when the day or the support in the address cannot be answered for. */
import { renderFrame } from '../tracker/frame.tsx'
import type { View } from '../tracker/view.ts'
import { REACH_PATH } from './parts.tsx'

export function dayProblemPage(view: View, problem: string): string {
  return renderFrame({
    view,
    title: 'No answer for this',
    children: (
      <>
        <h1>No answer for this</h1>
        <p class="lead">{problem}</p>
        <p>
          <a href={REACH_PATH}>Who gains, on the newest day whose rates we hold</a>
        </p>
      </>
    ),
  })
}
