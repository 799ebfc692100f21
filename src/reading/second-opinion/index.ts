/** A second opinion on what kind of statement a sentence is, beside the rules; see docs/adr/0012. */
export { type Adviser, createAdviser, decide, type Heard, weighUp } from './adviser.ts'
export { BESIDE, type Beside } from './beside.ts'
export { noteSigns, SIGN_FAMILIES } from './signs.ts'
export { readWeights, unpackWeights } from './weights.ts'
