import { expect, test } from 'vitest'
import { createKeptPieces } from './kept-pieces.ts'

test('a piece is written once for what it is made from, and again where any of that is another', () => {
  const pieces = createKeptPieces()
  const [cite, source, corrected] = [{}, {}, {}]
  let made = 0
  const make = () => `${++made} & more`
  expect(String(pieces.write(cite, [source, null], make))).toBe('1 &amp; more')
  expect(String(pieces.write(cite, [source, null], make))).toBe('1 &amp; more')
  expect(String(pieces.write(cite, [corrected, null], make))).toBe('2 &amp; more')
  expect(String(pieces.write(cite, [corrected, '/documents/1'], make))).toBe('3 &amp; more')
  expect(String(pieces.write({}, [corrected, '/documents/1'], make))).toBe('4 &amp; more')
})

test('what was written is not escaped again', () => {
  const pieces = createKeptPieces()
  const [cite, inner] = [{}, {}]
  const outer = () => pieces.write(inner, [], () => '<')
  expect(String(pieces.write(cite, [], outer))).toBe('&lt;')
})
