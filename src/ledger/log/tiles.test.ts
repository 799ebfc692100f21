import { describe, expect, it } from 'vitest'
import { hashLeaf, merkleRoot } from './merkle.ts'
import { entryFiles, hashTiles, tileName } from './tiles.ts'

const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => hashLeaf(`entry ${at}`))

describe('the files of a log', () => {
  it.each([
    [0, '000'],
    [7, '007'],
    [999, '999'],
    [1000, 'x001/000'],
    [1234067, 'x001/x234/067'],
  ])('names tile %i %s', (index, name) => expect(tileName(index)).toBe(name))

  it.each([
    [0, []],
    [1, ['tile/0/000.p/1']],
    [256, ['tile/0/000', 'tile/1/000.p/1']],
    [257, ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']],
  ])('cuts %i leaves into tiles', (count, paths) => {
    expect(hashTiles(leavesOf(count)).map(({ path }) => path)).toEqual(paths)
  })

  it('holds in each tile above the roots of the full tiles below', () => {
    const leaves = leavesOf(600)
    const above = hashTiles(leaves).find(({ path }) => path === 'tile/1/000.p/2')
    const roots = [leaves.slice(0, 256), leaves.slice(256, 512)].map((tile) => merkleRoot(tile))
    expect(Buffer.from(above?.bytes ?? []).toString('hex')).toBe(roots.join(''))
  })

  it('keeps full tiles as they are when the log grows', () => {
    const before = new Map(hashTiles(leavesOf(520)).map(({ path, bytes }) => [path, bytes]))
    const after = new Map(hashTiles(leavesOf(900)).map(({ path, bytes }) => [path, bytes]))
    for (const [path, bytes] of before) if (!path.includes('.p/')) expect(after.get(path)).toEqual(bytes)
  })

  it('says of each file by which entry it is as it stays', () => {
    for (const count of [1, 255, 256, 257, 600, 70_000]) {
      const [leaves, texts] = [leavesOf(count), Array.from({ length: count }, (_, at) => `${at}`)]
      for (const { path, last, bytes } of [...hashTiles(leaves), ...entryFiles(texts)].slice(-4)) {
        expect(last).toBeLessThanOrEqual(count)
        const earlier = [...hashTiles(leaves.slice(0, last)), ...entryFiles(texts.slice(0, last))]
        expect(earlier.find((each) => each.path === path)?.bytes).toEqual(bytes)
      }
    }
  })

  it('writes 256 entries a file', () => {
    const files = entryFiles(Array.from({ length: 300 }, (_, at) => `{"at":${at}}`))
    expect(files.map(({ path }) => path)).toEqual(['entries/000.jsonl', 'entries/001.jsonl'])
    expect(Buffer.from(files[1]?.bytes ?? []).toString()).toMatch(/^\{"at":256\}\n.*\{"at":299\}\n$/s)
  })
})
