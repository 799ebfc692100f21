import { describe, expect, it } from 'vitest'
import { findConditions } from './conditions.ts'
import { findTimes } from './deadlines/index.ts'
import { DEFAULT_GROUPS, findGroups, parseGroupVocabulary } from './groups/index.ts'
import { CONDITION, createHints, GROUP, SUM, TIME } from './hints.ts'
import { findMoney } from './money.ts'
import { tokenize } from './tokens.ts'
import { createWordBook } from './word-book.ts'

const book = createWordBook(createHints(DEFAULT_GROUPS))
const hintsIn = (text: string): number => tokenize(text, 0, text.length, book).hints

describe('hints', () => {
  it.each([
    ['The Board will report early next year.', TIME],
    ['We will do so without any further delay.', TIME],
    ['It comes when parliamentary time allows.', TIME],
    ['This waits for the next term.', TIME],
    ['It is ready by 12-05-27.', TIME],
    ['It is a matter for future spending reviews.', TIME],
    ['The fare rises by 20p.', SUM],
    ['It costs half a million pounds, or £3bn.', SUM],
    ['Paid where the child would otherwise be in care.', CONDITION],
    ['It goes on, provided that they agree.', CONDITION],
    ['It helps special guardians.', GROUP],
    ['SGOs are covered; looked-after children’s too.', GROUP],
  ])('in "%s"', (text, hint) => {
    expect(hintsIn(text) & hint).toBe(hint)
    const found = new Map<number, readonly unknown[]>([
      [TIME, findTimes(text, { documentDate: null })],
      [SUM, findMoney(text)],
      [CONDITION, findConditions(text)],
      [GROUP, findGroups(text, DEFAULT_GROUPS)],
    ])
    expect(found.get(hint)).not.toEqual([])
  })

  it('are none in most sentences', () => {
    expect(hintsIn('Much of it was written down.')).toBe(0)
  })

  it('come from every group that the vocabulary names', () => {
    for (const { example } of DEFAULT_GROUPS.groups) expect(hintsIn(example) & GROUP).toBe(GROUP)
  })

  it('take in names that begin with a number', () => {
    const entry = { id: 'minors', label: 'minors', names: ['18s and under'] }
    const told = { example: '18s and under ride free.', counterexample: 'The 18th ride.' }
    const groups = parseGroupVocabulary({ groups: [{ ...entry, ...told }] }, 'groups.yaml')
    const own = createWordBook(createHints(groups))
    expect(tokenize(told.example, 0, told.example.length, own).hints & GROUP).toBe(GROUP)
    expect(findGroups(told.example, groups)).toHaveLength(1)
  })
})
