// The ledger on a real PostgreSQL: what is written is kept, what is stale is refused, what is altered is found, and a
// backup brings all of it back.
import { createHash } from 'node:crypto'
import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/index.ts'
import { sha256 } from '../../src/ledger/log/hash.ts'
import {
  aChange,
  hasPostgres,
  makeFolder,
  openAt,
  startTestServer,
  type TestServer,
} from './ledger-server.ts'

const document = Buffer.from('%PDF-1.4 a small paper')
/** Larger than two pieces, so that a document is in three. */
const large = Buffer.alloc((2 << 20) + 77, 'river')
const correction = (id: string, seen: number, title: string) => {
  const change = aChange(id, { action: 'corrected', reason: 'A better title.', seen })
  return { ...change, body: change.body && { ...change.body, title } }
}

describe.runIf(hasPostgres())('the ledger', () => {
  let host: TestServer
  let url = ''
  let ledger: Ledger
  beforeAll(async () => {
    host = await startTestServer()
  })
  afterAll(() => host.end())
  beforeEach(async () => {
    url = await host.makeDatabase()
    ledger = await openAt(url)
    return () => ledger.close()
  })

  const problemsOf = async (...known: Parameters<Ledger['verify']>) =>
    (await ledger.verify(...known)).problems.map(({ record, message }) => `${record} ${message}`)

  async function backUp(from: Ledger): Promise<Buffer> {
    const parts: Uint8Array[] = []
    await from.writeBackup(async (bytes) => {
      parts.push(Buffer.from(bytes))
    })
    return Buffer.concat(parts)
  }

  async function restore(to: Ledger, archive: Buffer) {
    const folder = makeFolder()
    const file = join(folder, 'backup.tar')
    await writeFile(file, archive)
    const handle = await open(file)
    try {
      return await to.restoreBackup(handle)
    } finally {
      await handle.close()
      await rm(folder, { recursive: true })
    }
  }

  /** A ledger with corrections, a withdrawal and documents. */
  async function fill() {
    await ledger.append([aChange('one', { documents: [document, large] }), aChange('two'), aChange('three')])
    await ledger.append([correction('one', 1, 'First')])
    return ledger.append([
      aChange('two', { action: 'withdrawn', reason: 'There twice.', body: null, seen: 2 }),
      aChange('four', { documents: [document] }),
    ])
  }

  describe('keeping', () => {
    it('gives events back in order, records as they are, documents by their hash', async () => {
      const { checkpoint, events } = await fill()
      expect(events.map(({ sequence, action, id }) => `${sequence} ${action} ${id}`)).toEqual([
        '5 withdrawn two',
        '6 recorded four',
      ])
      expect(checkpoint.size).toBe(6)
      const ids: string[] = []
      for await (const event of ledger.readEvents(2)) ids.push(event.id)
      expect(ids).toEqual(['three', 'one', 'two', 'four'])
      expect(await ledger.findRecord('topic', 'one')).toMatchObject({ sequence: 4 })
      expect(await ledger.findRecord('topic', 'two')).toMatchObject({ sequence: 5, body: null })
      expect(await ledger.findRecord('topic', 'five')).toBeUndefined()
      expect(sha256((await ledger.findDocument(sha256(large))) ?? '')).toBe(sha256(large))
      expect(await ledger.findDocument(sha256('another'))).toBeNull()
      expect(await ledger.verify()).toEqual({
        checkpoint,
        documents: 2,
        bytes: document.length + large.length,
        records: 4,
        problems: [],
      })
    })

    it('never records an event before the one before it, whatever the clock says', async () => {
      await ledger.append([aChange('one')])
      const { events } = await ledger.append([aChange('two')], { recordedAt: '2020-01-01T00:00:00.000Z' })
      expect(events[0]?.recordedAt).toBe('2026-01-31T12:00:00.000Z')
    })

    it('starts empty, and writes nothing for no change', async () => {
      expect((await ledger.readCheckpoint()).size).toBe(0)
      expect((await ledger.append([])).events).toEqual([])
      expect(await problemsOf()).toEqual([])
    })

    it.each([
      ['the same record twice', [aChange('one'), aChange('one')]],
      ['a correction without a reason', [aChange('one', { action: 'corrected' })]],
      ['a withdrawal with a body', [aChange('one', { action: 'withdrawn', reason: 'Gone.' })]],
      ['a correction of nothing', [aChange('one', { action: 'corrected', reason: 'Better.' })]],
    ])('takes %s for a bug of the caller, and writes nothing', async (_, changes) => {
      await expect(ledger.append(changes)).rejects.toThrow(/twice|reason|body|not there/)
      expect((await ledger.readCheckpoint()).size).toBe(0)
    })
  })

  describe('a stale write', () => {
    it('is refused with who changed what', async () => {
      await fill()
      const stale = ledger.append([aChange('five'), correction('one', 1, 'Another')])
      await expect(stale).rejects.toMatchObject({
        code: 'edition_conflict',
        details: { type: 'topic', id: 'one', seen: 1, last: 4, changed: 'title' },
      })
      await expect(stale).rejects.toThrow(
        /^topic "one" was corrected by An editor at 2026-01-31 12:00 UTC \("A better title\."\), after you looked: title\./,
      )
      expect(await ledger.findRecord('topic', 'five')).toBeUndefined()
    })

    it('is refused when the record was not there, or is there no more', async () => {
      await fill()
      await expect(ledger.append([aChange('three')])).rejects.toMatchObject({ code: 'edition_conflict' })
      await expect(ledger.append([correction('two', 2, 'x')])).rejects.toMatchObject({
        code: 'edition_conflict',
      })
    })

    it('is refused when the writer looked at all of a shorter log', async () => {
      const { checkpoint } = await fill()
      await expect(ledger.append([aChange('five')], { head: 5 })).rejects.toMatchObject({
        code: 'edition_conflict',
      })
      expect((await ledger.append([aChange('five')], { head: checkpoint.size })).checkpoint.size).toBe(7)
    })

    it('is the only one lost when many write at once: each update builds on the one before', async () => {
      await ledger.append([aChange('one')])
      const other = await openAt(url)
      const addOne = async (writer: Ledger) => {
        for (;;) {
          const row = await writer.findRecord('topic', 'one')
          if (!row?.body) throw new Error('topic one is gone')
          const { order } = JSON.parse(row.body) as { order: number }
          const change = correction('one', row.sequence, 'Counted')
          const body = change.body && { ...change.body, order: order + 1 }
          try {
            return await writer.append([{ ...change, body }])
          } catch (error) {
            if (!(error instanceof Error && 'code' in error && error.code === 'edition_conflict')) throw error
          }
        }
      }
      await Promise.all([1, 2, 3, 4, 5, 6].map((each) => addOne(each % 2 ? ledger : other)))
      await other.close()
      const row = await ledger.findRecord('topic', 'one')
      expect(JSON.parse(row?.body ?? '{}')).toMatchObject({ order: 7 })
      expect(await problemsOf()).toEqual([])
    })
  })

  describe('the database', () => {
    it.each(['entries', 'checkpoints', 'documents', 'document_pieces'])(
      'refuses to change %s, even its owner',
      async (table) => {
        await fill()
        const owner = new pg.Client({ connectionString: url })
        await owner.connect()
        const column = { entries: 'entry', checkpoints: 'root', documents: 'hash', document_pieces: 'hash' }[
          table
        ]
        for (const statement of [
          `UPDATE holdfast.${table} SET ${column} = ${column}`,
          `DELETE FROM holdfast.${table}`,
          `TRUNCATE holdfast.${table} CASCADE`,
        ]) {
          await expect(owner.query(statement)).rejects.toThrow('never changed or removed')
          await owner.query('SET ROLE holdfast_writer')
          await expect(owner.query(statement)).rejects.toThrow('permission denied')
          await owner.query('RESET ROLE')
        }
        await owner.end()
      },
    )
  })

  describe('verify', () => {
    const off = (table: string) => `ALTER TABLE holdfast.${table} DISABLE TRIGGER USER`
    const on = (table: string) =>
      `ALTER TABLE holdfast.${table} ENABLE ALWAYS TRIGGER ${table}_are_kept, ENABLE ALWAYS TRIGGER ${table}_stay`
    const pieceOf = (bytes: Buffer) => `hash = '${sha256(bytes)}'`
    const flip = 'set_byte(bytes, 5, get_byte(bytes, 5) # 1)'

    it.each([
      [
        'entries',
        "SET entry = replace(entry, 'Topic two', 'Topic twa') WHERE sequence = 2",
        'entry 2 was altered: its text does not have its hash.',
      ],
      [
        'entries',
        "SET entry = 'nothing' WHERE sequence = 2",
        'entry 2 was altered: its text does not have its hash.',
      ],
      [
        'entries',
        `SET entry = entry || E'\\n' || entry WHERE sequence = 2`,
        'entry 2 was altered: its text does not have its hash.',
      ],
      [
        'entries',
        `SET hash = repeat('0', 64) WHERE sequence = 6`,
        'entry 6 was altered: its text does not have its hash.',
      ],
      [
        'checkpoints',
        `SET root = repeat('0', 64) WHERE size = 4`,
        'checkpoint 4 does not fit the entries before it.',
      ],
      [
        'checkpoints',
        `SET frontier = frontier[1:1] || frontier WHERE size = 6`,
        'checkpoint 6 does not fit the entries before it.',
      ],
      [
        'document_pieces',
        `SET bytes = ${flip} WHERE ${pieceOf(document)}`,
        `document ${sha256(document)} was altered: its bytes do not have its hash.`,
      ],
      [
        'document_pieces',
        `SET bytes = ${flip} WHERE ${pieceOf(large)} AND position = 2`,
        `document ${sha256(large)} was altered: its bytes do not have its hash.`,
      ],
      [
        'documents',
        `SET size = size + 1 WHERE ${pieceOf(document)}`,
        `document ${sha256(document)} is kept in other pieces than it was: 22 of 23 bytes, 1 pieces.`,
      ],
    ])('finds what was altered in %s (%s)', async (table, change, problem) => {
      await fill()
      await host.tamper(url, off(table), `UPDATE holdfast.${table} ${change}`, on(table))
      expect(await problemsOf()).toContain(problem)
    })

    it('finds what was taken away or put in', async () => {
      const { checkpoint } = await fill()
      const gone = `DELETE FROM holdfast.document_pieces WHERE ${pieceOf(document)}`
      await host.tamper(url, off('document_pieces'), gone, on('document_pieces'), off('documents'))
      await host.tamper(url, `DELETE FROM holdfast.documents WHERE ${pieceOf(document)}`, on('documents'))
      await host.tamper(url, `INSERT INTO holdfast.documents VALUES ('${sha256('')}', 0)`)
      expect(await problemsOf()).toEqual([
        `document ${sha256('')} is kept, and no entry of the log names it.`,
        `document ${sha256(document)} is missing; entry 6 names it.`,
      ])
      await host.tamper(url, off('entries'), 'DELETE FROM holdfast.entries WHERE sequence = 3', on('entries'))
      expect((await problemsOf())[0]).toBe('entry 3 is missing.')
      await host.tamper(url, off('entries'), 'DELETE FROM holdfast.entries WHERE sequence > 2', on('entries'))
      expect(await problemsOf(checkpoint)).toEqual(
        expect.arrayContaining([
          'checkpoint 6 has no entry: the log ends at 2, entries after it are missing.',
          'checkpoint 6 that you gave has no entry: the log ends at 2, the rest is missing.',
        ]),
      )
    })

    it('finds a projection that is not what the log says, and rebuild puts it right', async () => {
      await fill()
      await host.tamper(
        url,
        "UPDATE holdfast.records SET body = replace(body, 'First', 'Last') WHERE id = 'one'",
      )
      await host.tamper(url, "DELETE FROM holdfast.records WHERE id = 'two'")
      await host.tamper(
        url,
        "INSERT INTO holdfast.records (type, id, sequence, recorded_at, body) VALUES ('look', 'six', 9, '', '{\"commitment\":\"x\"}')",
      )
      expect((await problemsOf()).sort()).toEqual([
        'record look six is in the projection, and the log does not know it.',
        'record topic one is in the projection otherwise than the log has it. `holdfast rebuild` puts it right.',
        'record topic two is missing in the projection. `holdfast rebuild` puts it back.',
        // A withdrawn record names nothing, and nothing is searched in it; the others do.
        ...['grams', 'links', 'stems', 'texts', 'words'].map(
          (table) =>
            `table ${table} is otherwise than the records make it. \`holdfast rebuild\` puts it right.`,
        ),
      ])
      expect(await ledger.rebuild()).toEqual({ records: 4, changed: 3 })
      expect(await problemsOf()).toEqual([])
    })

    it('finds what is told of events and of happenings otherwise than it was, and rebuild puts it right', async () => {
      await fill()
      await host.tamper(
        url,
        'DELETE FROM holdfast.history WHERE sequence = 2',
        'INSERT INTO holdfast.history VALUES (7, 2)',
        'DELETE FROM holdfast.corrections',
        "INSERT INTO holdfast.moments VALUES ('2020-01-01', '2020-01-01', 0, 1, 0)",
      )
      expect((await problemsOf()).sort()).toEqual([
        'table corrections is otherwise than the log makes it. `holdfast rebuild` puts it right.',
        'table history is otherwise than the log makes it. `holdfast rebuild` puts it right.',
        'table moments is otherwise than the records make it. `holdfast rebuild` puts it right.',
      ])
      expect(await ledger.rebuild()).toEqual({ records: 4, changed: 0 })
      expect(await problemsOf()).toEqual([])
      expect(await ledger.rebuild()).toEqual({ records: 4, changed: 0 })
    })

    it.each([
      [
        'records',
        `SET body = 'x' || body WHERE id = 'one'`,
        'record topic one is in the projection otherwise',
      ],
      [
        'records',
        `SET body = '{"on":1}' WHERE id = 'one'`,
        'record topic one is in the projection otherwise',
      ],
      ['grams', `SET gram = 'zz$' WHERE gram = '^to'`, 'table grams is otherwise than the records make it.'],
      [
        'grams',
        `SET word = 'otter' WHERE gram = '^to'`,
        'table grams is otherwise than the records make it.',
      ],
      ['migrations', `SET name = 'another' WHERE version = 2`, 'table migrations is otherwise'],
      ['migrations', `SET version = 0 WHERE version = 1`, 'table migrations is otherwise'],
    ])(
      'names what was altered in %s (%s), also what can no longer be read',
      async (table, change, problem) => {
        await fill()
        await host.tamper(url, `UPDATE holdfast.${table} ${change}`)
        expect((await problemsOf()).filter((told) => told.startsWith(problem))).toHaveLength(1)
      },
    )

    it('misses a checkpoint that was taken away: in the middle and at the end', async () => {
      await ledger.append([aChange('one'), aChange('two')], { recordedAt: '2026-03-01T00:00:00.000Z' })
      await ledger.append([aChange('three')], { recordedAt: '2026-03-02T00:00:00.000Z' })
      await ledger.append([aChange('four')], { recordedAt: '2026-03-03T00:00:00.000Z' })
      expect(await problemsOf()).toEqual([])
      const gone = 'DELETE FROM holdfast.checkpoints WHERE size <> 3'
      await host.tamper(url, off('checkpoints'), gone, on('checkpoints'))
      expect(await problemsOf()).toEqual(['checkpoint 2 is missing.', 'checkpoint 4 is missing.'])
    })

    it('finds that the guards are off', async () => {
      await host.tamper(url, off('entries'))
      expect(await problemsOf()).toEqual([
        'table entries is open to changes: the triggers that refuse them are off or gone.',
      ])
    })

    it('finds a history rewritten whole, by a checkpoint noted down before', async () => {
      const { checkpoint } = await fill()
      const forged = await openAt(await host.makeDatabase())
      await forged.append([aChange('one', { by: 'Another editor' }), aChange('two'), aChange('three')])
      await forged.append([correction('one', 1, 'First'), aChange('five'), aChange('six')])
      expect((await forged.verify()).problems).toEqual([])
      expect((await forged.verify(checkpoint)).problems.map(({ message }) => message)).toEqual([
        'that you gave was made by another history: entries up to there were altered.',
      ])
      await forged.close()
    })

    it('does not let a projection or a backup be made of an altered log', async () => {
      await fill()
      const change = "UPDATE holdfast.entries SET entry = replace(entry, 'Topic two', 'x') WHERE sequence = 2"
      await host.tamper(url, off('entries'), change, on('entries'))
      await expect(ledger.rebuild()).rejects.toMatchObject({ code: 'record_altered' })
      await expect(backUp(ledger)).rejects.toMatchObject({ code: 'record_altered' })
    })
  })

  describe('a backup', () => {
    it('brings everything back, and a backup of that is the same byte for byte', async () => {
      await fill()
      const archive = await backUp(ledger)
      const other = await openAt(await host.makeDatabase())
      const verification = await restore(other, archive)
      expect(verification).toEqual(await ledger.verify())
      const again = await backUp(other)
      expect(sha256(again)).toBe(sha256(archive))
      expect((await other.append([aChange('five')])).checkpoint.size).toBe(7)
      await expect(restore(other, archive)).rejects.toMatchObject({ code: 'record_not_empty' })
      await other.close()
    })

    it('of an empty ledger is one, too', async () => {
      const archive = await backUp(ledger)
      expect(await restore(ledger, archive)).toMatchObject({ checkpoint: { size: 0 }, problems: [] })
    })

    it('is refused whole when any byte of it is altered', async () => {
      await ledger.append([aChange('one', { documents: [document] })])
      const archive = await backUp(ledger)
      const other = await openAt(await host.makeDatabase())
      // The seed makes the places the same in every run; half of them are where an archive says something.
      const random = (each: number) =>
        createHash('sha256').update(`seed 3, place ${each}`).digest().readUInt32BE()
      const said = [...archive.entries()].filter(([, byte]) => byte !== 0).map(([at]) => at)
      for (let each = 0; each < 40; each++) {
        const at = each % 2 ? random(each) % archive.length : (said[random(each) % said.length] ?? 0)
        const altered = Buffer.from(archive)
        altered[at] = (altered[at] ?? 0) ^ 1
        const refused = await restore(other, altered).then(
          () => `byte ${at} was not missed`,
          (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
        )
        expect(refused, `byte ${at}`).toBe('backup_invalid')
      }
      for (const part of [0, 100, 700, archive.length - 1024, archive.length - 1].map((end) =>
        archive.subarray(0, end),
      ))
        await expect(restore(other, part)).rejects.toMatchObject({
          code: 'backup_invalid',
        })
      await expect(restore(other, Buffer.concat([archive, archive]))).rejects.toMatchObject({
        code: 'backup_invalid',
      })
      expect((await other.readCheckpoint()).size).toBe(0)
      await other.close()
    })

    it('is a tar that any program unpacks', async () => {
      await fill()
      const folder = makeFolder()
      await writeFile(join(folder, 'backup.tar'), await backUp(ledger))
      const { execFileSync } = await import('node:child_process')
      execFileSync('tar', ['-xf', 'backup.tar'], { cwd: folder })
      expect(sha256(await readFile(join(folder, 'documents', sha256(large))))).toBe(sha256(large))
      expect((await readFile(join(folder, 'log/entries.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(6)
      await rm(folder, { recursive: true })
    })
  })
})
