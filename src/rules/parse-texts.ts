/** Reads a rulebook from the texts of its files, so that what is wrong is reported with its line. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import { parseRulebook } from './parse-rulebook.ts'
import { type FindLine, type Path, RulebookError, type RulebookProblem } from './problem.ts'
import type { Rulebook } from './rulebook.ts'
import { checkExamples } from './run-example.ts'

/** The text of each file, by the file's name. */
export type RulebookTexts = Readonly<Record<string, string>>

/**
 * Reads the files and runs the examples that stand in them.
 * @throws RulebookError listing every problem, each with file, line, what is wrong and what to write.
 */
export function parseRulebookTexts(texts: RulebookTexts): Rulebook {
  const files = Object.entries(texts).map(([file, text]) => readFile(file, text))
  const findLine: FindLine = (file, path) => files.find((one) => one.file === file)?.lineOf(path) ?? null
  const problems = files.flatMap((file) => file.problems)
  if (problems.length > 0) throw new RulebookError(problems, findLine)
  const rulebook = parseRulebook(Object.fromEntries(files.map(({ file, data }) => [file, data])), findLine)
  const wrong = checkExamples(rulebook)
  if (wrong.length > 0) throw new RulebookError(wrong, findLine)
  return rulebook
}

function readFile(file: string, text: string) {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const problems: RulebookProblem[] = document.errors.map((error) => ({
    file,
    path: [],
    message: error.message.split('\n')[0] ?? 'it is not YAML',
    advice: 'Check the indentation, colons and quotes there.',
  }))
  const lineOf = (path: Path): number | null => {
    // A key that is missing is reported where it should stand: at the nearest part that is there.
    for (let length = path.length; length > 0; length--) {
      const part = document.getIn(path.slice(0, length), true)
      if (isNode(part) && part.range) return lineCounter.linePos(part.range[0]).line
    }
    const first = document.errors[0]?.pos[0]
    return first === undefined ? 1 : lineCounter.linePos(first).line
  }
  const data: unknown = document.errors.length > 0 ? {} : document.toJS()
  return { file, data, problems, lineOf }
}
