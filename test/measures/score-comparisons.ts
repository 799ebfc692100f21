// Compares the three inquiry reports with their responses, from the PDFs themselves, and has the scorer judge.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { presentComparison } from '../../src/api/index.ts'
import { compareDocuments } from '../../src/comparing/index.ts'
import { parseDocument, readSourceFile } from '../../src/documents/index.ts'
import { pairsFile } from './labels.ts'
import { inquiryPairs, sharedFolder } from './texts.ts'

export interface ComparisonScore {
  readonly set: string
  /** The scorer's line without the set's name. */
  readonly figures: string
}

export async function scoreComparisons(): Promise<ComparisonScore[]> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-score-'))
  const scores: ComparisonScore[] = []
  for (const { set, report, response } of inquiryPairs) {
    console.error(`comparing ${set}`)
    const documents = {
      report: await parseDocument(await readSourceFile(report)),
      response: await parseDocument(await readSourceFile(response)),
    }
    const pair = {
      report: { file: report, document: documents.report },
      response: { file: response, document: documents.response },
      comparison: compareDocuments(documents.report, documents.response),
    }
    const file = join(folder, `${set}.json`)
    writeFileSync(file, JSON.stringify(presentComparison(pair)))
    const scorer = join(sharedFolder, 'tools/score-pairs.mjs')
    const { stdout, status, stderr } = spawnSync(process.execPath, [scorer, pairsFile, set, file], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`the scorer ended with ${status}: ${stderr}`)
    scores.push({ set, figures: stdout.trim().replace(set, '').trim() })
  }
  return scores
}
