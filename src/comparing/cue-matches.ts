/** The leaning cues that a sentence meets: of each kind the weightiest. */
import { type DecisionCue, LEANING_EFFECTS, type LeaningEffect } from './decision-cues.ts'
import { isCommonText } from './twin-pattern.ts'

/** "We do not, however, think that": an aside that would part a cue's words. */
const ASIDE = /,\s(?:however|therefore|though|nevertheless|nonetheless|moreover|of course),\s/giu

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})[’']ll\b/giu, ' will'],
  [/(?<=\p{L})[’']ve\b/giu, ' have'],
  [/(?<=\p{L})[’']re\b/giu, ' are'],
]

/** "We'll open": as the cues write it. */
const spellOut = (text: string) =>
  /[’'](?:ll|ve|re)\b/i.test(text)
    ? SHORT.reduce((full, [short, long]) => full.replace(short, long), text)
    : text

export type Met = Map<LeaningEffect, { weight: number; text: string; stands: boolean }>

export function matchCues(spoken: string, cues: readonly DecisionCue[]): Met {
  const text = spellOut(spoken).replace(ASIDE, ' ')
  const isCommon = isCommonText(text)
  const met: Met = new Map()
  for (const cue of cues) {
    const kind = LEANING_EFFECTS.find((effect) => effect === cue.effect)
    if (!kind || cue.weight <= (met.get(kind)?.weight ?? 0)) continue
    const match = cue.pattern.exec(text, isCommon)
    if (match) met.set(kind, { weight: cue.weight, text: match[0].trim().slice(0, 60), stands: cue.stands })
  }
  return met
}

/** The words that would refuse something new grant that nothing is to change. */
export function keepAsAsked(met: Met): void {
  const found = met.get('decline')
  if (!found) return
  met.delete('decline')
  met.set('do', { ...found, weight: 1, stands: false })
}
