/** Characters that nobody sees and that change what others read: no record may hold them, and no database a zero byte. */
import { sayField } from './shape-problem.ts'

/** Control characters but the ends of lines and tabs, halves of characters, and those that turn the order of letters around. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/u

type Path = readonly PropertyKey[]

/** What is wrong, how to put it right, and in which part of the record: the first such character of each text. */
export function findUnseenProblems(body: object): (readonly [message: string, fix: string, at: Path])[] {
  return findUnseen(body, []).map(({ path, name }) => [
    `${sayField(path)} holds a character that nobody sees (${name}).`,
    'Take it out, or type the text again.',
    path,
  ])
}

/** `name`: as the character is named: "U+202E". */
function findUnseen(value: unknown, path: Path): { readonly path: Path; readonly name: string }[] {
  if (typeof value === 'string') {
    const code = UNSEEN.exec(value)?.[0].codePointAt(0)
    if (code === undefined) return []
    return [{ path, name: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` }]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, part]) =>
    findUnseen(part, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
