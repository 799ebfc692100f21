/** Result pages as files that stand alone: their style inside, no script, nothing loaded from anywhere. */
import type { ComparedPair, Reading } from '../../api/index.ts'
import { resultStyle } from '../style/index.ts'
import { comparisonPage } from './comparison-page.tsx'
import type { Origin } from './origin.tsx'
import { readingPage } from './reading-page.tsx'

export const renderReadingPage = (readings: readonly Reading[], origin: Origin): string =>
  readingPage(readings, { kind: 'inline', css: resultStyle() }, origin)

export const renderComparisonPage = (pair: ComparedPair, origin: Origin): string =>
  comparisonPage(pair, { kind: 'inline', css: resultStyle() }, origin)
