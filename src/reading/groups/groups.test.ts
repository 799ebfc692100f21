import { describe, expect, it } from 'vitest'
import { DEFAULT_GROUPS, findGroups, GENERAL_GROUPS, parseGroupVocabulary } from './index.ts'

const rowsIn = (text: string): string[] =>
  findGroups(text, DEFAULT_GROUPS).map((mention) => `${mention.group} ${mention.relation}: ${mention.text}`)
const idsIn = (text: string): string[] => findGroups(text, DEFAULT_GROUPS).map((mention) => mention.group)

describe('the default vocabulary', () => {
  it.each(DEFAULT_GROUPS.groups)('$id is found in its example and not in its counter-example', (group) => {
    expect(idsIn(group.example)).toContain(group.id)
    expect(idsIn(group.counterexample)).not.toContain(group.id)
  })
})

describe('findGroups', () => {
  it.each([
    [
      'Pay special guardians and carers with a child arrangements order.',
      [
        'special-guardians included: special guardians',
        'child-arrangements-order-holders included: carers with a child arrangements order',
      ],
    ],
    [
      'Offer it to kinship carers without an SGO or CAO.',
      ['kinship-carers-without-order included: kinship carers without an SGO or CAO'],
    ],
    ['Help all eligible kinship carers.', ['kinship-carers included: all eligible kinship carers']],
    ['Help long-term kinship carers.', ['kinship-carers included: long-term kinship carers']],
    [
      'Advise prospective and current kinship carers.',
      [
        'prospective-kinship-carers included: prospective and current kinship carers',
        'existing-kinship-carers included: prospective and current kinship carers',
      ],
    ],
    [
      'Reach those with or without a legal order.',
      [
        'kinship-carers-with-order included: those with or without a legal order',
        'kinship-carers-without-order included: those with or without a legal order',
      ],
    ],
    [
      'Pay all carers except foster carers, adopters and tenants.',
      [
        'unpaid-carers included: all carers',
        'foster-carers excluded: foster carers',
        'adopters excluded: adopters',
        'tenants excluded: tenants',
      ],
    ],
    ['It does not apply to special guardians.', ['special-guardians excluded: special guardians']],
    ['Special guardians are not eligible.', ['special-guardians excluded: Special guardians']],
    ['It is limited to care leavers.', ['care-leavers only: care leavers']],
    ['Only a small group of local authorities can join.', ['local-authorities only: local authorities']],
    ['It is not limited to care leavers.', ['care-leavers included: care leavers']],
    ['It is not only for veterans.', ['veterans included: veterans']],
    ['The only barrier to peace for veterans is noise.', ['veterans included: veterans']],
    [
      'Children in local authority care have a plan.',
      ['looked-after-children included: Children in local authority care'],
    ],
    [
      'Previously looked-after children get it too.',
      ['previously-looked-after-children included: Previously looked-after children'],
    ],
    ['Any postmaster who asks is heard.', ['postmasters included: Any postmaster']],
    ['The GPS signal went to the family court and the Schools Minister.', []],
    ["The Children's Commissioner and the Children Act stay.", []],
  ])('%s', (text, expected) => {
    expect(rowsIn(text)).toEqual(expected)
  })
})

describe('parseGroupVocabulary', () => {
  const group = {
    id: 'cyclists',
    label: 'Cyclists',
    names: ['cyclist'],
    example: 'Cyclists ride.',
    counterexample: 'Cycles rust.',
  }

  it('reads a vocabulary, alone or upon another', () => {
    const alone = parseGroupVocabulary({ groups: [group] }, 'cycling.yaml')
    expect(findGroups('Cyclists and tenants may ask.', alone)).toMatchObject([
      { group: 'cyclists', start: 0, end: 8 },
    ])
    const built = parseGroupVocabulary(
      { groups: [{ ...group, broader: ['consumers'] }] },
      'cycling.yaml',
      GENERAL_GROUPS,
    )
    expect(findGroups('Cyclists and tenants may ask.', built).map((mention) => mention.group)).toEqual([
      'cyclists',
      'tenants',
    ])
  })

  it.each([
    [null, 'cycling.yaml holds no groups. Give it a list under "groups".'],
    [{ groups: [] }, 'cycling.yaml holds no groups. Give it a list under "groups".'],
    [{ groups: ['cyclists'] }, 'group 1 must be a mapping'],
    [
      { groups: [{ ...group, id: 'Cy clists' }] },
      'has the id "Cy clists"; an id is lower-case words joined by hyphens',
    ],
    [{ groups: [group, { ...group, names: [] }] }, 'group 2 (cyclists) needs "names", a list of texts'],
    [
      { groups: [{ ...group, names: [7] }] },
      'group 1 (cyclists) has something in "names" that is not a text: 7',
    ],
    [{ groups: [{ ...group, example: ' ' }] }, 'needs "example", a text that is not empty'],
    [{ groups: [{ ...group, names: ['(cyclist|rider'] }] }, '")" is missing'],
    [{ groups: [{ ...group, names: ['cyclist]'] }] }, '"]" closes nothing'],
    [{ groups: [{ ...group, names: ['[cyclist]'] }] }, 'all of it may be left out'],
    [{ groups: [{ ...group, names: [Array(13).fill('(a|b)').join(' ')] }] }, 'more than 3000 runs'],
    [{ groups: [{ ...group, note: 'x' }] }, 'has a key that is not known, "note"'],
    [
      { groups: [{ ...group, broader: ['riders'] }] },
      'names "riders" as broader, which is no other group here',
    ],
    [{ groups: [group, group] }, 'group 2 (cyclists) has an id that another group has too'],
  ])('says what is wrong in %j', (value, message) => {
    expect(() => parseGroupVocabulary(value, 'cycling.yaml')).toThrow(message)
    expect(() => parseGroupVocabulary(value, 'cycling.yaml')).toThrow(
      expect.objectContaining({ code: 'vocabulary_invalid' }),
    )
  })
})
