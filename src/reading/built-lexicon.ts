/** What the build works out of the lexicon (scripts/lexicon-plugin.mjs), so that a start need not. */
import type { PackedNames } from './groups/packed-names.ts'
import type { Beginnings } from './pattern-beginnings.ts'
import type { PackedWeights } from './second-opinion/weights.ts'

/** JSON throughout. Each part belongs to the lexicon's files as they were when the program was built. */
export interface BuiltLexicon {
  readonly cues: Beginnings
  readonly headings: Beginnings
  readonly voices: Beginnings
  readonly weights: PackedWeights
  readonly groups: PackedNames
}
