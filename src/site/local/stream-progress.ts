/** The progress page as a response that grows while the work goes on. */
import { progressEnd, progressFrame, progressLine } from './progress-page.tsx'
import type { Step } from './work.ts'
import type { Work, WorkBoard } from './work-board.ts'

/** Often enough to look alive, seldom enough that a screen reader can finish a sentence. */
const EVERY_MILLISECONDS = 500

/** Ends when the work does; when the reader goes away first, the work is no longer watched. */
export function streamProgress(board: WorkBoard, work: Work): Response {
  const { opening, closing } = progressFrame(work)
  const encoder = new TextEncoder()
  let stopWatching = () => {}
  let next = 0
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const end = () => {
        stopWatching()
        send(progressEnd(`/result/${work.id}`) + closing)
        controller.close()
      }
      const show = (step: Step | null) => {
        if (performance.now() < next) return
        next = performance.now() + EVERY_MILLISECONDS
        send(progressLine(step))
      }
      const onChange = () => {
        const state = board.find(work.id)?.state
        if (state?.kind === 'running') {
          if (state.step !== null) show(state.step)
        } else if (state?.kind !== 'waiting') end()
      }
      send(opening)
      show(null)
      next = 0
      stopWatching = board.watch(work.id, onChange)
      onChange()
    },
    cancel() {
      stopWatching()
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
