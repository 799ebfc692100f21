/** Checks everything the ledger keeps against the log, and the log against itself. Reads only, and one moment only. */
import type { Kysely } from 'kysely'
import type { Database } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { createExpectedRecords } from './expected-records.ts'
import type { Problem, Report } from './problem.ts'
import { watchCheckpoints } from './verify-checkpoints.ts'
import { verifyDocuments } from './verify-documents.ts'
import { verifyGuards, verifySteps } from './verify-guards.ts'
import { watchHistory } from './verify-history.ts'
import { verifyRecords } from './verify-records.ts'
import { walkLog } from './walk-log.ts'

/** How far a check is, for those who wait for it. */
export interface VerifyStep {
  readonly what: 'events' | 'records'
  readonly done: number
  /** Null while the end is not known. */
  readonly total: number | null
}

type OnStep = (step: VerifyStep) => void

export interface Verification {
  /** Of the log as it is, whatever its problems. */
  readonly checkpoint: Checkpoint
  readonly documents: number
  readonly bytes: number
  /** Rows of the projection. */
  readonly records: number
  /** Empty when every byte is as it was written. */
  readonly problems: readonly Problem[]
}

/** `known` is a checkpoint noted down earlier: the only thing that shows a history rewritten whole. */
export function verifyLedger(
  database: Database,
  known: Checkpoint | null,
  onStep: OnStep = () => undefined,
): Promise<Verification> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => verifyWithin(transaction, known, onStep))
}

/** The same within a transaction of the caller's. */
export async function verifyWithin(
  database: Kysely<Tables>,
  known: Checkpoint | null,
  onStep: OnStep = () => undefined,
): Promise<Verification> {
  const problems: Problem[] = []
  const report: Report = (record, message) => {
    problems.push({ record, message })
  }
  const told = { checkpoint: { size: 0, root: '' as Checkpoint['root'] }, documents: 0, bytes: 0, records: 0 } // until read
  try {
    await verifyGuards(database, report)
    await verifySteps(database, report)
    const { checkpoint, named, expected } = await verifyLog(database, known, { report, onStep })
    told.checkpoint = checkpoint
    Object.assign(told, await verifyDocuments(database, named, report))
    const total = expected.size
    const onChecked = (done: number) => onStep({ what: 'records', done, total })
    told.records = await verifyRecords(database, expected, { report, onChecked })
  } catch (error) {
    const page = damagedPage(error)
    if (page === null) throw error
    report('the database', `cannot be read further: ${page}. Restore the last backup.`)
  }
  return { ...told, problems }
}

/** Rows between two steps that are told. */
const STEP = 1000

async function verifyLog(
  database: Kysely<Tables>,
  known: Checkpoint | null,
  { report, onStep }: { readonly report: Report; readonly onStep: OnStep },
) {
  const named = new Map<string, number>()
  const expected = createExpectedRecords()
  const watch = watchCheckpoints(database, known, report)
  const history = watchHistory(database, report)
  for await (const { sequence, hash, entry } of walkLog(database, report)) {
    await watch.add(hash, entry?.event.recordedAt ?? null)
    if (sequence % STEP === 0) onStep({ what: 'events', done: sequence, total: null })
    if (entry === null) continue
    for (const document of entry.documents) named.set(document, sequence)
    expected.add(entry.event)
    await history.add(entry.event)
  }
  const checkpoint = await watch.end()
  await history.end()
  return { checkpoint, named, expected }
}

/** PostgreSQL's own checksums found a page that is not as it was written (class XX: data corrupted). */
function damagedPage(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return error instanceof Error && /^XX/.test(code) ? error.message : null
}
