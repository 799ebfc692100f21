/**
 * Three-valued logic. A truth is kept as two bits, "can be yes" and "must be yes", so that the interpreter and the
 * generated code share one encoding in which `all` is a bitwise and, `any` a bitwise or.
 */

export const NO = 0
export const UNKNOWN = 1
export const YES = 3
export type Truth = typeof NO | typeof UNKNOWN | typeof YES

export const truthOf = (value: boolean | null | undefined): Truth =>
  value == null ? UNKNOWN : value ? YES : NO

// The two-bit encoding is closed under & and |, which the compiler cannot see.
export const and = (a: Truth, b: Truth): Truth => (a & b) as Truth
export const or = (a: Truth, b: Truth): Truth => (a | b) as Truth
export const not = (a: Truth): Truth => (a === NO ? YES : a === YES ? NO : UNKNOWN)

export const truthWord = (truth: Truth): string => (truth === YES ? 'yes' : truth === NO ? 'no' : 'not known')
