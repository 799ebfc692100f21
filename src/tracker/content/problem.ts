/** Something wrong in a content file, told so that the person who wrote it can put it right. */
export interface ContentProblem {
  readonly file: string
  /** From 1; null where the problem is the whole file's. */
  readonly line: number | null
  readonly message: string
  readonly fix: string
}

/** "topics/leave.yaml:12: unknown source "NKC". Add it to sources, or correct the id." */
export function describeProblem(problem: ContentProblem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`
  return `${place}: ${problem.message} ${problem.fix}`
}
