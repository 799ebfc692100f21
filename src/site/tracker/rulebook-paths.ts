/** Which addresses rest on a rulebook. */

/** The first parts of their addresses: what applies to one person, and who would gain. */
const RESTING: readonly string[] = ['/what-applies', '/who-gains']

export const restsOnRulebook = (path: string): boolean =>
  RESTING.some((start) => path === start || path.startsWith(`${start}/`) || path.startsWith(`${start}.`))
