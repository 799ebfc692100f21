/** The style sheets as text, put together for the pages that use them. */
import { filterStyle } from '../result/filter.tsx'
import { COMPARISON_FILTERS, READING_FILTERS } from '../result/filters.ts'
import answers from './answers.css?raw'
import base from './base.css?raw'
import entries from './entries.css?raw'
import plain from './plain.css?raw'
import print from './print.css?raw'
import result from './result.css?raw'
import source from './source.css?raw'

/** Everything a result page needs, with the rules that make its filters work. */
export const resultStyle = (): string =>
  [
    base,
    result,
    answers,
    entries,
    source,
    filterStyle([...new Set([...COMPARISON_FILTERS, ...READING_FILTERS])]),
    print,
  ].join('\n')

/** The one style sheet of the local pages. */
export const localStyle = (): string => `${resultStyle()}\n${plain}`
