// npm run fit -- FOLDER... [--vectors FILE]: fits the second opinion to labelled pages and writes lexicon/second-opinion.yaml.
// Each folder holds *.jsonl files of labels (as ../shared/labels describes them) and the pages they name. Deterministic.
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { crossValidate, indexesWhere, RIDGE, ROUNDS } from './fit/cross-validation.ts'
import { chancesTable, reportOf } from './fit/fit-report.ts'
import { type LabelledStatement, readLabelledPages } from './fit/labelled-pages.ts'
import { fitModel } from './fit/regression.ts'
import { fitSecondStep } from './fit/second-step.ts'
import { buildSignMatrix } from './fit/sign-matrix.ts'
import { readVectors } from './fit/vectors.ts'
import { writeWeights } from './fit/weights-file.ts'

const OUTPUT = 'lexicon/second-opinion.yaml'
const words = process.argv.slice(2)
const option = words.indexOf('--vectors')
const vectorFile = option >= 0 ? words[option + 1] : undefined
const folders = words.filter((_word, at) => option < 0 || (at !== option && at !== option + 1))
if (folders.length === 0) {
  console.error('Name the folders of labelled pages: npm run fit -- FOLDER... [--vectors FILE]')
  process.exit(2)
}

const vectors = vectorFile === undefined ? new Map() : readVectors(vectorFile)
const sets: LabelledStatement[][] = []
// One at a time: large documents read at once would take each other's time.
for (const folder of folders) sets.push(await readLabelledPages(folder))
const statements = sets.flat()
const signs = buildSignMatrix(statements, vectors)
console.log(
  `${statements.length} labelled statements, ${signs.names.length} signs, ${vectors.size} word vectors`,
)

const { verdicts, second } = crossValidate(statements, signs)
const show = (title: string, indexes: readonly number[]) => {
  const here = indexes.map((index) => statements[index]!)
  const said = (of: (index: number) => (typeof statements)[number]['kind']) => indexes.map(of)
  console.log(
    reportOf(
      `${title}: rules`,
      here,
      said((index) => statements[index]!.ruled),
    ),
  )
  console.log(
    reportOf(
      `${title}: wording`,
      here,
      said((index) => verdicts[index]!.worded),
    ),
  )
  console.log(
    reportOf(
      `${title}: together`,
      here,
      said((index) => verdicts[index]!.together),
    ),
  )
}
let from = 0
sets.forEach((set, at) => {
  show(
    `set ${at + 1} ${basename(folders[at]!)}`,
    set.map((_one, index) => from + index),
  )
  from += set.length
})
for (const genre of [...new Set(statements.map((one) => one.genre))].sort())
  show(
    genre,
    indexesWhere(statements, (one) => one.genre === genre),
  )
console.log(chancesTable(statements, verdicts))

const heard = indexesWhere(statements, (one) => one.heard !== null)
const model = fitModel(signs.matrix, signs.targets, heard, RIDGE, ROUNDS)
const beside = fitSecondStep(second, signs.targets, heard)
const about = `Weights of the second opinion (docs/adr/0012-second-opinion.md), written by \`npm run fit\`: not to be edited by hand.
${heard.length} labelled statements of ${new Set(statements.map((one) => one.page)).size} pages; words of fewer than three pages, names and numbers left out.
A line a sign: its name, a tab, and what it adds for ${'recommendation, ask, commitment, decision, verdict, finding, other'}, in steps.`
const file = writeWeights(model, signs.names, beside, vectors, about)
writeFileSync(OUTPUT, file)
console.log(`${OUTPUT}: ${file.length} characters`)
process.exit(0)
