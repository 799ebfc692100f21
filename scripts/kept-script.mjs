// Builds a script whose compiled code is kept beside it (keep-compiled.mjs), as a function in letters of one byte each:
// with one other letter V8 takes two bytes for all of them, and a start twice the time to read them.
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const OPENING = '(function(exports,require,module,__dirname,moduleUrl){'

export async function buildKeptScript(options) {
  const { outputFiles } = await build({
    ...options,
    splitting: false,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { ...options.define, 'import.meta.url': 'moduleUrl', 'import.meta.dirname': '__dirname' },
    sourcemap: false,
    write: false,
  })
  for (const { path, text } of outputFiles) writeFileSync(path, `${OPENING}${inAscii(text)}\n})`)
}

/** esbuild writes other letters of strings as \u…; those that are left stand in regular expressions, which read that too. */
const inAscii = (text) =>
  text.replace(/(\\*)([^\0-\x7f])/g, (_found, before, letter) => {
    // A backslash before such a letter, itself not escaped, only says that it is that letter.
    const kept = before.length % 2 === 0 ? before : before.slice(1)
    return `${kept}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
