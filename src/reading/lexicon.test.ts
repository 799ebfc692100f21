import { describe, expect, it } from 'vitest'
import { analyse } from './analysis.ts'
import { compileLexicon } from './lexicon.ts'
import { SECTION_ROLES, VOICES } from './voices.ts'

const lexicon = compileLexicon()
const look = (text: string) => analyse(text, 0, text.length, lexicon, new Set(['our charity']))
const cuesIn = (text: string) => look(text).matches.map((match) => match.cue.id)

describe('cues', () => {
  it('have ids of their own', () => {
    const ids = [...lexicon.cues, ...lexicon.frames].map((entry) => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it.each(lexicon.cues.map((cue) => [cue.id, cue.example, cue.counter] as const))(
    '%s is found in its example and not in its counter-example',
    (id, example, counter) => {
      expect(cuesIn(example)).toContain(id)
      expect(cuesIn(counter)).not.toContain(id)
    },
  )
})

describe('frame rules', () => {
  const holds = (rule: (typeof lexicon.frames)[number], text: string): boolean =>
    look(text).frames.some((frame) =>
      VOICES.some((voice) => SECTION_ROLES.some((section) => rule.holds(frame, voice, section))),
    )
  it.each(lexicon.frames.map((rule) => [rule.id, rule] as const))(
    '%s holds for its example and not for its counter-example',
    (_id, rule) => {
      expect(holds(rule, rule.example)).toBe(true)
      expect(holds(rule, rule.counter)).toBe(false)
    },
  )
})
