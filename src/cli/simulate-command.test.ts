import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../test/builders/command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-simulate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const runHere = (words: string, signal?: AbortSignal) =>
  runCommand(words.replaceAll('DIR', folder).split(' '), { columns: 150, ...(signal && { signal }) })

const SMALL = '--families 400 --draws 4 --proposal today,review-2022'

describe('holdfast simulate', () => {
  it('prints reach and cost by proposal and calibration, and that nobody counts', async () => {
    const { code, out } = await runHere(`simulate ${SMALL}`)
    expect(code).toBe(0)
    expect(out).toContain('on 2026-04-05')
    expect(out).toContain('The Review of children')
    expect(out).toContain('simulated families, not counted ones')
    expect(out).toContain('Nobody counts how many children live under')
  })

  it('writes the same numbers as JSON and CSV', async () => {
    const json = await runHere(`simulate ${SMALL} -f json`)
    const csv = await runHere(`simulate ${SMALL} -f csv`)
    const simulation = JSON.parse(json.out)
    expect(simulation).toMatchObject({
      schema: 'holdfast/simulation@1',
      on: '2026-04-05',
      seed: 2022,
      draws: 4,
    })
    const { value } = simulation.proposals[1].results[2].children.newlyReached
    const line = csv.out
      .split('\r\n')
      .find((row) => row.includes('review-2022,charity-led,reach,,newly reached,children'))
    expect(Number(line?.split(',')[8])).toBe(Math.round(value * 100) / 100)
  })

  it('takes stacks, a calibration and another day, and writes to a file', async () => {
    const file = join(folder, 'out.json')
    const words =
      'simulate --families 200 --draws 0 --proposal review-2022+zones-2026 --calibration census-led --on 2025-06-01'
    const { code, out } = await runHere(`${words} --output ${file}`)
    expect([code, out]).toEqual([0, ''])
    const simulation = JSON.parse(readFileSync(file, 'utf8'))
    expect(simulation.proposals.map(({ proposal }: { proposal: string }) => proposal)).toEqual([
      'review-2022+zones-2026',
    ])
    expect(simulation.calibrations).toHaveLength(1)
    expect(simulation.on).toBe('2025-06-01')
  })

  it.each([
    ['simulate --families 10', 'a whole number from 100 to 1,000,000'],
    ['simulate --draws 1e9', 'a whole number from 0 to 1,000'],
    ['simulate --seed -1', 'seed'],
    ['simulate -f html', 'text, json or csv'],
    ['simulate --proposal nothing', 'There is no proposal called "nothing"'],
    ['simulate --on yesterday', 'is not a day'],
    ['simulate --assume pay=3', 'there is no such assumption'],
  ])('refuses %s', async (words, said) => {
    const { code, out, err } = await runHere(words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(said)
  })

  it('stops when the person ends it, with nothing written', async () => {
    const { code, out } = await runHere(`simulate ${SMALL}`, AbortSignal.abort())
    expect(code).not.toBe(0)
    expect(out).toBe('')
  })
})
