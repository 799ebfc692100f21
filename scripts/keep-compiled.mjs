// Runs a script of the quick start on a page and keeps what V8 compiled of it: keep-compiled.mjs SCRIPT PAGE
import { readFileSync, writeFileSync } from 'node:fs'
import v8 from 'node:v8'
import { compileQuickStart } from '../bin/quick-start.mjs'

const [, , file, page] = process.argv
// What is kept counts only under the flags it was made with, and the script starts before it sets any.
v8.setFlagsFromString = () => {}
const { script, run } = compileQuickStart(file, null)
process.on('exit', (code) => {
  if (code === 0) writeFileSync(file.replace(/cjs$/, 'cache'), script.createCachedData())
})
if (page.endsWith('.pdf')) askParser()
else readPage()

/** As the command would; what it prints goes nowhere. */
function readPage() {
  process.argv.splice(2, 2, 'read', page)
  process.stdout.write = (_chunk, encoding, done) => {
    const written = typeof encoding === 'function' ? encoding : done
    if (written) process.nextTick(written)
    return true
  }
  run()
}

/** As the parent of the process that parses would, over a channel. */
function askParser() {
  process.send = ({ type }) => {
    if (type !== 'progress') process.exit(type === 'document' ? 0 : 1)
  }
  run()
  process.emit('message', { source: { name: page, bytes: new Uint8Array(readFileSync(page)) }, limits: {} })
}
