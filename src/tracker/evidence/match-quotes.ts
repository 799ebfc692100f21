/** Which sources the words of a file speak for: those whose cited quotations stand in it. */
import { foldText } from '../../anchoring/index.ts'
import type { TrackerState } from '../fold.ts'
import { citesIn } from '../queries/evidence.ts'
import { RECORD_TYPES } from '../record/index.ts'

export interface QuotedSource {
  readonly source: string
  /** Quotations of it that stand in the text, each counted once. */
  readonly found: number
  /** Quotations of it that are long enough to tell anything. */
  readonly of: number
}

/** Letters below which a quotation is a phrase that any page on the subject may hold. */
const TELLING_QUOTE = 18

/** The sources of which the text holds any quotation, those with the most first. */
export function quotedSources(state: TrackerState, text: string): QuotedSource[] {
  const folded = foldText(text).text
  return [...quotesBySource(state)]
    .map(([source, quotes]) => ({
      source,
      found: [...quotes].filter((quote) => folded.includes(quote)).length,
      of: quotes.size,
    }))
    .filter(({ found }) => found > 0)
    .sort((one, other) => other.found - one.found || other.found / other.of - one.found / one.of)
}

function quotesBySource(state: TrackerState): Map<string, Set<string>> {
  const quotes = new Map<string, Set<string>>()
  for (const type of RECORD_TYPES)
    for (const { body } of state.records[type].values())
      for (const { source, quote } of citesIn(body)) {
        const folded = quote === undefined ? '' : foldText(quote).text
        if (folded.length < TELLING_QUOTE) continue
        const known = quotes.get(source)
        if (known === undefined) quotes.set(source, new Set([folded]))
        else known.add(folded)
      }
  return quotes
}
