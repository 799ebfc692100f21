/** A second opinion on what kind of statement a sentence is, beside the rules; see docs/adr/0012. */
export type { Judged } from '../judge.ts'
export { type Adviser, createAdviser, decide, weighUp } from './adviser.ts'
export { noteSigns, SIGN_FAMILIES, type Standing } from './signs.ts'
export { readWeights, unpackWeights } from './weights.ts'
