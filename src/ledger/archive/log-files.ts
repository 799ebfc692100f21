/** The whole log as files that anyone can host, and check without Holdfast: entries, tiles of the tree, the checkpoint. */
import type { TrackerEvent } from '../../tracker/index.ts'
import { bytesOf, type Hash } from '../log/hash.ts'
import { addLeaves, EMPTY_FRONTIER, type Frontier, frontierRoot } from '../log/merkle.ts'
import { bytesOfLines, entryFiles, hashTiles, type LogFile, logFile } from '../log/tiles.ts'
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
  /** The root when the log had `size` entries. */
  readonly rootAt: (size: number) => Hash
  /** The documents that entries name, each once. */
  readonly documents: readonly Hash[]
}

/** Roots are asked for of a log that was little shorter, so what they rest on is kept every so many leaves. */
const KEPT_EVERY = 1024

function rootsOf(leaves: readonly Hash[]) {
  const kept: Frontier[] = []
  let frontier = EMPTY_FRONTIER
  for (let from = 0; from < leaves.length; from += KEPT_EVERY) {
    kept.push(frontier)
    frontier = addLeaves(frontier, leaves.slice(from, from + KEPT_EVERY))
  }
  const rootAt = (size: number): Hash => {
    const before = kept[Math.floor(size / KEPT_EVERY)] ?? EMPTY_FRONTIER
    return frontierRoot(addLeaves(before, leaves.slice(before.size, size)))
  }
  return { root: frontierRoot(frontier), rootAt }
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
  const { root, rootAt } = rootsOf(hashes)
  return {
    checkpoint: { size: lines.length, root },
    rootAt,
    events,
    lines,
    hashes,
    documents: [...documents],
  }
}

/** What the checkpoint was when the log had `size` entries. */
export const checkpointAt = ({ rootAt }: HeldLog, size: number): Checkpoint => ({ size, root: rootAt(size) })

/** `origin` names the log in its checkpoint, so that checkpoints of two logs are not taken for each other. */
export function logFiles({ checkpoint, events, lines, hashes }: HeldLog, origin: string): LogFile[] {
  return [
    logFile('checkpoint', checkpoint.size, () => Buffer.from(noteOf(checkpoint, origin))),
    ...hashTiles(hashes),
    ...entryFiles(lines),
    ...recordFiles(events),
  ]
}

/** Every record as its last entry left it, one a line and a file a kind: what the log comes to. */
function recordFiles(events: readonly TrackerEvent[]): LogFile[] {
  const last = new Map(events.map((event) => [`${event.type} ${event.id}`, event]))
  const types = new Map<string, TrackerEvent[]>()
  for (const event of last.values()) if (event.body !== null) append(types, event.type, event)
  const ends = new Map(events.map(({ type, sequence }) => [type as string, sequence]))
  return [...types].map(([type, of]) =>
    logFile(`records/${type}.jsonl`, ends.get(type) ?? 0, () =>
      bytesOfLines(of.map(({ id, sequence, body }) => JSON.stringify({ body, id, sequence, type }))),
    ),
  )
}

/** The text of a C2SP checkpoint: origin, size, root in base64. Nobody has signed it. */
const noteOf = ({ size, root }: Checkpoint, origin: string): string =>
  `${origin.replaceAll(/\s+/g, ' ')}\n${size}\n${bytesOf(root).toString('base64')}\n`

function append(types: Map<string, TrackerEvent[]>, type: string, event: TrackerEvent): void {
  const known = types.get(type)
  if (known === undefined) types.set(type, [event])
  else known.push(event)
}
