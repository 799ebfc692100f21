import { raw as libraryRaw } from 'hono/html'
import { Fragment as LibraryFragment, jsx as libraryJsx } from 'hono/jsx/jsx-runtime'
import { describe, expect, test } from 'vitest'
import { Fragment, jsx, raw, writeMarkup } from './jsx-runtime.ts'

/** What JSX compiles to, for one of the two that write it. */
interface Writer {
  readonly jsx: (tag: never, properties: Record<string, unknown>) => unknown
  readonly Fragment: unknown
  readonly raw: (text: string) => unknown
}

const ours: Writer = { jsx, Fragment, raw }
const library: Writer = { jsx: libraryJsx, Fragment: LibraryFragment, raw: libraryRaw }

type Make = (tag: unknown, properties?: Record<string, unknown>, ...children: unknown[]) => unknown

const pieces: Readonly<Record<string, (make: Make, writer: Writer) => unknown>> = {
  'signs in text and attributes': (make) =>
    make('p', { title: `"a" & 'b' <c>` }, `"a" & 'b' <script>alert(1)</script>`),
  'what is not there': (make) =>
    make('p', { id: undefined, lang: null }, null, undefined, true, false, 0, '', make(Nothing)),
  'components with one child, many and none': (make) => {
    const Named = ({ name, children }: Record<string, unknown>) =>
      make('li', { id: name }, name, ': ', children)
    return make(
      'ul',
      {},
      make(Named, { name: 'one' }, 'text'),
      make(Named, { name: 'many' }, make('b', {}, '1'), ' ', 2, [make('i', {}, '3'), '4']),
      make(Named, { name: 'none' }),
    )
  },
  'a component that gives text or a list': (make) =>
    make('p', {}, make(() => '<b>') as never, make(() => ['a', make('b', {}, '<'), 1]) as never),
  'elements without an end': (make) =>
    make('p', {}, 'a', make('br'), make('hr'), make('input', { name: 'q', required: true, value: '' })),
  'attributes that are there or not': (make) =>
    make('details', { open: false }, make('input', { disabled: false, checked: true, maxlength: 200 })),
  'attributes with true and false as words': (make) =>
    make('span', { 'aria-hidden': true, 'aria-expanded': false, 'data-own': true }),
  'pieces without an element around them': (make, { Fragment: Piece }) =>
    make('p', {}, make(Piece, {}, make('b', {}, 'a'), '&', make(Piece, {})), make(Piece, {}, '<')),
  'markup made before': (make, { raw: made }) => make('p', {}, made('<b>&amp;</b>')),
  drawings: (make) =>
    make(
      'svg',
      { viewBox: '0 0 1 1' },
      make('g', { class: 'a' }, make('path', { 'stroke-width': 2, d: 'M0 0' })),
    ),
}

function Nothing() {
  return null
}

/** As the compiler writes it: one child stands alone, several are a list, none is left out. */
const makeWith =
  (writer: Writer): Make =>
  (tag, properties = {}, ...children) =>
    writer.jsx(tag as never, {
      ...properties,
      ...(children.length === 0 ? {} : { children: children.length === 1 ? children[0] : children }),
    })

describe('markup is written as the library writes it', () => {
  test.each(Object.entries(pieces))('%s', (_, piece) => {
    expect(String(piece(makeWith(ours), ours))).toBe(String(piece(makeWith(library), library)))
  })
})

test('every sign is escaped where the library escapes it, alone and in words', () => {
  for (let code = 0; code < 0x3000; code++) {
    const sign = String.fromCharCode(code)
    // The library writes control characters into the page; see below.
    if (code < 0x20 && !'\t\n\f\r'.includes(sign)) continue
    for (const text of [sign, `a${sign}b`, `'${sign}`])
      expect(String(jsx('p', { title: text, children: text }))).toBe(
        String(libraryJsx('p' as never, { title: text, children: text } as never)),
      )
  }
})

describe('what cannot be markup is refused', () => {
  test.each([[Promise.resolve('late')], [{ toString: () => '<b>' }], [() => 'a'], [new String('<b>')]])(
    'a child %#',
    (child) => {
      expect(() => writeMarkup([child])).toThrow(TypeError)
    },
  )

  test('an attribute that is an object or a function', () => {
    expect(() => jsx('p', { style: { color: 'red' } })).toThrow('the attribute style')
    expect(() => jsx('p', { onclick: () => undefined })).toThrow('the attribute onclick')
  })
})

test('JSX in a file compiles to it', () => {
  expect(writeMarkup(<p title="a&b">{'<'}</p>)).toBe('<p title="a&amp;b">&lt;</p>')
})

test('a control character, which no page may hold, is shown as a mark', () => {
  expect(writeMarkup(<b title={'a\u0000b'}>{'\u0001 \u001F\t\n'}</b>)).toBe(
    '<b title="a\uFFFDb">\uFFFD \uFFFD\t\n</b>',
  )
})
