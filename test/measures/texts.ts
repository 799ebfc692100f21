// The documents that accuracy and speed are measured on. They lie beside the project, not in it; without them the
// measures say so and use nothing else in their place.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = process.cwd()
export const sharedFolder = resolve(root, '../shared')

export const documentsFolder = join(sharedFolder, 'documents')

export interface InquiryPair {
  readonly set: string
  readonly report: string
  readonly response: string
}

export const inquiryPairs: readonly InquiryPair[] = [
  'covid-module-1',
  'post-office-horizon',
  'space-economy',
].map((set) => ({
  set,
  report: join(documentsFolder, 'inquiries', `${set}-report.pdf`),
  response: join(documentsFolder, 'inquiries', `${set}-response.pdf`),
}))

export function hasDocuments(): boolean {
  return existsSync(documentsFolder)
}
