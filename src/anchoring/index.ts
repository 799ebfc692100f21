/** Anchoring: from words of a text to ways of finding them again, and from those back to their place, with how sure. */
export { type Anchoring, anchor, type Rung, type RungFailure, type Sought, seek } from './anchor.ts'
export { findWords, type WordsFound } from './find-words.ts'
export { type FoldedText, foldText, unfoldRange } from './fold-text.ts'
export { type Located, locate } from './locate.ts'
export {
  type AnchorableText,
  describe,
  type PlaceSelector,
  placeOf,
  type QuoteSelector,
  type Selectors,
} from './selectors.ts'
