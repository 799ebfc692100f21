/** What rests on the words of a copy: each passage with the records that it supports, linked both ways. */
import { anchorOf, type RecordOf, supportedBy } from '../../../tracker/index.ts'
import { titleOf } from '../record-title.ts'
import { pathOf, type View } from '../view.ts'

type Passage = RecordOf<'passage'>

const STANDING: Readonly<Record<Passage['standing'], string | null>> = {
  held: null,
  moved: 'Found again in this copy, moved or set otherwise.',
  lost: 'These words are not in a newer copy that we hold.',
}

/** As many notes as leave a part's page light; all passages are marked in its text. */
export const MOST_NOTES = 14

/** Where a part's page tells of each passage, by their ids: in its note, or behind those that have one at its mark in the text. */
export function placesInPart(passages: readonly Passage[]): ReadonlyMap<string, string> {
  return new Map(
    passages.map((passage, at) => [passage.id, at < MOST_NOTES ? `rests-${passage.id}` : anchorOf(passage)]),
  )
}

/** Records that rest on one passage, named; of more, the number. */
const MOST_RECORDS = 3

export function PassageNote({ view, passage }: { view: View; passage: Passage }) {
  const records = supportedBy(view.state, passage)
  const standing = STANDING[passage.standing]
  return (
    <li id={`rests-${passage.id}`}>
      <a href={`#${anchorOf(passage)}`}>{nameOfPassage(passage)}</a>
      {passage.holds === 'place' ? <small>The place, not the words.</small> : null}
      {standing === null ? null : <small>{standing}</small>}
      <ul>
        {records.slice(0, MOST_RECORDS).map(({ type, id }) => (
          <li>
            <a href={view.href(pathOf(view, type, id))}>{titleOf(view, type, id)}</a>
          </li>
        ))}
        {records.length > MOST_RECORDS ? <li>and {records.length - MOST_RECORDS} more</li> : null}
        {records.length === 0 ? <li>Nothing rests on it on this day.</li> : null}
      </ul>
    </li>
  )
}

const LONGEST = 110

export function nameOfPassage({ quote, cite, place }: Passage): string {
  const words = quote.exact.replace(/\s+/g, ' ').trim().replaceAll('“', '‘').replaceAll('”', '’')
  const at = cite?.at ?? ''
  // "Allowances, what should happen next" needs no "What should happen next" behind it.
  const isNamed = at.toLowerCase().includes((place.heading ?? '').toLowerCase())
  if (words === '') return [at, isNamed ? '' : place.heading].filter(Boolean).join(': ') || 'A place'
  return words.length <= LONGEST ? `“${words}”` : `“${words.slice(0, words.lastIndexOf(' ', LONGEST))}…”`
}
