// The data folder: made once, used by one process, taken over from a dead one, and whole after any kill.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/index.ts'
import { aChange, binaries, hasPostgres, makeFolder } from './ledger-server.ts'
import { buildWriter, type WriterProgram } from './ledger-writer.ts'

const kills = Number(process.env.HOLDFAST_KILLS ?? 9)
const seed = Number(process.env.HOLDFAST_SEED ?? Date.now() % 100_000)

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Looks until `holds`; after ten seconds what follows has to tell what is wrong. */
async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds() && Date.now() < end; ) await wait(2)
}

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

describe.runIf(hasPostgres())('the data folder', () => {
  let parent = ''
  let folder = ''
  let program: WriterProgram
  beforeAll(async () => {
    parent = makeFolder()
    await chmod(parent, 0o755)
    folder = join(parent, 'data')
    program = await buildWriter()
  })
  afterAll(() => {
    program.remove()
    rmSync(parent, { recursive: true, force: true })
  })
  const open = (path = folder) => openLedger({ folder: path, binaries })

  it('is made anew after its making was killed', async () => {
    const writer = program.start(folder, 'never', binaries)
    while (!existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith('postgres.part')))
      await wait(5)
    writer.process.kill('SIGKILL')
    await writer.ended
    const ledger = await open()
    expect((await ledger.readCheckpoint()).size).toBe(0)
    await ledger.append([aChange('first')])
    await ledger.close()
    // What the killed one's initdb wrote on is removed by a later start.
    await (await open()).close()
    expect(readdirSync(folder).sort()).toEqual(['holdfast.json', 'password', 'postgres', 'postgres.log'])
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })

  it('is refused to a second process, with the number of the first', async () => {
    const ledger = await open()
    const second = program.start(folder, 'second', binaries)
    expect(await second.opened).toBe('error record_in_use')
    await expect(open()).rejects.toThrow(`${folder} is in use by process ${process.pid}. End that,`)
    expect((await ledger.append([aChange('second')])).checkpoint.size).toBe(2)
    await ledger.close()
  })

  it('is taken over, with its PostgreSQL, from a process that was killed', async () => {
    const writer = program.start(folder, 'orphan', binaries)
    await writer.opened
    const pid = postmasterOf(folder)
    writer.process.kill('SIGKILL')
    await writer.ended
    const ledger = await open()
    expect(postmasterOf(folder)).toBe(pid)
    expect(await ledger.verify()).toMatchObject({ problems: [] })
    await ledger.close()
  })

  it(`keeps what was acknowledged through ${kills} kills of the writer and of PostgreSQL (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    const acknowledged: string[] = []
    const starts: number[] = []
    for (let round = 1; round <= kills; round++) {
      const writer = program.start(folder, `round-${round}`, binaries)
      const [word, time, problems] = (await writer.opened).split(' ')
      expect([word, problems], `round ${round}: ${await Promise.race([writer.ended, 'running'])}`).toEqual([
        'open',
        '0',
      ])
      starts.push(Number(time))
      // One round in four is killed wherever it is, before its first write often; the others in the midst of writing.
      if (round % 4 !== 0) await until(() => writer.acknowledged.length > 0)
      await wait(random() * 500)
      // Each in turn: the writer, PostgreSQL, both.
      if (round % 3 !== 1) process.kill(postmasterOf(folder), 'SIGKILL')
      if (round % 3 !== 2) writer.process.kill('SIGKILL')
      const error = await writer.ended
      if (round % 3 === 2) expect(error).toMatch(/^error (database_unreachable|57P0\d)/)
      acknowledged.push(...writer.acknowledged)
    }
    const ledger = await open()
    expect((await ledger.verify()).problems).toEqual([])
    const kept = new Set<string>()
    for await (const event of ledger.readEvents()) kept.add(event.id)
    await ledger.close()
    console.log(
      `seed ${seed}: ${acknowledged.length} writes acknowledged, ${kept.size} kept; opened in ${starts.join(', ')} ms`,
    )
    expect(acknowledged.length).toBeGreaterThan(kills)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  }, 600_000)

  it('goes on when its PostgreSQL was killed under it', async () => {
    const ledger = await open()
    const before = await ledger.readCheckpoint()
    process.kill(postmasterOf(folder), 'SIGKILL')
    // What is under way then may be told that the database went away; what comes after is not.
    await ledger.readCheckpoint().catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'database_unreachable' })
    })
    await wait(50)
    await ledger.readCheckpoint().catch(() => undefined)
    const { checkpoint } = await ledger.append([aChange('after-the-kill')])
    expect(checkpoint.size).toBe(before.size + 1)
    expect(await ledger.verify(before)).toMatchObject({ checkpoint, problems: [] })
    await ledger.close()
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })

  it('starts although the number in postmaster.pid is now another program’s', async () => {
    const told = `${process.pid}\n${folder}/postgres\n0\n5432\n.\n`
    writeFileSync(join(folder, 'postgres/postmaster.pid'), told)
    writeFileSync(join(folder, 'postgres/.s.PGSQL.5432.lock'), told)
    const ledger = await open()
    expect(await ledger.verify()).toMatchObject({ problems: [] })
    await ledger.close()
  })

  it('is refused when another version made it, or something else is in it', async () => {
    writeFileSync(join(folder, 'holdfast.json'), '{"format":9}')
    await expect(open()).rejects.toMatchObject({ code: 'data_folder_version' })
    const other = join(parent, 'other')
    await mkdir(other)
    writeFileSync(join(other, 'letter.txt'), 'Dear all')
    await expect(open(other)).rejects.toMatchObject({ code: 'data_folder_not_usable' })
    await expect(open(join(other, 'letter.txt'))).rejects.toMatchObject({ code: 'data_folder_not_usable' })
    expect(readdirSync(other)).toEqual(['letter.txt'])
  })

  it('says where it looked when there is no PostgreSQL', async () => {
    const missing = openLedger({ folder: join(parent, 'new'), binaries: join(parent, 'nowhere') })
    await expect(missing).rejects.toMatchObject({ code: 'postgres_missing' })
    await expect(missing).rejects.toThrow(join(parent, 'nowhere'))
  })
})
