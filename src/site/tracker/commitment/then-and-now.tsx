/** Then and now: two versions of a promise as two columns of the same fields, the changed words marked. */
import { type FieldPair, findRecord, type RecordOf, thenAndNow } from '../../../tracker/index.ts'
import { KeptInputs } from '../kept-inputs.tsx'
import type { View } from '../view.ts'
import { Note } from '../with-evidence.tsx'
import { FIELD_WORDS, sayDate, sayDrift, sayTold, sentenceCase, strengthWord } from '../words.ts'
import { markWords } from './mark-words.ts'

/** Indexes of the two versions, the earlier first: those asked for, or else the first and the last. */
export function chooseVersions(
  count: number,
  then: string | undefined,
  now: string | undefined,
): readonly [number, number] {
  const asIndex = (text: string | undefined, otherwise: number) => {
    const number = Number(text)
    return Number.isInteger(number) && number >= 1 && number <= count ? number - 1 : otherwise
  }
  const [one, other] = [asIndex(then, 0), asIndex(now, count - 1)]
  return one <= other ? [one, other] : [other, one]
}

interface TableProps {
  readonly view: View
  readonly commitment: RecordOf<'commitment'>
  readonly chosen: readonly [number, number]
}

export function ThenAndNowTable({ view, commitment: { id, versions }, chosen: [first, second] }: TableProps) {
  const [then, now] = [versions[first], versions[second]]
  if (versions.length < 2 || then === undefined || now === undefined) return null
  const pair = thenAndNow(then, now)
  const governmentOf = ({ government }: typeof then) =>
    findRecord(view.state, 'government', government)?.name ?? government
  return (
    <section aria-labelledby="then-and-now">
      <h2 id="then-and-now">Then and now</h2>
      {pair.drifts.length === 0 ? null : (
        <p class="drifts">
          {[...new Set(pair.drifts.map(({ field, name }) => sayDrift(field, name)))].join(' · ')}
        </p>
      )}
      <table class="pairs">
        <caption class="unseen">
          Two versions of this promise, field by field; changed words are marked
        </caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">
              {sentenceCase(sayDate(then.on))} <small>{governmentOf(then)}</small>
            </th>
            <th scope="col">
              {sentenceCase(sayDate(now.on))} <small>{governmentOf(now)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{FIELD_WORDS.strength}</th>
            <td>{strengthWord(then.strength)}</td>
            <td>{strengthWord(now.strength)}</td>
          </tr>
          {pair.fields.map((field) => (
            <Field pair={field} />
          ))}
          <tr class="evidence">
            <th scope="row">Evidence</th>
            <td>
              <Note view={view} cites={then.cites} />
            </td>
            <td>
              <Note view={view} cites={now.cites} />
            </td>
          </tr>
        </tbody>
      </table>
      {versions.length > 2 ? (
        <Chooser view={view} id={id} versions={versions} chosen={[first, second]} />
      ) : null}
    </section>
  )
}

const isDate = (field: FieldPair['field']): boolean => field === 'starts' || field === 'dueBy'

function Field({ pair }: { pair: FieldPair }) {
  const { field } = pair
  const tell = (told: string | null) => (told !== null && isDate(field) ? sayTold(told) : told)
  const [earlier, later] = [tell(pair.earlier), tell(pair.later)]
  const marked = earlier !== null && later !== null ? markWords(earlier, later) : null
  return (
    <tr>
      <th scope="row">{FIELD_WORDS[field]}</th>
      <td>
        {earlier === null ? (
          <Unsaid />
        ) : (
          (marked?.earlier.map(({ text, isMarked }) => (isMarked ? <del>{text}</del> : text)) ?? earlier)
        )}
      </td>
      <td>
        {later === null ? (
          <Unsaid />
        ) : (
          (marked?.later.map(({ text, isMarked }) => (isMarked ? <ins>{text}</ins> : text)) ?? later)
        )}
      </td>
    </tr>
  )
}

const Unsaid = () => <span class="unsaid">not said</span>

interface ChooserProps {
  readonly view: View
  readonly id: string
  readonly versions: RecordOf<'commitment'>['versions']
  readonly chosen: readonly [number, number]
}

function Chooser({ view, id, versions, chosen }: ChooserProps) {
  const choice = (name: string, label: string, at: number) => (
    <label>
      {label}{' '}
      <select name={name}>
        {versions.map(({ on }, index) => (
          <option value={String(index + 1)} selected={index === at}>
            {sentenceCase(sayDate(on))}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <form class="chooser" action={`/commitments/${id}#then-and-now`}>
      {choice('then', 'Then', chosen[0])} {choice('now', 'Now', chosen[1])}
      <KeptInputs view={view} /> <button type="submit">Compare</button>
    </form>
  )
}
