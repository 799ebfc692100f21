/** Something that is not as it was written: which record, and what is wrong with it. */
export interface Problem {
  /** "entry 12", "document 9f86…", "record topic leave", "checkpoint 300". */
  readonly record: string
  readonly message: string
}

export type Report = (record: string, message: string) => void
