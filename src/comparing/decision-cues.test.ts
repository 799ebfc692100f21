import { describe, expect, it } from 'vitest'
import { DECISION_CUES, SAID_EFFECTS } from './decision-cues.ts'
import { maySay } from './decision-said.ts'

describe('decision cues', () => {
  it('have ids of their own', () => {
    expect(new Set(DECISION_CUES.map((cue) => cue.id)).size).toBe(DECISION_CUES.length)
  })

  it.each(DECISION_CUES.map((cue) => [cue.id, cue] as const))(
    '%s matches its example and not its counter',
    (_, cue) => {
      expect(cue.pattern.test(cue.example), cue.example).toBe(true)
      expect(cue.pattern.test(cue.counter), cue.counter).toBe(false)
    },
  )

  const said = DECISION_CUES.filter((cue) => SAID_EFFECTS.some((effect) => effect === cue.effect))
  it.each(said.map((cue) => cue.example))('passes no said decision over: %s', (example) => {
    expect(maySay(example)).toBe(true)
  })
})
