/** Reads a rulebook from the texts of its files, so that what is wrong is reported with its line. */
import { parseRulebook } from './parse-rulebook.ts'
import { type FindLine, RulebookError } from './problem.ts'
import type { Rulebook } from './rulebook.ts'
import { checkExamples } from './run-example.ts'
import { readYamlFile } from './yaml-file.ts'

/** The text of each file, by the file's name. */
export type RulebookTexts = Readonly<Record<string, string>>

/**
 * Reads the files and runs the examples that stand in them.
 * @throws RulebookError listing every problem, each with file, line, what is wrong and what to write.
 */
export function parseRulebookTexts(texts: RulebookTexts): Rulebook {
  const files = Object.entries(texts).map(([file, text]) => readYamlFile(file, text))
  const findLine: FindLine = (file, path) => files.find((one) => one.file === file)?.lineOf(path) ?? null
  const problems = files.flatMap((file) => file.problems)
  if (problems.length > 0) throw new RulebookError(problems, findLine)
  const rulebook = parseRulebook(Object.fromEntries(files.map(({ file, data }) => [file, data])), findLine)
  const wrong = checkExamples(rulebook)
  if (wrong.length > 0) throw new RulebookError(wrong, findLine)
  return rulebook
}
