import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type FileEffects, readSourceFile } from './read-source-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdfast-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const isPosix = process.platform !== 'win32'

describe('readSourceFile', () => {
  it('reads the bytes and keeps the name as given', async () => {
    const path = file('plan.txt', 'We will act.')
    expect(await readSourceFile(path)).toEqual({
      name: path,
      bytes: new Uint8Array(Buffer.from('We will act.')),
    })
  })

  it('follows a link to a file', async () => {
    const link = join(folder, 'link.txt')
    symlinkSync(file('target.txt', 'x'), link)
    expect((await readSourceFile(link)).bytes).toHaveLength(1)
  })

  it('names the file and says what to do: nothing there, a folder, nothing in it, too much in it', async () => {
    const path = file('large.txt', 'x'.repeat(20))
    mkdirSync(join(folder, 'papers'))
    const cases: [string, string, RegExp][] = [
      [join(folder, 'none.txt'), 'file_not_found', /Check the spelling/],
      ['', 'file_not_found', /name.*is empty/],
      ['-', 'file_not_found', /not taken from standard input.*Save/],
      ['https://elm.example/plan.pdf', 'file_not_found', /nothing is fetched.*Download/],
      [join(path, 'x.txt'), 'file_not_found', /Check the spelling/],
      [join(folder, 'papers'), 'file_is_a_folder', /Name the documents in it/],
      [file('empty.txt', ''), 'file_empty', /0 bytes/],
      [path, 'document_too_large', /20 bytes, more than the 10 .* --max-bytes/],
    ]
    for (const [name, code, message] of cases) {
      const error = await readSourceFile(name, { bytes: 10 }).catch((error: unknown) => error)
      expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
      expect(error).toMatchObject({ message: expect.stringContaining(name) })
    }
  })

  it.runIf(isPosix)('refuses devices and pipes without waiting for them', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const path of ['/dev/zero', '/dev/null', pipe])
      await expect(readSourceFile(path)).rejects.toMatchObject({ code: 'file_not_readable' })
  })

  it.runIf(isPosix && process.getuid?.() !== 0)('says when it may not read', async () => {
    const path = file('private.txt', 'x')
    chmodSync(path, 0o000)
    await expect(readSourceFile(path)).rejects.toMatchObject({ code: 'file_not_readable' })
  })

  it('says when it may not read, in the words of the system', async () => {
    const refuse = () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
    const files: FileEffects = { stat, open: refuse }
    await expect(readSourceFile(file('p.txt', 'x'), {}, files)).rejects.toMatchObject({
      code: 'file_not_readable',
    })
  })

  it.each<[string, (path: string) => void, string]>([
    ['grows', (path) => appendFileSync(path, 'more'), 'file_changed_while_reading'],
    ['shrinks', (path) => truncateSync(path, 3), 'file_changed_while_reading'],
  ])('notices a file that %s while it is read', async (_name, change, code) => {
    const path = file('moving.txt', 'x'.repeat(1000))
    const files: FileEffects = {
      stat,
      open: async (path) => {
        const handle = await open(path, 'r')
        const read: typeof handle.read = ((...args: Parameters<typeof handle.read>) => {
          change(path)
          return handle.read(...args)
        }) as typeof handle.read // the overloads of `read` cannot be spelled for a wrapper
        return { stat: () => handle.stat(), read, close: () => handle.close() } as Awaited<
          ReturnType<FileEffects['open']>
        >
      },
    }
    await expect(readSourceFile(path, {}, files)).rejects.toMatchObject({ code })
  })

  it('notices a file that vanishes before it is opened', async () => {
    const path = file('gone.txt', 'x')
    const files: FileEffects = {
      stat,
      open: (path) => {
        rmSync(path)
        return open(path, 'r')
      },
    }
    await expect(readSourceFile(path, {}, files)).rejects.toMatchObject({ code: 'file_not_found' })
  })
})
