/** `holdfast documents add | list | check | anchor | statements`: the operator's copies of what the tracker cites. */
import { UsageError } from '../model/index.ts'
import type { CommandLine } from './command-line.ts'
import { closest } from './spelling.ts'
import type { Terminal } from './terminal.ts'

const ACTIONS = ['add', 'list', 'check', 'anchor', 'statements'] as const

export async function runDocuments(line: CommandLine, terminal: Terminal): Promise<number> {
  const [word = 'list', ...names] = line.files
  const action = ACTIONS.find((each) => each === word)
  if (action === undefined) throw unknownAction(word)
  if (action === 'add') {
    wantSome(names, 'add wants a file or a folder: holdfast documents add report.pdf')
    return (await import('./documents/add-documents.ts')).addDocuments(line, names, terminal)
  }
  if (action === 'check')
    return (await import('./documents/check-documents.ts')).checkDocuments(line, names, terminal)
  const [name = '', ...others] = names
  const most = action === 'list' ? 0 : 1
  if (names.length > most)
    throw new UsageError(
      'argument_unexpected',
      `documents ${action} takes ${most === 0 ? 'nothing more' : 'one name'}, and "${others[0] ?? name}" is one too many. Words with spaces go between quotes.`,
    )
  if (action === 'list') return (await import('./documents/list-documents.ts')).listDocuments(line, terminal)
  wantSome(
    names,
    `${action} wants a name: holdfast documents ${action === 'anchor' ? 'anchor RECORD --source ID --words "…"' : 'statements SOURCE'}`,
  )
  if (action === 'anchor')
    return (await import('./documents/anchor-words.ts')).anchorWords(line, name, terminal)
  return (await import('./documents/list-documents.ts')).offerStatements(line, name, terminal)
}

function wantSome(names: readonly string[], message: string): void {
  if (names.length === 0) throw new UsageError('argument_missing', message)
}

function unknownAction(word: string): UsageError {
  const near = closest(word, ACTIONS)
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return new UsageError(
    'argument_unexpected',
    `documents does not know "${word}".${hint} It takes ${ACTIONS.join(', ')}.`,
  )
}
