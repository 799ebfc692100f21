import { describe, expect, it } from 'vitest'
import { splitSpoken } from './spoken.ts'
import { sortByAsk, splitAsks } from './two-asks.ts'
import { createWordReader } from './words.ts'

describe('splitAsks', () => {
  it.each([
    [
      'The ministry should publish the count of wells and set a target for each county.',
      ['The ministry should publish the count of wells', 'set a target for each county.'],
    ],
    [
      'First aid should be taught in every school and examined at sixteen.',
      ['First aid should be taught in every school', 'examined at sixteen.'],
    ],
    [
      'The council should pay for training and support for carers.',
      ['The council should pay for training and support for carers.'],
    ],
    ['Boats should be lifted and dry.', ['Boats should be lifted and dry.']],
  ])('%s', (text, asks) => {
    expect(splitAsks(text)).toEqual(asks)
  })
})

describe('sortByAsk', () => {
  const asks = splitAsks('The ministry should publish the count of wells and set a target for each county.')
  const sort = (reply: string) =>
    sortByAsk(asks, splitSpoken(reply, 0), createWordReader(), () => 1)?.map((sentences) =>
      sentences.map((spoken) => spoken.text),
    ) ?? null

  it('gives each sentence to the ask whose own words it has, and what has none to the one before', () => {
    expect(sort('The count will be published. It comes out in May. A target would help nobody.')).toEqual([
      ['The count will be published.', 'It comes out in May.'],
      ['A target would help nobody.'],
    ])
  })

  it('gives nothing where one of the asks is spoken of nowhere', () => {
    expect(sort('The count will be published. The ministry is grateful.')).toBeNull()
  })
})
