// The export: a tracker as a folder of files.
import verifier from './verify-export.mjs?raw'

export type { Exported, ExportFile, ExportRecord } from './export-options.ts'
export { exportSite } from './export-site.ts'
export { answerPlainly } from './plain-answers.ts'
export { yearEnds } from './year-ends.ts'

/** The program that checks an export without Holdfast. */
export const VERIFIER: string = verifier
