/** What a form carries on beside its own fields, so that who sends it stays on the same day of the same record. */
import type { View } from './view.ts'

export function KeptInputs({ view: { asAt, recordedBy } }: { view: View }) {
  return (
    <>
      {asAt === null ? null : <Kept name="as_at" value={asAt} />}
      {recordedBy === undefined ? null : <Kept name="recorded_by" value={recordedBy} />}
    </>
  )
}

export const Kept = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
)
