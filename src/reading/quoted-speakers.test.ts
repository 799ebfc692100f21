import { describe, expect, it } from 'vitest'
import { findQuotedSpeaker } from './quoted-speakers.ts'

describe('quoted speakers', () => {
  it.each([
    ['Ruth Marsh, Director of the Canal Trust, said: “We are glad.”', 'Canal Trust'],
    ['Dr Abel Lowe, Head of Policy at River Watch, said: “This is late.”', 'River Watch'],
    ['A Defra spokesperson said: “Our plan will help.”', 'Defra'],
    ['A spokesperson for the Boat Builders Federation said: “We will wait.”', 'Boat Builders Federation'],
    ['The report said that fees “had doubled” since 2019.', null],
    ['We are glad of the news from the Canal Trust.', null],
  ])('%s', (paragraph, speaker) => {
    expect(findQuotedSpeaker(paragraph)).toBe(speaker)
  })
})
