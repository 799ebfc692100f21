import { expect, it } from 'vitest'
import { documentOf } from './document-builder.ts'
import { findPledgingParty } from './pledging-party.ts'

it.each([
  [
    'Labour set out its pledges. The Labour manifesto would open every lock.',
    'The manifesto on rivers',
    'Labour Party',
  ],
  ['The Tories promised tolls. Conservatives kept that promise.', 'Manifesto tracker', 'Conservative Party'],
  // Several alike, none at all, or a charity's own list of asks.
  [
    'Labour and the Conservatives promised tolls; Labour and the Conservatives failed.',
    'Manifestos compared',
    null,
  ],
  ['Boaters wrote to the paper.', 'The manifesto on rivers', null],
  ['Labour heard our manifesto. Labour must act.', 'Our manifesto for rivers', null],
  ['Labour promised tolls. Labour kept that promise.', 'Tolls', null],
])('%s', (line, title, party) => {
  expect(findPledgingParty(documentOf([line], { title }))).toBe(party)
})
