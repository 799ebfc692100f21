/** Where a topic's page shows some of a list, the way to all of it. */
import { Places } from '../in-pages.tsx'
import type { View } from '../view.ts'

interface AllOfProps {
  readonly view: View
  readonly path: string
  readonly count: number
  /** How many stand on the page. */
  readonly most: number
  /** "dates", "replies". */
  readonly of: string
  /** Places of those that do not stand on the page, where others lead to them. */
  readonly places?: readonly string[]
}

/** Nothing where all stand on the page. */
export function AllOf({ view, path, count, most, of, places = [] }: AllOfProps) {
  if (count <= most) return null
  return (
    <p>
      <Places of={places} />
      <a href={view.href(path)}>
        All {count.toLocaleString('en-GB')} {of} on this topic
      </a>
    </p>
  )
}
