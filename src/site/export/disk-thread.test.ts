import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { startDisk } from './disk-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-disk-thread-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function workerThat(does: string): string {
  const file = join(folder, `${does.length}.cjs`)
  writeFileSync(file, `const { parentPort } = require('node:worker_threads')\n${does}\n`)
  return file
}

describe('a thread for the disk', () => {
  it.each(["throw new Error('cannot be loaded')", 'process.exit(3)'])(
    'that ends is told to who asked it, and to who asks later: %s',
    async (does) => {
      const disk = startDisk(workerThat(does))
      await expect(disk.remember()).rejects.toThrow(/cannot be loaded|has ended/)
      await expect(disk.remember()).rejects.toThrow(/cannot be loaded|has ended/)
    },
  )

  it('that ended before it was asked is told', async () => {
    const disk = startDisk(workerThat("throw new Error('no disk')"))
    await wait(300)
    await expect(disk.remember()).rejects.toThrow('no disk')
  })

  it('keeps the code of what went wrong', async () => {
    const full = "{ message: 'no space left', stack: '', code: 'ENOSPC' }"
    const disk = startDisk(
      workerThat(`parentPort.on('message', () => parentPort.postMessage({ error: ${full} }))`),
    )
    await expect(disk.remember()).rejects.toMatchObject({ code: 'ENOSPC', message: 'no space left' })
    await disk.close()
  })

  it('gives its answers in the order that it was asked', async () => {
    const disk = startDisk(
      workerThat(
        "parentPort.on('message', (asked) => parentPort.postMessage({ answer: Object.keys(asked)[0] }))",
      ),
    )
    const list = { list: '', written: [] }
    expect(await Promise.all([disk.foresee(list), disk.remember(), disk.foresee(list)])).toEqual([
      'foresee',
      'remember',
      'foresee',
    ])
    await disk.close()
  })

  it('is given bytes that fill a buffer of their own, and sent a copy of others', async () => {
    const disk = startDisk(
      workerThat(
        "parentPort.on('message', ({ write }) => parentPort.postMessage({ answer: Buffer.from(write.bytes).toString() }))",
      ),
    )
    const place = { tree: folder, file: 'a', kept: null }
    const own = new Uint8Array([0x61, 0x62])
    const part = new Uint8Array([0x61, 0x62, 0x63]).subarray(1)
    expect(await Promise.all([own, part].map((bytes) => disk.write({ ...place, bytes })))).toEqual([
      'ab',
      'bc',
    ])
    expect([own.byteLength, part.byteLength]).toEqual([0, 2])
    await disk.close()
  })

  it('is this one where there is no worker', async () => {
    const asked = { folder, list: '', memory: null, isAllRead: false }
    expect(await startDisk(join(folder, 'none.cjs')).compare(asked)).toEqual({
      lost: [],
      changed: [],
      links: [],
    })
  })
})
