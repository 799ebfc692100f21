import { describe, expect, it } from 'vitest'
import voiceData from '../../lexicon/cues-voices.yaml'
import { analyse } from './analysis.ts'
import { compileLexicon } from './lexicon.ts'
import { array, record, text as textOf } from './shapes.ts'
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

// A pattern's rest is read when a text first begins it, so a mistake there would wait for that text.
describe('patterns', () => {
  it('can all be read to their end', () => {
    for (const { patterns } of [...lexicon.cues, ...lexicon.headings])
      for (const pattern of patterns) expect(pattern.open().match).toBeTypeOf('function')
  })
  it('can all be read to their end, those that tell voices too', () => {
    const sources = array(record(voiceData, 'voices').voices, 'voices').flatMap((voice) =>
      array(record(voice, 'a voice').cues, 'cues').flatMap((cue) =>
        array(record(cue, 'a cue').pattern, 'pattern'),
      ),
    )
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources)
      expect(lexicon.parsePattern(textOf(source, 'a pattern')).open().match).toBeTypeOf('function')
  })
  it('fail there on a class that does not exist', () => {
    expect(() => lexicon.parsePattern('should ..2 {no-such-class}').open()).toThrow('{no-such-class}')
  })
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
