/** `holdfast rulebook FOLDER`: checks a rulebook as its editor has it, naming file and line of each problem. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../model/index.ts'
import { checkScenarios, parseRulebookTexts } from '../rules/index.ts'
import type { CommandLine } from './command-line.ts'
import { EXIT_OK } from './exit-code.ts'
import { writeResult } from './output.ts'
import type { Terminal } from './terminal.ts'

export async function runRulebook(line: CommandLine, terminal: Terminal): Promise<number> {
  const folder = line.files[0] ?? '.'
  const names = (await listFiles(folder)).filter((name) => name.endsWith('.yaml'))
  if (names.length === 0)
    throw new UsageError(
      'file_not_found',
      `There are no .yaml files in ${folder}. Name the folder of a rulebook.`,
    )
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  )
  const [scenarios, parts] = partition(texts)
  const book = parseRulebookTexts(parts)
  const told = checkScenarios(scenarios, book)
  const { rules, parameters, supports, proposals, examples } = book
  const counts = `${supports.size} supports, ${rules.size} rules, ${parameters.size} parameters, ${proposals.size} proposals, ${examples.length} examples, ${told} scenarios`
  await writeResult(`${folder}: nothing wrong. ${counts}.\n`, null, terminal)
  return EXIT_OK
}

/** The files of scenarios, and those of the rulebook itself. */
function partition(texts: readonly (readonly [string, string])[]) {
  const isScenario = ([name]: readonly [string, string]) => /^scenarios[\\/]/.test(name)
  const scenarios = texts.filter(isScenario)
  return [Object.fromEntries(scenarios), Object.fromEntries(texts.filter((one) => !isScenario(one)))] as const
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder, { recursive: true })).sort()
  } catch (error) {
    throw new UsageError('file_not_found', `There is no folder ${folder}. Name the folder of a rulebook.`, {
      cause: error,
    })
  }
}
