/** What came of the work: as a page, and as files to keep. */
import { comparisonCsv, presentComparison, presentReading, readingCsv } from '../../api/index.ts'
import { comparisonPage } from '../result/comparison-page.tsx'
import type { Origin } from '../result/origin.tsx'
import { readingPage } from '../result/reading-page.tsx'
import { renderComparisonPage, renderReadingPage } from '../result/stand-alone.ts'
import { LINKED_STYLE } from './choose-page.tsx'
import type { Outcome } from './work.ts'

const FORMATS = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const
type DownloadFormat = keyof typeof FORMATS

export const isDownloadFormat = (name: string): name is DownloadFormat => Object.hasOwn(FORMATS, name)

export function showResult(id: string, outcome: Outcome, made: Pick<Origin, 'version' | 'madeOn'>): string {
  const origin: Origin = {
    ...made,
    home: '/',
    downloads: [
      { label: 'HTML', href: `/result/${id}/html` },
      { label: 'CSV', href: `/result/${id}/csv` },
      { label: 'JSON', href: `/result/${id}/json` },
    ],
    forgetAction: `/result/${id}/forget`,
    failures: outcome.kind === 'reading' ? outcome.failures.map(({ error }) => error.message) : [],
  }
  return outcome.kind === 'reading'
    ? readingPage(outcome.readings, LINKED_STYLE, origin)
    : comparisonPage(outcome.pair, LINKED_STYLE, origin)
}

export function downloadResult(
  outcome: Outcome,
  format: DownloadFormat,
  made: Pick<Origin, 'version' | 'madeOn'>,
): Response {
  return new Response(writeOutcome(outcome, format, made), {
    headers: {
      'Content-Type': FORMATS[format],
      'Content-Disposition': `attachment; filename="${downloadName(outcome)}.${format}"`,
    },
  })
}

function writeOutcome(
  outcome: Outcome,
  format: DownloadFormat,
  made: Pick<Origin, 'version' | 'madeOn'>,
): string {
  const isReading = outcome.kind === 'reading'
  if (format === 'json')
    return `${JSON.stringify(isReading ? presentReading(outcome.readings) : presentComparison(outcome.pair), null, 2)}\n`
  if (format === 'csv') return isReading ? readingCsv(outcome.readings) : comparisonCsv(outcome.pair)
  return isReading ? renderReadingPage(outcome.readings, made) : renderComparisonPage(outcome.pair, made)
}

/** From the first document's name, in characters that every system and header takes. */
function downloadName(outcome: Outcome): string {
  const file = outcome.kind === 'reading' ? outcome.readings[0]?.file : outcome.pair.report.file
  const stem = (file ?? '')
    .replace(/\.\w+$/, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
  return `${stem === '' ? 'holdfast' : stem}-${outcome.kind === 'reading' ? 'statements' : 'answers'}`
}
