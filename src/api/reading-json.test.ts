import { describe, expect, it } from 'vitest'
import { riversReading } from '../../test/builders/rivers.ts'
import { presentReading } from './present-reading.ts'
import { readingJson } from './reading-json.ts'

describe('readingJson', () => {
  const empty = { ...riversReading, statements: [] }
  it.each([
    ['no reading', []],
    ['one', [riversReading]],
    ['several, one without statements', [riversReading, empty, riversReading]],
  ])('gives what JSON.stringify gives, in pieces: %s', (_name, readings) => {
    const whole = `${JSON.stringify(presentReading(readings), null, 2)}\n`
    expect([...readingJson(readings)].join('')).toBe(whole)
  })

  it('gives long documents in pieces', () => {
    const statements = Array.from({ length: 2000 }, () => riversReading.statements).flat()
    expect([...readingJson([{ ...riversReading, statements }])].length).toBeGreaterThan(2)
  })
})
