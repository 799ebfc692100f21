import { expect, it } from 'vitest'
import { isSameSaid, type Said, saidBy } from './said.ts'

const said = (body: string, days: readonly string[] = []): Said => {
  const row = saidBy({ status: 200, headers: new Headers({ 'content-type': 'text/html' }), body }, days)
  if (row === null) throw new Error('a page says something')
  return row
}

it('tells a page that says the same from one that does not', () => {
  expect(isSameSaid(said('<p>One</p>'), said('<p>One</p>'))).toBe(true)
  expect(isSameSaid(said('<p>One</p>'), said('<p>Two</p>'))).toBe(false)
})

it('tells pages apart that lead to other days', () => {
  expect(isSameSaid(said('<p>One</p>', ['2023-12-31']), said('<p>One</p>'))).toBe(false)
  expect(isSameSaid(said('<p>One</p>', ['2023-12-31']), said('<p>One</p>', ['2023-12-31']))).toBe(true)
})

it.each([
  ['a table', { status: 200, headers: new Headers({ 'content-type': 'text/csv' }), body: 'a,b' }],
  [
    'a page that is not there',
    { status: 404, headers: new Headers({ 'content-type': 'text/html' }), body: '' },
  ],
])('%s says nothing', (_name, answer) => {
  expect(saidBy(answer, [])).toBeNull()
})
