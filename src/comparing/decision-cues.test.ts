import { describe, expect, it } from 'vitest'
import { readDecisionCues } from './decision-cues.ts'

const cues = readDecisionCues()

describe('decision cues', () => {
  it('have ids of their own', () => {
    expect(new Set(cues.map((cue) => cue.id)).size).toBe(cues.length)
  })

  it.each(cues.map((cue) => [cue.id, cue] as const))(
    '%s matches its example and not its counter',
    (_, cue) => {
      expect(cue.pattern.test(cue.example), cue.example).toBe(true)
      expect(cue.pattern.test(cue.counter), cue.counter).toBe(false)
    },
  )
})
