/** What became of one broken file, and whether that is as it must be. */

export type Outcome =
  /** Parsed and read. `isPartial`: with a notice to the reader that something of it is missing or odd. */
  | { readonly kind: 'read'; readonly isPartial: boolean; readonly statements: number }
  /** Refused with a closed code, in words. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Anything else that was thrown, or a text whose places are wrong. */
  | { readonly kind: 'bug'; readonly what: string }
  /** No answer in time. */
  | { readonly kind: 'hung' }
  /** The process ended by itself; `isMemory` where it had used up what it may have. */
  | { readonly kind: 'lost'; readonly isMemory: boolean; readonly what: string }

/** A process held to memory may be lost to it: that is what it is for, and the command says so. All else is a fault. */
export const isFault = (outcome: Outcome): boolean =>
  outcome.kind === 'bug' || outcome.kind === 'hung' || (outcome.kind === 'lost' && !outcome.isMemory)

export const nameOf = (outcome: Outcome): string => {
  if (outcome.kind === 'read') return outcome.isPartial ? 'read, with a notice' : 'read'
  if (outcome.kind === 'refused') return `refused: ${outcome.code}`
  if (outcome.kind === 'lost') return outcome.isMemory ? 'out of memory' : 'lost'
  return outcome.kind
}
