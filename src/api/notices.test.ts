import { describe, expect, it } from 'vitest'
import { summariseNotices } from './notices.ts'

const onPages = (...pages: number[]) => pages.map((page) => ({ message: `Page ${page} holds no text.` }))

describe('summariseNotices', () => {
  it.each([
    ['none', [], []],
    ['one', onPages(3), ['Page 3 holds no text.']],
    ['two', onPages(3, 5), ['Page 3 holds no text. The same: page 5.']],
    ['runs', onPages(1, 2, 3, 4, 9, 11, 12), ['Page 1 holds no text. The same: pages 2 to 4, 9, 11, 12.']],
    [
      'others between',
      [...onPages(1), { message: 'The file is damaged.' }, ...onPages(2)],
      ['Page 1 holds no text. The same: page 2.', 'The file is damaged.'],
    ],
  ])('%s', (_name, notices, expected) => expect(summariseNotices(notices)).toEqual(expected))
})
