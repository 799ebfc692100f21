import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source-files.ts'

const folder = join(root, 'docs/adr')
const records = readdirSync(folder).filter((name) => name.endsWith('.md'))

describe('decision records', () => {
  it('are numbered, each number once', () => {
    const numbers = records.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1])
    expect(numbers).not.toContain(undefined)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it.each(records)('%s says its status, date, context, decision, consequences and alternatives', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(text).toMatch(/^Status: (proposed|accepted|superseded by \d{4})$/m)
    expect(text).toMatch(/^Date: \d{4}-\d{2}-\d{2}$/m)
    for (const heading of ['Context', 'Decision', 'Consequences', 'Alternatives'])
      expect(text).toContain(`\n## ${heading}\n`)
  })
})
