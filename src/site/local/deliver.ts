/** What came of the work: as a page, and as files to keep. */
import { comparisonCsv, presentComparison, readingCsv, readingJson } from '../../api/index.ts'
import { LimitError } from '../../model/index.ts'
import { comparisonPage } from '../result/comparison-page.tsx'
import type { Origin } from '../result/origin.tsx'
import { readingPage } from '../result/reading-page.tsx'
import { renderComparisonPage, renderReadingPage } from '../result/stand-alone.ts'
import { LINKED_STYLE } from './choose-page.tsx'
import { problemPage } from './problem-page.tsx'
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
  if (outcome.kind === 'comparison') return comparisonPage(outcome.pair, LINKED_STYLE, origin)
  try {
    return readingPage(outcome.readings, LINKED_STYLE, origin)
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    const links = ['csv', 'json'].map((format) => ({
      label: `Download ${format.toUpperCase()}`,
      href: `/result/${id}/${format}`,
    }))
    return problemPage({ title: 'Too much for one page', message: error.message, code: error.code, links })
  }
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
): string | ReadableStream<Uint8Array> {
  const isReading = outcome.kind === 'reading'
  if (format === 'json')
    return isReading
      ? streamOf(readingJson(outcome.readings))
      : `${JSON.stringify(presentComparison(outcome.pair), null, 2)}\n`
  if (format === 'csv') return isReading ? readingCsv(outcome.readings) : comparisonCsv(outcome.pair)
  return isReading ? renderReadingPage(outcome.readings, made) : renderComparisonPage(outcome.pair, made)
}

function streamOf(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const next = pieces.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
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
