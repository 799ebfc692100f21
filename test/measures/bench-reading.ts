// How many sentences a second go through the whole reading pipeline, beside wink-nlp's on the same text.
import { createRequire } from 'node:module'
import { parseDocument, readSourceFile } from '../../src/documents/index.ts'
import type { DocumentText } from '../../src/model/index.ts'
import { readStatements, surveyDocument } from '../../src/reading/index.ts'
import { type Measurement, median, timePairs } from './measurement.ts'
import { inquiryPairs } from './texts.ts'

const seconds = (values: readonly number[], sentences: number) => values.map((value) => sentences / value)

/** wink-nlp with its small English model, or null where it is not installed. */
function loadPeer(): ((text: string) => void) | null {
  try {
    const require = createRequire(import.meta.url)
    const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'))
    return (text) => void nlp.readDoc(text).sentences().out()
  } catch {
    return null // a development dependency that may have been left out: reported as absent
  }
}

export async function measureReading(): Promise<Measurement[]> {
  const documents: DocumentText[] = []
  for (const pair of inquiryPairs)
    for (const file of [pair.report, pair.response])
      documents.push(await parseDocument(await readSourceFile(file)))
  const sentences = documents.reduce((sum, document) => sum + surveyDocument(document).sentences.length, 0)
  const readAll = () => {
    for (const document of documents) readStatements(document)
  }
  const peer = loadPeer()
  const peerAll = () => {
    for (const document of documents) peer?.(document.text)
  }
  readAll()
  const { own, peer: theirs } = await timePairs(5, readAll, peer === null ? null : peerAll)
  const rate = seconds(own, sentences)
  const peerRate = theirs === null ? null : seconds(theirs, sentences)
  return [
    {
      group: 'reading',
      name: 'sentences per second, whole pipeline, one core',
      median: median(rate),
      min: Math.min(...rate),
      max: Math.max(...rate),
      runs: rate.length,
      unit: '1/s',
      against: peer === null ? 'absent: wink-nlp' : 'wink-nlp 2.4.0',
      ratio:
        peerRate === null ? null : median(rate.map((value, run) => value / (peerRate[run] ?? Number.NaN))),
      goal: '>= 10000',
      met: median(rate) >= 10000,
      how: `${sentences} sentences of six inquiry documents already parsed to text, readStatements from text to finished statements, one thread, warm; wink-nlp readDoc with all its pipes on the same text in turn`,
    },
  ]
}
