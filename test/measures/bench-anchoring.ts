// How long it takes to find quotes again in a report of 240 pages, and what is found of sentences that are not there.
import { anchor, describe, seek } from '../../src/anchoring/index.ts'
import { parseDocument, readSourceFile } from '../../src/documents/index.ts'
import type { DocumentText, Statement } from '../../src/model/index.ts'
import { readStatements } from '../../src/reading/index.ts'
import { type Measurement, median, timePairs } from './measurement.ts'
import { inquiryPairs } from './texts.ts'

/** As many quotes as a much-cited report has. */
const QUOTES = 60
const RUNS = 5

const load = async (file: string): Promise<DocumentText> => parseDocument(await readSourceFile(file))

function pick(document: DocumentText): Statement[] {
  const said = readStatements(document).filter(({ kind }) => kind !== 'other')
  const step = Math.max(1, Math.floor(said.length / QUOTES))
  return said.filter((_, at) => at % step === 0).slice(0, QUOTES)
}

/** White space, hyphens and case aside: whether the sentence is printed there, too. */
const squeeze = (text: string) => text.replace(/[\s-]+/g, '').toLowerCase()

/** Of sentences cut out of a text: how many are found although the text does not say them anywhere else. */
function countFalse(document: DocumentText, quotes: readonly Statement[]) {
  let found = 0
  let wrong = 0
  for (const quote of quotes) {
    const selectors = describe(document, quote)
    const text = document.text.slice(0, quote.start) + document.text.slice(quote.end)
    const answer = anchor(text, selectors)
    if (answer.kind === 'lost') continue
    found++
    const words = text.slice(answer.start, answer.end)
    if (squeeze(words) !== squeeze(selectors.quote.exact)) wrong++
  }
  return { found, wrong }
}

export async function measureAnchoring(): Promise<Measurement[]> {
  const [first, second] = inquiryPairs
  if (first === undefined || second === undefined) return []
  const [report, other] = [await load(first.report), await load(second.report)]
  const quotes = pick(report)
  const own = quotes.map((quote) => describe(report, quote))
  const foreign = pick(other).map((quote) => describe(other, quote))
  const changed = seek(`A preface that moves everything.\n\n${report.text}`)
  const moved = await timePairs(RUNS, () => own.map((selectors) => anchor(changed, selectors)), null)
  const lost = await timePairs(RUNS, () => foreign.map((selectors) => anchor(changed, selectors)), null)
  const folded = await timePairs(RUNS, () => seek(report.text), null)
  const { found, wrong } = countFalse(report, quotes)
  const how = `${QUOTES} sentences of the Covid inquiry's report (240 pages, ${report.text.length} units of text), one thread`
  const row = (name: string, values: readonly number[], by: number, text: string): Measurement => {
    const each = values.map((value) => (value * 1000) / by)
    return {
      group: 'documents',
      name,
      median: median(each),
      min: Math.min(...each),
      max: Math.max(...each),
      runs: each.length,
      unit: 'ms',
      against: null,
      ratio: null,
      goal: null,
      met: null,
      how: text,
    }
  }
  return [
    row(
      'fold a text of 240 pages for anchoring',
      folded.own,
      1,
      'white space, hyphens, ligatures, quotes, accents and case taken out, with the place of every letter',
    ),
    row('find a quote again that moved', moved.own, own.length, `${how}, a line put before the text`),
    row(
      'give up a quote that is not there',
      lost.own,
      foreign.length,
      `${how}: sentences of another inquiry's report, all rungs tried. Beside it: of ${quotes.length} sentences cut out of their own report ${found} were found again, ${found - wrong} of them because the report prints them twice, ${wrong} in words of another sentence`,
    ),
  ]
}
