// The log read beside a copy that an export wrote of it: what the copy has is not fetched, and a copy is never believed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type HeldLog, type Ledger, logFiles, readLogCopy } from '../../src/ledger/index.ts'
import {
  aChange,
  hasPostgres,
  makeFolder,
  openAt,
  startTestServer,
  type TestServer,
} from './ledger-server.ts'

/** Two full files of entries, and one that is not full. */
const ENTRIES = 600
const FIRST = 'entries/000.jsonl'

describe.runIf(hasPostgres())('a log beside a copy of it', () => {
  let host: TestServer
  let url = ''
  let ledger: Ledger
  let folder = ''
  beforeAll(async () => {
    host = await startTestServer()
  })
  afterAll(() => host.end())
  beforeEach(async () => {
    url = await host.makeDatabase()
    ledger = await openAt(url)
    folder = makeFolder()
    await ledger.append(Array.from({ length: ENTRIES }, (_, at) => aChange(`topic-${at} – ‘one’`)))
    writeCopy(await ledger.holdLog())
    return async () => {
      await ledger.close()
      rmSync(folder, { recursive: true })
    }
  })

  function writeCopy(log: HeldLog): void {
    for (const { path, bytes } of logFiles(log, 'test')) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
  }

  const told = ({ checkpoint, events, lines, hashes, documents }: HeldLog) => ({
    checkpoint,
    events,
    lines,
    hashes,
    documents,
  })
  const expectWhole = async () =>
    expect(told(await ledger.holdLog(readLogCopy(folder)))).toEqual(told(await ledger.holdLog()))

  it('is the same log where nothing was added', async () => {
    expect((await readLogCopy(folder)).map(({ lines }) => lines.length)).toEqual([256, 256, 88])
    await expectWhole()
  })

  it('has what was added since', async () => {
    await ledger.append([aChange('later'), aChange('last')])
    expect((await ledger.holdLog(readLogCopy(folder))).events.at(-1)?.id).toBe('last')
    await expectWhole()
  })

  it('believes no word of the copy that the log does not have', async () => {
    const file = join(folder, FIRST)
    writeFileSync(file, readFileSync(file, 'utf8').replace('topic-7', 'topic-X'))
    await expectWhole()
  })

  it.each([
    ['lacks a file', () => rmSync(join(folder, FIRST))],
    [
      'ends in the middle of an entry',
      () => writeFileSync(join(folder, FIRST), readFileSync(join(folder, FIRST)).subarray(0, 5000)),
    ],
    ['is no text', () => writeFileSync(join(folder, FIRST), Buffer.from([0xff, 0, 0x0a, 0xfe]))],
    ['is not there', () => rmSync(join(folder, 'entries'), { recursive: true })],
  ])('reads the whole log where the copy %s', async (_what, harm) => {
    harm()
    await expectWhole()
  })

  it('reads the whole log where the copy is of another', async () => {
    const other = await openAt(await host.makeDatabase())
    await other.append(Array.from({ length: ENTRIES }, (_, at) => aChange(`other-${at}`)))
    writeCopy(await other.holdLog())
    await other.close()
    expect(readdirSync(join(folder, 'entries'))).toHaveLength(3)
    await expectWhole()
  })

  const off = 'ALTER TABLE holdfast.entries DISABLE TRIGGER ALL'
  const on = 'ALTER TABLE holdfast.entries ENABLE TRIGGER ALL'
  it.each([
    ['a word', "UPDATE holdfast.entries SET entry = replace(entry, 'topic-7', 'x') WHERE sequence = 8"],
    ['a hash', `UPDATE holdfast.entries SET hash = repeat('0', 64) WHERE sequence = 8`],
    ['a number', 'UPDATE holdfast.entries SET sequence = 700 WHERE sequence = 600'],
  ])('refuses a log in which %s was altered, although the copy has it as it was', async (_what, change) => {
    await host.tamper(url, off, change, on)
    await expect(ledger.holdLog(readLogCopy(folder))).rejects.toMatchObject({ code: 'record_altered' })
  })
})
