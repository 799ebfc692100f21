import { describe, expect, it } from 'vitest'
import { createStatementIds } from './statement-id.ts'

const idOf = createStatementIds('3f5a')

describe('createStatementIds', () => {
  it('gives the same place of the same document the same id, whatever was asked before', () => {
    const first = idOf(0, 120)
    idOf(120, 250)
    expect(idOf(0, 120)).toBe(first)
    expect(createStatementIds('3f5a')(0, 120)).toBe(first)
    expect(first).toMatch(/^[0-9a-f]{14}$/)
  })

  // Ids stand in files that people keep: this one was given by the first version.
  it('keeps the ids of earlier versions', () => {
    expect(idOf(12, 90)).toBe('06ba78e36ad20c')
  })

  it('tells places and documents apart', () => {
    const ids = [idOf(1, 23), idOf(12, 3), idOf(1, 2), createStatementIds('3f5b')(1, 23)]
    expect(new Set(ids).size).toBe(ids.length)
  })
})
