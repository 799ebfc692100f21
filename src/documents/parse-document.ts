/** Reads a document in a process that can be lost: what a hostile or broken file does there ends there. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type DocumentText, LimitError, SourceError } from '../model/index.ts'
import { isPdf } from './detect-format.ts'
import { parseSmallText } from './parse-small-text.ts'
import { compileLate } from './process/compile-late.ts'
import { interrupted } from './process/messages.ts'
import { type ParseOptions, resolveLimits, type SourceFile } from './source.ts'

/** Beside the built program, and where a build puts it, for code that runs from its sources (tests). */
const PLACES = ['./', '../../dist/']
/** The process that parses, and the same for PDFs alone, built as one script that starts sooner. */
const ENTRY = 'parser-process.js'
const PDF_ENTRY = 'pdf-process.cjs'

/**
 * The text of `source` with its places. Rejects with SourceError or LimitError where the document cannot be read within
 * the limits, MachineError `interrupted` when `options.signal` fires; the process is ended in every case. Small plain texts
 * are parsed in this one.
 */
export async function parseDocument(source: SourceFile, options: ParseOptions = {}): Promise<DocumentText> {
  const limits = resolveLimits(options.limits)
  const { name, bytes } = source
  if (bytes.length === 0)
    throw new SourceError('file_empty', `${name} is empty (0 bytes). Download or save it again.`)
  if (bytes.length > limits.bytes)
    throw new LimitError(
      'document_too_large',
      `${name} has ${bytes.length} bytes, more than the ${limits.bytes} that are allowed. Raise --max-bytes to read it.`,
      { details: { bytes: bytes.length, limit: limits.bytes } },
    )
  if (options.signal?.aborted) throw interrupted(source)
  // Who asks for a document will read it, which is at most seconds of work in this process too.
  compileLate()
  const small = await parseSmallText(source)
  if (small !== null) return small
  // What it takes to start a process is loaded where one is started.
  const { runParser } = await import('./process/run-parser.ts')
  return runParser(findEntry(isPdf(bytes) ? [PDF_ENTRY, ENTRY] : [ENTRY]), source, limits, options)
}

function findEntry(names: readonly string[]): string {
  const paths = names.flatMap((name) =>
    PLACES.map((place) => fileURLToPath(new URL(`${place}${name}`, import.meta.url))),
  )
  const found = paths.find((path) => existsSync(path))
  if (!found)
    throw new Error(`The parser is not built: none of ${paths.join(', ')} exists. Run: npm run build`)
  return found
}
