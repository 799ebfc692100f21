/** A small record, held whole: folded anew when there is more of it. */
import { createMemoryReader, type TrackerEvent } from '../../tracker/index.ts'
import type { OpenConnection } from '../keep-open.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { readEvents } from '../store/read-events.ts'
import type { ReadRecordAs, RecordSource } from './record-source.ts'

/** `earlier` are the events that were read before, the beginning of the same log. */
export async function readHeld(
  connection: OpenConnection,
  checkpoint: Checkpoint,
  { synonyms, earlier }: ReadRecordAs,
): Promise<RecordSource> {
  const events: TrackerEvent[] = earlier === null || earlier.length > checkpoint.size ? [] : [...earlier]
  for await (const event of connection.each((database) => readEvents(database, events.length))) {
    if (event.sequence > checkpoint.size) break
    events.push(event)
  }
  const reader = createMemoryReader({ events, synonyms, root: checkpoint.root })
  return { ...reader, checkpoint, events, head: await reader.readHead() }
}
