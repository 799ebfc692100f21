/** The ways through a long topic page: one line that leads to each of its parts. */

const PARTS: readonly (readonly [id: string, label: string])[] = [
  ['verdict', 'The verdict'],
  ['recommended', 'Recommended'],
  ['promised', 'Promised'],
  ['covered', 'Who is covered'],
  ['next', 'What should happen next'],
  ['dates', 'Dates'],
]

/** `missing` are parts that this topic does not have. */
export function OnPage({ missing }: { missing: readonly string[] }) {
  return (
    <nav class="on-page" aria-label="On this page">
      {PARTS.filter(([id]) => !missing.includes(id)).map(([id, label]) => (
        <a href={`#${id}`}>{label}</a>
      ))}
    </nav>
  )
}
