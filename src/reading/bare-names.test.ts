import { expect, it } from 'vitest'
import { findBareNames } from './bare-names.ts'
import { documentOf } from './document-builder.ts'

it.each([
  ['council', 'London Borough of Larch (24 001)', 'The Council was late.', 'London Borough of Larch'],
  ['Council', null, 'Larchford Town Council met. The Council was late.', 'Larchford Town Council'],
  ['university', null, 'Staff of the University of Larch wrote.', 'University of Larch'],
  // None is named, two are named alike, or the word is no body's common name.
  ['council', null, 'The Council was late.', null],
  ['board', null, 'The Locks Board wrote to the Quays Board.', null],
  ['boaters', null, 'Larch Boaters wrote.', null],
])('%s in “%s %s” is %s', (bare, title, line, full) => {
  expect(findBareNames(documentOf([line], { title }))(bare)).toBe(full)
})
