/** What a backup holds, in this order. docs/ledger.md describes it for those who read one without us. */
export const MANIFEST = 'holdfast-backup.json'
export const ENTRIES = 'log/entries.jsonl'
export const CHECKPOINTS = 'log/checkpoints.jsonl'
export const documentName = (hash: string): string => `documents/${hash}`

export const SCHEMA = 'holdfast/backup@1'

export interface Manifest {
  readonly schema: typeof SCHEMA
  readonly size: number
  readonly root: string
  readonly documents: number
}
