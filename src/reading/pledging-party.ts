/** Whose manifesto a page tells of: a party promises there, not yet a government. */
import type { DocumentText } from '../model/index.ts'

const PARTIES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Conservatives?|Tory|Tories)\b/gu, 'Conservative Party'],
  [/\bLabour\b/gu, 'Labour Party'],
  [/\b(?:Lib(?:eral)? Dem(?:ocrat)?s?)\b/gu, 'Liberal Democrats'],
  [/\b(?:SNP|Scottish National Party)\b/gu, 'Scottish National Party'],
  [/\bPlaid Cymru\b/gu, 'Plaid Cymru'],
  [/\bGreen Party\b/gu, 'Green Party'],
  [/\bFianna Fáil\b/gu, 'Fianna Fáil'],
  [/\bFine Gael\b/gu, 'Fine Gael'],
]
const MANIFESTO = /\bmanifesto(?:s|es)?\b/iu
// What the writer calls its own list of asks.
const OWN_MANIFESTO = /\b(?:our|a|the next|people['’]s|for) (?:\p{L}+ )?manifesto\b|\bmanifesto for\b/iu
// A title names the manifesto, or the opening does; elsewhere it is mentioned.
const OPENING = 1_500
const SEARCHED = 8_000
// Named this often, and so many times as often as any other.
const LEAST = 2
const LEAD = 2

/** The party, or null where the page is not about a manifesto or names several alike. */
export function findPledgingParty({ title, text }: DocumentText): string | null {
  const opening = `${title ?? ''}\n${text.slice(0, OPENING)}`
  if (!MANIFESTO.test(opening) || OWN_MANIFESTO.test(opening)) return null
  const sample = `${title ?? ''}\n${text.slice(0, SEARCHED)}`
  const [first, second] = PARTIES.map(([sign, name]) => ({
    name,
    count: [...sample.matchAll(sign)].length,
  })).sort((a, b) => b.count - a.count)
  if (!first || first.count < LEAST || (second && first.count < LEAD * second.count)) return null
  return first.name
}
