/** Raised digits that lead nowhere, as writers type the marks of notes: left in, "by 2026" with a 3 above it is the year 20263. */

/** True for what raised text shows where it is like the mark of a note: a number, some of them, or a sign. */
export const isRaisedMark = (text: string): boolean =>
  /^\s*(?:[[(]?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*[\])]?|[*†‡§]{1,3})\s*$/.test(text)

/** True where text ends in what raised digits are an exponent of: a unit after a number, a formula's letter, 10. */
export const isRaisable = (text: string): boolean =>
  /(?:^|[\d\s\u00a0(/])(?:[kcm]?m|ft|in|mi|yd|s|\p{L})$|(?:^|[^\d.,])10$|CO$/u.test(text.slice(-12))
