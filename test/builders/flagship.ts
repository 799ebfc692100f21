/** The flagship's content as it comes with Holdfast, read from its folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Content, parseContent } from '../../src/tracker/index.ts'

const folder = join(import.meta.dirname, '../../trackers/kinship-england')

export function readFlagship(): Content {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  )
  return parseContent(paths.sort().map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })))
}
