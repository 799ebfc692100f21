/** Anchoring: from words of a text to ways of finding them again, and from those back to their place, with how sure. */
export { anchor, type Sought, seek } from './anchor.ts'
export { findWords } from './find-words.ts'
export { foldText, unfoldRange } from './fold-text.ts'
export { locate } from './locate.ts'
export { type AnchorableText, describe, placeOf, type Selectors } from './selectors.ts'
