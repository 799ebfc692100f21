/**
 * Regular expressions that are made when a text first holds what each match of them needs. One that names letters of any
 * alphabet costs a start as much as the reading of several sentences, and most find nothing in a page.
 */

/** The expression; null for a text in which it cannot match. */
export type LateExpression = (text: string) => RegExp | null

/** `needs`: each match holds one of these, or what this small expression finds. `write` gives source and flags. */
export function lateExpression(
  needs: readonly string[] | RegExp,
  write: () => readonly [source: string, flags: string],
): LateExpression {
  const mayMatch =
    needs instanceof RegExp
      ? (text: string) => needs.test(text)
      : (text: string) => needs.some((need) => text.includes(need))
  let made: RegExp | null = null
  return (text) => {
    if (!mayMatch(text)) return null
    made ??= new RegExp(...write())
    return made
  }
}
