/** The whole log as files that anyone can host, and check without Holdfast: entries, tiles of the tree, the checkpoint. */
import type { TrackerEvent } from '../../tracker/index.ts'
import { bytesOf, type Hash } from '../log/hash.ts'
import { merkleRoot } from '../log/merkle.ts'
import { entryFiles, hashTiles, type LogFile } from '../log/tiles.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import type { WalkedEntry } from '../verify/walk-log.ts'

export type { LogFile } from '../log/tiles.ts'

/** A log held whole, as it stood when it was read. */
export interface HeldLog {
  readonly checkpoint: Checkpoint
  readonly events: readonly TrackerEvent[]
  /** The exact line of each entry. */
  readonly lines: readonly string[]
  readonly hashes: readonly Hash[]
  /** The documents that entries name, each once. */
  readonly documents: readonly Hash[]
}

export async function holdLog(entries: AsyncIterable<WalkedEntry>): Promise<HeldLog> {
  const events: TrackerEvent[] = []
  const lines: string[] = []
  const hashes: Hash[] = []
  const documents = new Set<Hash>()
  for await (const { sequence, text, hash, entry } of entries) {
    if (entry === null) throw new Error(`entry ${sequence} cannot be read`)
    events.push(entry.event)
    lines.push(text)
    hashes.push(hash)
    for (const each of entry.documents) documents.add(each)
  }
  return {
    checkpoint: { size: lines.length, root: merkleRoot(hashes) },
    events,
    lines,
    hashes,
    documents: [...documents],
  }
}

/** What the checkpoint was when the log had `size` entries. */
export const checkpointAt = ({ hashes }: HeldLog, size: number): Checkpoint => ({
  size,
  root: merkleRoot(hashes.slice(0, size)),
})

/** `origin` names the log in its checkpoint, so that checkpoints of two logs are not taken for each other. */
export function logFiles({ checkpoint, events, lines, hashes }: HeldLog, origin: string): LogFile[] {
  return [
    { path: 'checkpoint', bytes: Buffer.from(noteOf(checkpoint, origin)) },
    ...hashTiles(hashes),
    ...entryFiles(lines),
    ...recordFiles(events),
  ]
}

/** Every record as its last entry left it, one a line and a file a kind: what the log comes to. */
function recordFiles(events: readonly TrackerEvent[]): LogFile[] {
  const last = new Map(events.map((event) => [`${event.type} ${event.id}`, event]))
  const lines = new Map<string, string[]>()
  for (const { type, id, sequence, body } of last.values())
    if (body !== null) append(lines, type, JSON.stringify({ body, id, sequence, type }))
  return [...lines].map(([type, of]) => ({
    path: `records/${type}.jsonl`,
    bytes: Buffer.from(of.map((line) => `${line}\n`).join('')),
  }))
}

/** The text of a C2SP checkpoint: origin, size, root in base64. Nobody has signed it. */
const noteOf = ({ size, root }: Checkpoint, origin: string): string =>
  `${origin.replaceAll(/\s+/g, ' ')}\n${size}\n${bytesOf(root).toString('base64')}\n`

function append(lines: Map<string, string[]>, type: string, line: string): void {
  const known = lines.get(type)
  if (known === undefined) lines.set(type, [line])
  else known.push(line)
}
