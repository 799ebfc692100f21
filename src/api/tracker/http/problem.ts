/** What goes wrong for a caller, as RFC 9457 tells it: a closed list of codes, each explained in docs/api.md. */

export const PROBLEMS = {
  address_unknown: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address only reads' },
  day_invalid: { status: 400, title: 'The day cannot be read' },
  parameter_unknown: { status: 400, title: 'A parameter is not known' },
  parameter_invalid: { status: 400, title: 'A parameter has a value that cannot be' },
  cursor_invalid: { status: 400, title: 'The cursor is not one of ours' },
  format_unknown: { status: 501, title: 'This format is not offered' },
  origin_refused: { status: 403, title: 'This page may not call' },
  body_invalid: { status: 400, title: 'What was sent cannot be read' },
  body_too_large: { status: 413, title: 'What was sent is too large' },
  record_too_large: { status: 501, title: 'The record is too large for this' },
  record_unreachable: { status: 503, title: 'The record cannot be read now' },
} as const

export type ProblemCode = keyof typeof PROBLEMS
export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[] // keys of a literal are its type's keys

/** Thrown where an answer is made, and turned into one at the edge. `detail` says what happened and what to do. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly headers: Readonly<Record<string, string>>

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.headers = headers
  }
}

export interface PresentedProblem {
  /** A name, not an address to open. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode
  readonly help: string
}

/** Where docs/api.md is published beside the data. */
const HELP = '/data#problems'

export function presentProblem({ code, message }: Problem): PresentedProblem {
  const { status, title } = PROBLEMS[code]
  return { type: `urn:holdfast:problem:${code}`, title, status, detail: message, code, help: HELP }
}

export function problemResponse(problem: Problem): Response {
  const presented = presentProblem(problem)
  return new Response(`${JSON.stringify(presented)}\n`, {
    status: presented.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', ...problem.headers },
  })
}
