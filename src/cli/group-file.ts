/** A vocabulary of groups that the caller brings, for another field of policy: a YAML file like those in lexicon/groups. */
import { readFile } from 'node:fs/promises'
import { UsageError } from '../model/index.ts'
import type { GroupVocabulary } from '../reading/index.ts'

/** Builds on the groups of no particular field (children, families…). Throws UsageError that names file and line. */
export async function readGroupFile(path: string): Promise<GroupVocabulary> {
  const text = await readText(path)
  const { parseDocument } = await import('yaml')
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error !== undefined) {
    const line = error.linePos?.[0].line
    const place = line === undefined ? path : `${path}, line ${line}`
    throw new UsageError(
      'vocabulary_invalid',
      `${place}: not YAML (${firstLine(error.message)}). Put that line right.`,
      {
        cause: error,
        details: { file: path, line: line ?? null },
      },
    )
  }
  const { GENERAL_GROUPS, parseGroupVocabulary } = await import('../reading/index.ts')
  // An alias bomb would unfold while this turns into plain values.
  return parseGroupVocabulary(document.toJS({ maxAliasCount: 100 }), path, GENERAL_GROUPS)
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT')
      throw new UsageError('file_not_found', `There is no file ${path}, which --groups names.`, {
        cause: error,
      })
    if (code === 'EISDIR')
      throw new UsageError('file_is_a_folder', `${path}, which --groups names, is a folder.`, {
        cause: error,
      })
    throw new UsageError(
      'file_not_readable',
      `${path}, which --groups names, cannot be read (${String(code)}).`,
      {
        cause: error,
      },
    )
  }
}

const firstLine = (message: string): string =>
  message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''
