import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importedPaths, readSourceFiles, root, type SourceFile } from './source-files.ts'

type Arrows = Map<string, Set<string>>

/** The table under "Which way imports point" in ARCHITECTURE.md. */
function parseArrows(markdown: string): Arrows {
  const section = markdown.split('## Which way imports point')[1] ?? ''
  const rows = [...section.matchAll(/^\| `(\w+)` \|([^|]*)\|$/gm)]
  return new Map(
    rows.map((row) => [row[1]!, new Set([...row[2]!.matchAll(/`(\w+)`/g)].map((name) => name[1]!))]),
  )
}

const folderOf = (path: string) => path.split('/')[1] ?? ''
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

function findForbidden(file: SourceFile, arrows: Arrows): string[] {
  const from = folderOf(file.path)
  return importedPaths(file)
    .filter((target) => target.startsWith('src/') && target.split('/').length > 2)
    .flatMap((target) => {
      const to = folderOf(target)
      if (to === from) return []
      if (!arrows.get(from)?.has(to)) return [`${file.path}: ${from} may not import ${to} (${target})`]
      if (!/\/index\.ts$/.test(target))
        return [`${file.path}: import ${to} through its index.ts, not ${target}`]
      return []
    })
}

const arrows = parseArrows(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))
const files = readSourceFiles('src')

describe('imports', () => {
  it('has a row in ARCHITECTURE.md for every folder of src', () => {
    const folders = new Set(
      files.filter((file) => file.path.split('/').length > 2).map((file) => folderOf(file.path)),
    )
    expect([...folders].filter((folder) => !arrows.has(folder))).toEqual([])
  })

  it('names only folders that have a row, and no circle', () => {
    const reach = (folder: string, seen = new Set<string>()): Set<string> => {
      for (const next of arrows.get(folder) ?? []) if (!seen.has(next)) reach(next, seen.add(next))
      return seen
    }
    for (const [folder, allowed] of arrows) {
      for (const name of allowed) expect(arrows.has(name), `${folder} names ${name}`).toBe(true)
      expect(reach(folder).has(folder), `${folder} reaches itself`).toBe(false)
    }
  })

  it('points only where the table allows, and through index.ts', () => {
    expect(files.filter((file) => !isTest(file.path)).flatMap((file) => findForbidden(file, arrows))).toEqual(
      [],
    )
  })

  it('would be caught if it pointed the wrong way', () => {
    const wrong = { path: 'src/model/x.ts', text: "import { a } from '../cli/index.ts'" }
    const deep = { path: 'src/cli/x.ts', text: "const a = await import('../model/text.ts')" }
    expect(findForbidden(wrong, arrows)).toHaveLength(1)
    expect(findForbidden(deep, arrows)).toHaveLength(1)
  })
})
