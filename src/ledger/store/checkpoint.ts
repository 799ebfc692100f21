/** How far the log goes, and the hash that commits to all of it: what a person notes down to hold us to it later. */
import { UsageError } from '../../model/index.ts'
import { type Hash, parseHash } from '../log/hash.ts'
import { EMPTY_FRONTIER, EMPTY_ROOT, type Frontier, frontierRoot } from '../log/merkle.ts'

export interface Checkpoint {
  /** How many entries. */
  readonly size: number
  /** Merkle root of them. */
  readonly root: Hash
}

export const EMPTY_CHECKPOINT: Checkpoint = { size: 0, root: EMPTY_ROOT }

/** "412:9f86d0…" */
export const writeCheckpoint = ({ size, root }: Checkpoint): string => `${size}:${root}`

/** Throws `option_invalid`. */
export function parseCheckpoint(text: string): Checkpoint {
  const [, size = '', digits = ''] = /^(\d{1,15}):([0-9a-f]+)$/.exec(text.trim()) ?? []
  const root = parseHash(digits)
  if (size !== '' && root !== null) return { size: Number(size), root }
  throw new UsageError(
    'option_invalid',
    `"${text}" is no checkpoint. It is a number, a colon and 64 hexadecimal digits, as \`holdfast verify\` prints it.`,
  )
}

/** A checkpoint as the database keeps it. */
export interface CheckpointRow {
  readonly size: number
  readonly root: string
  readonly frontier: readonly string[]
}

export const toRow = (frontier: Frontier): CheckpointRow => ({
  size: frontier.size,
  root: frontierRoot(frontier),
  frontier: frontier.hashes,
})

/** The frontier of a row; its hashes are believed here and checked by `verify`. */
export function frontierOf(row: CheckpointRow | undefined): Frontier {
  if (row === undefined) return EMPTY_FRONTIER
  return { size: row.size, hashes: row.frontier as readonly Hash[] } // written by toRow
}
