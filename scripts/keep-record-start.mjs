// Rehearses the commands on the record, an export, an export after a change and a server that is asked for pages, and keeps
// what V8 compiled of their script: keep-record-start.mjs DIST FOLDER
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'
import { compileQuickStart } from '../bin/quick-start.mjs'
import { startStandIn } from './stand-in-database.mjs'

/** What a visitor and a machine ask for first. */
const PAGES = ['/', '/topics/light']

const [, , dist, folder] = process.argv
const { makeRecord } = await import(pathToFileURL(join(dist, 'rehearsal-record.js')).href)
let record = makeRecord(0)
const port = await startStandIn((text, parameters) => record.answer(text, parameters))
const settings = {
  DATABASE_URL: `postgres://rehearsal@127.0.0.1:${port}/rehearsal`,
  HOST: '127.0.0.1',
  PORT: '0',
}
const others = Object.keys(process.env).filter((name) => /^(?:PG|HOLDFAST_)/.test(name))
for (const name of others) delete process.env[name]
Object.assign(process.env, settings)
// Pages are made in this thread, where it is seen what they need.
createRequire(import.meta.url)('node:os').availableParallelism = () => 1
// What ran once and never again is kept as well. What is kept counts only under the usual flags, so this one is taken back.
v8.setFlagsFromString('--no-flush-bytecode')

const file = join(dist, 'record.cjs')
const { script, run } = compileQuickStart(file, null)
let told = ''
let hear = () => undefined
process.stdout.write = (chunk, encoding, done) => {
  told += chunk
  hear(told)
  const written = typeof encoding === 'function' ? encoding : done
  if (written) process.nextTick(written)
  return true
}

const exporting = ['export', folder, '--days', 'none', '--on', '2026-02-15', '--quiet']
await rehearse(exporting)
record = makeRecord(1)
await rehearse(exporting)
await rehearse(exporting)
hear = async (words) => {
  const url = /https?:\S+/.exec(words)?.[0]
  if (url === undefined) return
  hear = () => undefined
  await askAll(url)
  process.emit('SIGINT')
}
await rehearse(['start'])
v8.setFlagsFromString('--flush-bytecode')
writeFileSync(file.replace(/cjs$/, 'cache'), script.createCachedData())
process.exit(0)

/** One run of the command to its end, which is when nothing is left to wait for. */
async function rehearse(words) {
  told = ''
  process.argv.splice(2, process.argv.length, ...words)
  const end = new Promise((resolve) => process.once('beforeExit', resolve))
  run()
  await end
  if (process.exitCode) throw new Error(`${words[0]} ended with ${process.exitCode}: ${told}`)
}

async function askAll(url) {
  for (const path of PAGES) await (await fetch(new URL(path, url))).text()
}
