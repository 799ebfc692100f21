// npm run score: accuracy on the hand labels, written to docs/accuracy.md. Needs the labels and documents that lie
// beside the project; says so where they are not.
import { writeFileSync } from 'node:fs'
import { renderAccuracy } from './accuracy-page.ts'
import { scoreComparisons } from './score-comparisons.ts'
import { scoreReadings } from './score-readings.ts'
import { hasDocuments } from './texts.ts'

if (!hasDocuments()) {
  console.error('The labelled documents are not beside the project (../shared/documents): nothing scored.')
  process.exit(2)
}
const page = renderAccuracy(await scoreReadings(), await scoreComparisons())
writeFileSync('docs/accuracy.md', page)
console.log(page)
