/** Run by the build (scripts/lexicon-plugin.mjs): reads and checks the lexicon's files, and gives what a start needs of them. */
import opinionData from '../../lexicon/second-opinion.yaml'
import type { BuiltLexicon } from './built-lexicon.ts'
import { readVoiceSigns } from './document-voice.ts'
import { readDefaultGroups, readGeneralGroups } from './groups/defaults.ts'
import { packNames } from './groups/packed-names.ts'
import { compileLexicon } from './lexicon.ts'
import { findBeginnings } from './pattern-beginnings.ts'
import { packWeights, readWeights } from './second-opinion/weights.ts'

/** Throws a plain Error or UsageError where a file of the lexicon is wrong. */
export function writeLexicon(): BuiltLexicon {
  const lexicon = compileLexicon()
  return {
    cues: findBeginnings(lexicon.cues.flatMap((cue) => cue.patterns)),
    headings: findBeginnings(lexicon.headings.flatMap((rule) => rule.patterns)),
    voices: findBeginnings(readVoiceSigns(lexicon).map((sign) => sign.pattern)),
    weights: packWeights(readWeights(opinionData)),
    groups: packNames(readDefaultGroups(readGeneralGroups())),
  }
}
