import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { describe, expect, test } from 'vitest'
import { writeMarkup } from './write-markup.ts'

const Named = ({ name, children }: { name: string; children?: Child }) => (
  <li id={name}>
    {name}: {children}
  </li>
)
const Nothing = () => null

const pieces: Readonly<Record<string, Child>> = {
  'signs in text and attributes': <p title={`"a" & 'b' <c>`}>{`"a" & 'b' <script>`}</p>,
  'what is not there': (
    <p id={undefined}>
      {null}
      {undefined}
      {true}
      {false}
      {0}
      <Nothing />
    </p>
  ),
  'components with one child, many and none': (
    <ul>
      <Named name="one">text</Named>
      <Named name="many">
        <b>1</b> {2} {[<i>3</i>, '4']}
      </Named>
      <Named name="none" />
    </ul>
  ),
  'elements without an end': (
    <p>
      a<br />b<hr />
      <input name="q" required value="" maxlength={200} />
    </p>
  ),
  switches: (
    <details open={false}>
      <input name="a" disabled={false} checked />
    </details>
  ),
  'what only the library knows': (
    <div>
      <b dangerouslySetInnerHTML={{ __html: '<i>raw</i>' }} />
      <span style={{ color: 'red' }} data-own aria-hidden={true} />
    </div>
  ),
  'markup made before': <p>{raw('<b>&amp;</b>')}</p>,
  drawings: (
    <svg viewBox="0 0 1 1" aria-hidden="true">
      <g class="a">
        <path d="M0 0" />
      </g>
    </svg>
  ),
}

describe('markup is written as the library writes it', () => {
  test.each(Object.entries(pieces))('%s', (_, piece) => {
    expect(writeMarkup(piece)).toBe(String(piece))
  })

  test('and what would have to be waited for is refused', () => {
    expect(() => writeMarkup([Promise.resolve('late')])).toThrow(TypeError)
  })
})
