/** `holdfast documents anchor RECORD --source ID --words "…"`: an editor's choice of words for a record. */
import type { Change } from '../../ledger/index.ts'
import { UsageError } from '../../model/index.ts'
import { chooseWords, findNamed, type TrackerState } from '../../tracker/index.ts'
import type { CommandLine } from '../command-line.ts'
import { EXIT_OK } from '../exit-code.ts'
import { writeResult } from '../output.ts'
import { withRecord } from '../record.ts'
import type { Terminal } from '../terminal.ts'
import { lastSeen } from './add-documents.ts'
import { getNewestCopy, getSource, readState, readText } from './kept-copies.ts'

/** As much as a page may quote of a document that is not ours. */
const LONGEST_WORDS = 300

/** Throws `record_unknown`, `source_unknown`, `document_not_held`, `words_not_found`, `words_not_unique`. */
export async function anchorWords(line: CommandLine, name: string, terminal: Terminal): Promise<number> {
  const { source, words, at } = line.evidence
  if (source === null || words === null || words.trim() === '')
    throw new UsageError(
      'argument_missing',
      'anchor wants a record, a source and words: holdfast documents anchor kinship-allowance --source SEED2 --words "…"',
    )
  if (words.length > LONGEST_WORDS)
    throw new UsageError(
      'option_invalid',
      `--words has ${words.length} letters, and ${LONGEST_WORDS} are the most. Choose fewer.`,
    )
  return withRecord(terminal, async (ledger) => {
    const state = await readState(ledger)
    const named = nameRecord(state, name)
    getSource(state, source)
    const capture = getNewestCopy(state, source)
    const copy = { id: capture.id, source, document: await readText(ledger, capture) }
    const choice = chooseWords(state, copy, { ...named, words, at })
    if (choice.kind !== 'chosen') throw refusal(choice, { name, source, words, at })
    const { change, passage } = choice
    const by = line.evidence.by ?? 'the operator'
    if (change !== null)
      await ledger.append([{ ...change, by, seen: lastSeen(state, change.id) } satisfies Change])
    const page = passage.place.page === null ? '' : `, page ${passage.place.page}`
    const told = change === null ? 'was anchored there already' : 'is anchored'
    await writeResult(
      `${named.type} ${named.id} ${told}: ${source}${page}, /documents/${capture.id}\n`,
      null,
      terminal,
    )
    return EXIT_OK
  })
}

function nameRecord(state: TrackerState, name: string) {
  const named = findNamed(state, name)
  if (named.kind === 'found') return named
  throw new UsageError(
    'record_unknown',
    named.kind === 'several'
      ? `"${name}" names several records. Say which: ${named.names.join(', ')}.`
      : `The tracker has no record "${name}". Write its id, as in its address (kinship-allowance), with the kind where several share it (ask:recognition), and #2 for the second version of a promise.`,
  )
}

type Refused = Exclude<ReturnType<typeof chooseWords>, { readonly kind: 'chosen' }>

function refusal(
  choice: Refused,
  { name, source, words, at }: { name: string; source: string; words: string; at: string | null },
): UsageError {
  if (choice.kind === 'not-cited')
    return new UsageError(
      'record_unknown',
      `${name} does not cite ${source}. Add the citation to its content file first, and publish it.`,
    )
  if (choice.kind === 'no-such-place')
    return new UsageError(
      'words_not_found',
      `The newest copy of ${source} has no place "${at}", or more than one.`,
    )
  if (choice.kind === 'unclear')
    return new UsageError(
      'words_not_unique',
      `"${words}" stands ${choice.count} times in ${source}. Give more of the words, or the page: --at "p. 12".`,
    )
  return new UsageError(
    'words_not_found',
    `"${words}" does not stand in the newest copy of ${source}: ${choice.why}. Copy the words from the page of the document.`,
  )
}
