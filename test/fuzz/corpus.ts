/** The whole files that broken copies are made of: of the project's own making, and any others that are asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildDocx, numbered, numberingOf, paragraph, table } from '../documents/docx-builder.ts'

export interface WholeFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What makes a file of a broken copy of `bytes`; the copy itself where there is none. */
  readonly wrap?: (bytes: Uint8Array) => Uint8Array
}

const GOLDEN = ['test/golden/pdf', 'test/golden/documents']

/** Every `input` of the golden files, named after its folder; then the files of `folders`, folders in them left out. */
export function readCorpus(folders: readonly string[]): WholeFile[] {
  const own = GOLDEN.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => readFolder(join(folder, entry.name)))
      .filter(({ name }) => name.startsWith('input.'))
      .map(({ name, bytes }, at) => ({ name: `golden-${at}-${name}`, bytes })),
  )
  return [...own, ...insideWord(), ...folders.flatMap(readFolder)]
}

/** Word's parts broken before they are packed: broken after it, nearly all are refused for their sums. */
function insideWord(): WholeFile[] {
  const body = Buffer.from(
    [
      paragraph('A report on rivers', 'Title'),
      paragraph('Recommendations', 'Heading1'),
      numbered('Ministers should publish a plan by May 2030.', 1),
      numbered('Councils should be paid £4 million.', 1, 1),
      table(
        [
          ['No.', 'Answer'],
          ['1', 'We accept this.'],
        ],
        1,
      ), // prettier-ignore
      paragraph('We will &amp; must &lt;act&gt;.', 'Quote'),
    ].join(''),
  )
  const numbering = numberingOf(1, [
    ['decimal', '%1.'],
    ['lowerLetter', '%2)'],
  ]) // prettier-ignore
  return [
    {
      name: 'body-of-word.docx',
      bytes: body,
      wrap: (bytes) => buildDocx({ body: Buffer.from(bytes).toString('latin1'), numbering }),
    },
    {
      name: 'numbering-of-word.docx',
      bytes: Buffer.from(numbering),
      wrap: (bytes) => buildDocx({ body: body.toString(), numbering: Buffer.from(bytes).toString('latin1') }),
    },
  ]
}

function readFolder(folder: string): WholeFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: basename(entry.name), bytes: readFileSync(join(folder, entry.name)) }))
}
