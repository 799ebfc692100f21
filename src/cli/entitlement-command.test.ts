import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../test/builders/command.ts'

const FAMILY = {
  on: '2026-03-15',
  area: 'Bexley',
  carer: {
    relationship: 'grandparent',
    employment: 'employed',
    weeksInJob: 60,
    weeklyEarnings: 410,
    universalCredit: true,
  },
  children: [
    {
      born: '2019-03-01',
      arrangement: 'special-guardianship',
      since: '2025-01-10',
      previouslyLookedAfter: false,
    },
  ],
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-entitlement-'))
  writeFileSync(join(folder, 'family.json'), JSON.stringify(FAMILY))
  writeFileSync(join(folder, 'broken.json'), '{"on": ')
  writeFileSync(join(folder, 'twice.json'), '{"on": "2026-03-15",\n "area": "Leeds", "area": "Kent"}')
  writeFileSync(join(folder, 'undated.json'), JSON.stringify({ ...FAMILY, on: undefined }))
  writeFileSync(
    join(folder, 'bad.yaml'),
    'rulebook: {name: x, from: 2021-01-01, compiled: 2026-01-01}\nrules:\n  a: {title: A, is: b}\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const runHere = (words: string) => runCommand(words.replaceAll('DIR', folder).split(' '))

describe('holdfast entitlement', () => {
  it('prints a table of every support', async () => {
    const { code, out } = await runHere('entitlement DIR/family.json')
    expect(code).toBe(0)
    expect(out).toContain('On 2026-03-15, under today')
    expect(out).toContain('£225.00 a week')
    expect(out).toContain('This is information, not advice.')
  })

  it('prints JSON for another day and proposal', async () => {
    const { code, out } = await runHere(
      'entitlement DIR/family.json --on 2025-06-01 --proposal ask-without-in-care-test -f json',
    )
    const answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      schema: 'holdfast/entitlement@1',
      on: '2025-06-01',
      proposal: 'ask-without-in-care-test',
    })
    expect(answer.outcomes[0]).toMatchObject({
      support: 'weekly-allowance',
      child: 0,
      outcome: 'entitled',
      amount: { low: 225, high: 225, currency: 'GBP', per: 'week' },
    })
  })

  it('answers for today where no day is named, and says so', async () => {
    const { code, out } = await runHere('entitlement DIR/undated.json -f json')
    const { on, notices } = JSON.parse(out)
    expect(code).toBe(0)
    expect(on).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(notices[0]).toMatchObject({ path: 'on', message: expect.stringContaining(`for today, ${on}`) })
    const dated = JSON.parse((await runHere('entitlement DIR/undated.json --on 2026-03-15 -f json')).out)
    expect(dated.on).toBe('2026-03-15')
    expect(dated.notices).toEqual([])
  })

  it.each([
    ['entitlement DIR/family.json --on 2020-01-01', 2, 'date_not_covered'],
    ['entitlement DIR/family.json --on tomorrow', 2, 'situation_invalid'],
    ['entitlement DIR/family.json --proposal nothing', 2, 'proposal_unknown'],
    ['entitlement DIR/broken.json', 2, 'is not JSON'],
    ['entitlement DIR/twice.json', 2, 'Line 2: "area" is written twice'],
    ['entitlement DIR/none.json', 2, 'file_not_found'],
    ['entitlement DIR', 2, 'file_is_a_folder'],
  ])('"%s" fails with exit code %i', async (words, code, message) => {
    const result = await runHere(words)
    expect(result.code).toBe(code)
    expect(result.err).toContain(message)
    expect(result.out).toBe('')
  })
})

describe('holdfast rulebook', () => {
  it('finds nothing wrong with the rulebook of England', async () => {
    const { code, out } = await runHere('rulebook rulebook/england')
    expect(code).toBe(0)
    expect(out).toContain('nothing wrong. 19 supports')
  })

  it('names file and line of what is wrong', async () => {
    const { code, err } = await runHere('rulebook DIR')
    expect(code).toBe(2)
    expect(err).toContain('bad.yaml:3: rules > a: `from` is missing')
    expect(err).toContain('there is no input, rule or parameter called "b"')
  })

  it('says so where there is no rulebook', async () => {
    expect((await runHere('rulebook DIR/none')).err).toContain('There is no folder')
  })
})
