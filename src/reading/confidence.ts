/** How sure a reading is: the lead of the winning kind over the next, turned into the share that proved right. */
import { type MeasuredShares, shareAt } from './interpolate.ts'

// Lead of the winning score, and the share of statements with about that lead whose kind is right. Between what 758
// sentences of documents that no cue had seen gave (a lead of 1.5, most often a sentence without any cue: .65; 3.5: .87;
// 5: .9) and what the same and 265 known ones gave once cues had been written for them (.88, .97, .95): a new document
// is promised little more than a new one kept. Monotone by construction; interpolated between rows.
const TABLE: MeasuredShares = [
  [0, 0.5],
  [0.5, 0.55],
  [1, 0.6],
  [1.5, 0.67],
  [2, 0.78],
  [2.5, 0.85],
  [3.5, 0.88],
  [5, 0.91],
  [7, 0.94],
]

/** Confidence for a lead; between 0.5 and 0.94, rounded to two places. */
export const confidenceOf = (lead: number): number => shareAt(TABLE, lead)
