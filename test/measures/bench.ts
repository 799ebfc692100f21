// npm run bench -- [--only GROUP] [--json FILE]: measures, prints a table, and writes docs/performance.md when every
// group was measured. `--from FILE`, once for each --json file of this machine, writes the page from those instead; `--note
// TEXT` says on it what else a reader must know.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureAnchoring } from './bench-anchoring.ts'
import { measureChecker } from './bench-checker.ts'
import { measureComparing } from './bench-comparing.ts'
import { measureDocuments } from './bench-documents.ts'
import { measureExport } from './bench-export.ts'
import { measureLedger } from './bench-ledger.ts'
import { measureReading } from './bench-reading.ts'
import { measureRules } from './bench-rules.ts'
import { measureSearch } from './bench-search.ts'
import { measureSite } from './bench-site.ts'
import { canHoldToOneCore, describeMachine, findPdftotext } from './machine.ts'
import type { Measurement } from './measurement.ts'
import { renderPerformance, renderTable } from './performance-page.ts'
import { hasDocuments } from './texts.ts'

const groups: Record<string, () => Promise<Measurement[]>> = {
  documents: async () => [...(await measureDocuments()), ...(await measureAnchoring())],
  reading: measureReading,
  comparing: measureComparing,
  rules: async () => [...(await measureRules()), ...(await measureChecker())],
  ledger: measureLedger,
  site: measureSite,
  search: measureSearch,
  export: measureExport,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    from: { type: 'string', multiple: true },
    note: { type: 'string', default: '' },
  },
})
if (values.only !== undefined && !(values.only in groups)) {
  console.error(`No group "${values.only}". Groups: ${Object.keys(groups).join(', ')}.`)
  process.exit(2)
}
if (!hasDocuments()) {
  console.error(
    'The documents to measure with are not beside the project (../shared/documents): nothing measured.',
  )
  process.exit(2)
}

const machine = describeMachine()
const peers = `${findPdftotext() ?? 'pdftotext absent'}; one core by taskset: ${canHoldToOneCore() ? 'yes' : 'no'}`
console.log(`${machine}\n${peers}\n`)
const measured: Measurement[] = (values.from ?? []).flatMap(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Measurement[], // written below, by this program
)
for (const [name, measure] of Object.entries(values.from === undefined ? groups : {})) {
  if (values.only === undefined || values.only === name) measured.push(...(await measure()))
}
console.log(renderTable(measured))
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
if (values.only === undefined)
  writeFileSync('docs/performance.md', renderPerformance(measured, machine, peers, values.note))
if (measured.some((row) => row.met === false)) console.log('Some goals are not met: see the table.')
