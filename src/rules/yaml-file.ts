/** A YAML file of a rulebook: what it holds, and the line on which each part of it stands. */
import { isNode, LineCounter, parseDocument, type YAMLParseError } from 'yaml'
import type { Path, RulebookProblem } from './problem.ts'

export interface YamlFile {
  readonly file: string
  readonly data: unknown
  readonly problems: readonly RulebookProblem[]
  /** The line (from 1) of a part, or of the nearest that is there. */
  readonly lineOf: (path: Path) => number
}

/** Never throws: what cannot be read is among the problems, and `data` is then empty. */
export function readYamlFile(file: string, text: string): YamlFile {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const problems = findUnreadable(text) ?? document.errors.map((error) => describeYaml(error, text))
  const lineOf = (path: Path): number => {
    // A key that is missing is reported where it should stand: at the nearest part that is there.
    for (let length = path.length; length > 0; length--) {
      const part = document.getIn(path.slice(0, length), true)
      if (isNode(part) && part.range) return lineCounter.linePos(part.range[0]).line
    }
    return 1
  }
  let data: unknown = {}
  try {
    if (problems.length === 0) data = document.toJS()
  } catch (error) {
    problems.push({
      path: [],
      message: `its aliases (*name) cannot be followed (${error instanceof Error ? error.message : error})`,
      advice: 'Write the parts out.',
    })
  }
  const lines = new Map(problems.map((problem) => [problem.path, problem.offset]))
  return {
    file,
    data,
    problems: problems.map((problem) => ({ ...problem, file })),
    lineOf: (path: Path) => {
      const offset = lines.get(path)
      return offset === undefined ? lineOf(path) : lineCounter.linePos(offset).line
    },
  }
}

type FileProblem = Omit<RulebookProblem, 'file'> & { readonly offset?: number }

/** What is no text at all; null where it can be YAML. */
function findUnreadable(text: string): FileProblem[] | null {
  if (text.trim() === '')
    return [{ path: [], message: 'the file is empty', advice: 'Write its parts, or take the file away.' }]
  const offset = text.search(/[\0\uFFFD]/)
  if (offset < 0) return null
  const message = 'the file holds bytes that are not UTF-8'
  return [{ path: [], message, advice: 'Save it as UTF-8.', offset }]
}

/** The library's words without the place that stands in front already; a key twice by its name. */
function describeYaml({ code, message, pos: [offset] }: YAMLParseError, text: string): FileProblem {
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(offset))?.[0].trim()
    return { path: [], message: `the key "${key}" is written twice`, advice: 'Keep one of the two.', offset }
  }
  const [first = 'it is not YAML'] = message.split('\n')
  return {
    path: [],
    message: first.replace(/ at line \d+, column \d+:?$/, ''),
    advice: 'Check the indentation, colons and quotes there.',
    offset,
  }
}
