// npm run fuzz -- [--count N] [--seed N] [--only WORD] [--from FOLDER]... [--keep FOLDER]: breaks whole files in many
// ways, parses and reads each copy, and ends with 1 where one was neither read nor refused with a code. The files that
// showed a fault are kept in --keep.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCorpus } from './corpus.ts'
import { FuzzRunner } from './fuzz-runner.ts'
import { makeMutant } from './mutants.ts'
import { isFault, nameOf } from './outcome.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    from: { type: 'string', multiple: true, default: [] },
    keep: { type: 'string', default: 'fuzz-faults' },
  },
})
const count = Number(values.count)
const seed = Number(values.seed)
const files = readCorpus(values.from).filter(({ name }) => name.includes(values.only))
if (files.length === 0 || !Number.isSafeInteger(count) || !Number.isSafeInteger(seed)) {
  console.error('Nothing to break: --count and --seed are whole numbers, --only a part of a file name.')
  process.exit(2)
}
console.log(`seed ${seed}: ${count} broken copies of ${files.length} files`)

const runner = new FuzzRunner(fileURLToPath(new URL('./fuzz-child.js', import.meta.url)), {
  memory: 512,
  seconds: 20,
})
const outcomes = new Map<string, number>()
let faults = 0
let slowest = { seconds: 0, name: '' }
for (let number = 0; number < count; number++) {
  const { name, bytes, wrap } = files[number % files.length]!
  const mutant = makeMutant(bytes, seed, number)
  const file = { name, bytes: wrap ? wrap(mutant) : mutant }
  const started = performance.now()
  const outcome = await runner.try(file)
  const seconds = (performance.now() - started) / 1000
  if (seconds > slowest.seconds) slowest = { seconds, name: `${number} (${name})` }
  outcomes.set(nameOf(outcome), (outcomes.get(nameOf(outcome)) ?? 0) + 1)
  if (isFault(outcome)) {
    faults++
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(`${values.keep}/${seed}-${number}-${name}`, file.bytes)
    console.log(`${number} ${name}: ${outcome.kind}${'what' in outcome ? `\n${outcome.what}` : ''}`)
  }
  if (number % 500 === 499) console.log(`${number + 1} of ${count}, ${faults} faults`)
}
runner.stop()
for (const [name, times] of [...outcomes].sort(([, one], [, other]) => other - one))
  console.log(`${String(times).padStart(8)}  ${name}`)
console.log(`slowest: copy ${slowest.name}, ${slowest.seconds.toFixed(1)} s`)
console.log(`seed ${seed}: ${count - faults} passed, ${faults} failed`)
process.exitCode = faults === 0 ? 0 : 1
