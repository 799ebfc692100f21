/** `holdfast export FOLDER`: the tracker as files, with the record and what checks it. */
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { version } from '../../package.json'
import {
  checkpointAt,
  type HeldLog,
  type Ledger,
  type LogCopy,
  logFiles,
  readLogCopy,
  writeCheckpoint,
} from '../ledger/index.ts'
import { type PlainDate, parsePlainDate, SourceError, UsageError } from '../model/index.ts'
import type { Exported, ExportFile, ExportRecord } from '../site/index.ts'
import { today } from './clock.ts'
import type { CommandLine } from './command-line.ts'
import { cleanForTerminal } from './display-width.ts'
import { EXIT_OK } from './exit-code.ts'
import { loadSynonyms } from './load-synonyms.ts'
import { writeResult } from './output.ts'
import { barProgress, lineProgress, type Progress, silentProgress } from './progress.ts'
import { parseSiteAddress } from './public-address.ts'
import { dataFolderOf, withRecord } from './record.ts'
import type { Terminal } from './terminal.ts'

/** Of the export. */
const LOG_FOLDER = 'log'

/** Throws `export_links_broken` after a line for each link. */
export async function runExport(line: CommandLine, terminal: Terminal): Promise<number> {
  const [folder = ''] = line.files // the command line saw to it that there is one
  const on = line.on === null ? today() : parseDay('on', line.on)
  const base = parseBase(line.base)
  // Its PostgreSQL starts while the rest is loaded, and while the log is read that stands in the last export.
  const copied = nextTurn().then(() => readLogCopy(join(folder, LOG_FOLDER)))
  const { record, closed } = openRecord(line, terminal, { on, copied })
  await nextTurn()
  const { answerPlainly, exportSite } = await import('../site/index.ts')
  answerPlainly()
  const progress = startProgress(line, terminal)
  try {
    const exported = await exportSite(
      {
        folder,
        record,
        synonyms: loadSynonyms(),
        on,
        base,
        program: await fingerprint(),
        memory: memoryOf(terminal),
        isAllRead: line.isAllRead,
        hasDocuments: line.hasDocuments,
      },
      {
        signal: terminal.signal,
        threads: availableParallelism(),
        onPage: (done) => progress.show(folder, { phase: 'pages', done, total: null }),
      },
    )
    progress.clear()
    await tell(folder, exported, (await record).checkpoint, terminal)
  } finally {
    progress.clear()
    await closed
  }
  return EXIT_OK
}

/** The record is closed while its pages are made; `closed` never fails, since `record` tells of it. */
function openRecord(
  line: CommandLine,
  terminal: Terminal,
  { on, copied }: { readonly on: PlainDate; readonly copied: Promise<LogCopy> },
) {
  const asked = line.days?.filter((day) => day !== 'none').map((day) => parseDay('days', day)) ?? null
  let closed: Promise<void> = Promise.resolve()
  const record = new Promise<ExportRecord>((resolve, reject) => {
    closed = withRecord(terminal, async (ledger) => {
      const { yearEnds, VERIFIER } = await import('../site/index.ts')
      const log = await readLog(ledger, copied, line)
      resolve({
        events: log.events,
        checkpoint: writeCheckpoint(log.checkpoint),
        checkpointAt: (size) => writeCheckpoint(checkpointAt(log, size)),
        days: asked ?? yearEnds(log.events, on),
        attached: [...log.files, { path: 'verify.mjs', bytes: VERIFIER }],
      })
    }).catch(reject)
  })
  record.catch(() => undefined) // told where it is waited for
  return { record, closed }
}

interface ReadLog extends HeldLog {
  readonly files: readonly ExportFile[]
}

async function readLog(
  ledger: Ledger,
  copied: Promise<LogCopy>,
  { hasDocuments }: CommandLine,
): Promise<ReadLog> {
  const log = await ledger.holdLog(copied)
  const files: ExportFile[] = logFiles(log, 'holdfast').map((file) => ({
    path: `${LOG_FOLDER}/${file.path}`,
    last: file.last,
    get bytes() {
      return file.bytes
    },
  }))
  for (const hash of hasDocuments ? log.documents : []) {
    const bytes = await ledger.findDocument(hash)
    if (bytes !== null) files.push({ path: `${LOG_FOLDER}/documents/${hash}`, bytes })
  }
  return { ...log, files }
}

function parseDay(option: string, text: string): PlainDate {
  const day = parsePlainDate(text)
  if (day !== null) return day
  throw new UsageError('option_invalid', `--${option} ${text} is not a day. Write it as 2026-06-15.`)
}

/** Without a slash at its end. */
function parseBase(text: string | null): string | null {
  if (text === null) return null
  const address = parseSiteAddress(text)
  if (address !== null) return address
  throw new UsageError(
    'option_invalid',
    `--base ${text} is not the address of a folder. Write it as https://example.org/kinship.`,
  )
}

function startProgress(line: CommandLine, { progressColumns, stderr }: Terminal): Progress {
  if (!line.hasProgress) return silentProgress
  const now = () => performance.now()
  return progressColumns === null ? lineProgress(stderr, now) : barProgress(stderr, progressColumns, now)
}

/** Beside the record, where that is in a folder. */
function memoryOf(terminal: Terminal): string | null {
  const folder = dataFolderOf(terminal)
  return folder === null ? null : join(folder, 'exports')
}

/** Tells this build of the program from any other, as the build wrote it down (scripts/fingerprint.mjs). */
async function fingerprint(): Promise<string> {
  // The sources, run as they are, have none.
  const built = await readFile(join(import.meta.dirname, 'fingerprint'), 'utf8').catch(() => '')
  return `${version} ${built}`
}

async function tell(
  folder: string,
  exported: Exported,
  checkpoint: string,
  terminal: Terminal,
): Promise<void> {
  if (exported.kind === 'broken') {
    const lines = exported.links.map(({ from, to }) => `${cleanForTerminal(`${from}: leads to ${to}`)}\n`)
    await writeResult(lines.join(''), null, terminal)
    throw new SourceError(
      'export_links_broken',
      `${exported.links.length} ${exported.links.length === 1 ? 'link leads' : 'links lead'} to what is not there; each line above names one. Nothing was written to ${folder}.`,
    )
  }
  const { pages, files, written, removed, left, seal } = exported
  const kept = left.map(
    (file) =>
      `${cleanForTerminal(file)} is not part of the export any more; somebody changed it, so it was left.\n`,
  )
  await writeResult(
    `${folder}: ${pages} pages in ${files} files; ${written} written, ${removed} taken away.\n${kept.join('')}` +
      `Checkpoint ${checkpoint}\nSeal ${seal}\n` +
      `To check it without Holdfast: node ${folder}/verify.mjs ${folder}\n`,
    null,
    terminal,
  )
}
