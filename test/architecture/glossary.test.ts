import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSourceFiles, root } from './source-files.ts'

interface Term {
  readonly name: string
  readonly types: readonly string[]
  readonly unused: readonly string[]
}

function parseGlossary(markdown: string): Term[] {
  const rows = [...markdown.matchAll(/^\| \*\*(.+?)\*\* \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)]
  return rows.map(([, name = '', , types = '', unused = '']) => ({
    name,
    types: [...types.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''),
    unused: unused
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  }))
}

const terms = parseGlossary(readFileSync(join(root, 'GLOSSARY.md'), 'utf8'))
const sources = readSourceFiles('src').filter((file) => !file.path.includes('.test.'))

/** Names declared with `export` or as members of an exported interface would be too many; declarations are enough. */
function declaredNames(text: string): string[] {
  return [
    ...text.matchAll(/^(?:export )?(?:const|function|interface|type|class|async function)\s+(\w+)/gm),
  ].map((match) => match[1] ?? '')
}

/** `findCaveat` and `CAVEAT_LIST` are built from `caveat`; `indoctrinate` is not built from `doc`. */
function isBuiltFrom(identifier: string, word: string): boolean {
  const parts = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_]+/)
  const wanted = word.toLowerCase().split(' ')
  return parts.some((_, at) => wanted.every((part, offset) => parts[at + offset] === part))
}

describe('the glossary', () => {
  it('has terms, each once', () => {
    expect(terms.length).toBeGreaterThan(20)
    expect(new Set(terms.map((term) => term.name)).size).toBe(terms.length)
  })

  it('names only types that exist', () => {
    const declared = new Set(sources.flatMap((file) => declaredNames(file.text)))
    expect(terms.flatMap((term) => term.types).filter((type) => !declared.has(type))).toEqual([])
  })

  it('has a row for every type of the model', () => {
    const named = new Set(terms.flatMap((term) => term.types))
    const model = sources.filter(
      (file) => file.path.startsWith('src/model/') && !file.path.endsWith('errors.ts'),
    )
    const types = model.flatMap((file) =>
      [...file.text.matchAll(/^export (?:interface|type) (\w+)/gm)].map((match) => match[1] ?? ''),
    )
    expect(types.filter((type) => !named.has(type))).toEqual([])
  })

  it('keeps the words we do not use out of every declared name', () => {
    const unused = terms.flatMap((term) => term.unused)
    const wrong = sources.flatMap((file) =>
      declaredNames(file.text).flatMap((name) =>
        unused
          .filter((word) => isBuiltFrom(name, word))
          .map((word) => `${file.path}: ${name} uses "${word}"`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('gives the README its ten words', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const words = [
      ...(readme.split('## Ten words')[1] ?? '').split('\n## ')[0]!.matchAll(/^- \*\*(.+?)\*\*/gm),
    ]
    expect(words.map((match) => match[1])).toHaveLength(10)
    expect(
      words.map((match) => match[1]).filter((word) => !terms.some((term) => term.name === word)),
    ).toEqual([])
  })
})
