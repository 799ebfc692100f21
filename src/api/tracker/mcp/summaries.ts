/** What an answer says in words, before its data. */

export const CITE = 'Name the sources in `evidence` with their dates and addresses when you use this.'

export const many = (count: number, one: string, more: string): string =>
  `${count} ${count === 1 ? one : more}`

export interface Found {
  readonly total: number
  readonly corrected: readonly { readonly typed: string; readonly taken: string }[]
  readonly missing: readonly string[]
  readonly partial: boolean
}

/** Where it was not looked for as it was asked, that stands first: a program would tell its reader otherwise. */
export function sayFound({ total, corrected, missing, partial }: Found): string {
  const looked = corrected.map(({ typed, taken }) => `Nothing holds "${typed}"; "${taken}" was looked for.`)
  const lacking = missing.map((word) => `Nothing speaks of "${word}".`)
  if (total === 0) return [...looked, ...lacking, 'No record was found.'].join(' ')
  const words = partial
    ? 'the most of these words, and none all'
    : lacking.length > 0
      ? 'the rest'
      : 'these words'
  return [
    ...looked,
    ...lacking,
    `${many(total, 'record holds', 'records hold')} ${words}, best first.`,
    CITE,
  ].join(' ')
}
