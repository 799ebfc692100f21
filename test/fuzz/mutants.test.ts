import { expect, it } from 'vitest'
import { makeMutant } from './mutants.ts'

const whole = Buffer.from('A report. Ministers should publish 12 plans by 2030.\n'.repeat(50))

it('leaves the whole file as it is', () => {
  const before = Buffer.from(whole).toString('latin1')
  for (let number = 0; number < 200; number++) makeMutant(whole, 7, number)
  expect(whole.toString('latin1')).toBe(before)
})

it('makes the same copy again for the same seed and number, and others for others', () => {
  const made = (seed: number) =>
    Array.from({ length: 50 }, (_, number) => Buffer.from(makeMutant(whole, seed, number)).toString('latin1'))
  expect(made(3)).toEqual(made(3))
  expect(new Set([...made(3), ...made(4)]).size).toBeGreaterThan(90)
})
