import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMAND_NAMES, COMMANDS } from '../../src/cli/commands.ts'
import { commandHelp, nameOption, overviewHelp } from '../../src/cli/help.ts'
import { ENVIRONMENT, OPTIONS, type Option, optionsOf } from '../../src/cli/options.ts'
import { readSourceFiles, root } from './source-files.ts'

const page = readFileSync(join(root, 'docs/cli.md'), 'utf8')

/** The rows of the table under a heading, cells trimmed. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^\| (`.*) \|$/gm)].map((row) => (row[1] ?? '').split(' | '))
}

describe('docs/cli.md', () => {
  it('lists every command as the help words it', () => {
    expect(rowsUnder('Commands')).toEqual(
      COMMANDS.map(({ synopsis, summary }) => [`\`${synopsis}\``, summary]),
    )
  })

  it('lists every option as the help words it, with the commands that take it', () => {
    const options: readonly Option[] = OPTIONS
    expect(rowsUnder('Options')).toEqual(
      options.map((option) => [
        `\`${nameOption(option)}\``,
        option.commands.length === COMMAND_NAMES.length ? 'all' : option.commands.join(', '),
        option.summary,
      ]),
    )
  })

  it('lists the environment', () => {
    expect(rowsUnder('Environment')).toEqual(ENVIRONMENT.map(([name, meaning]) => [`\`${name}\``, meaning]))
  })

  it('links to pages that exist', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((link) => link[1] ?? '')
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([])
  })
})

describe('the help', () => {
  it('names every command, and every option of each', () => {
    for (const { synopsis } of COMMANDS) expect(overviewHelp()).toContain(synopsis)
    for (const name of COMMAND_NAMES.filter((each) => each !== 'help'))
      for (const option of optionsOf(name)) expect(commandHelp(name)).toContain(nameOption(option))
  })

  it('fits 80 columns', () => {
    for (const text of [overviewHelp(), ...COMMAND_NAMES.map(commandHelp)])
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })
})

describe('the environment', () => {
  // The parser's process has an entry point of its own, and starting it passes on a part of ours.
  const allowed = ['src/cli/', 'src/documents/process/']

  it('is read in src/cli only', () => {
    const readers = readSourceFiles('src').filter(
      ({ path, text }) => /\bprocess\.(env|argv|exit)\b/.test(text) && !path.includes('.test.'),
    )
    expect(
      readers.map(({ path }) => path).filter((path) => !allowed.some((folder) => path.startsWith(folder))),
    ).toEqual([])
  })
})
