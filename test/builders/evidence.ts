/** Copies of sources and the passages in them, added to a built tracker as `holdfast documents add` would. */
import type { Block, DocumentText } from '../../src/model/index.ts'
import { foldEvents, planPassages, splitParts, type TrackerEvent } from '../../src/tracker/index.ts'

/** A text of paragraphs; a line that begins with "# " is a heading. */
export function aDocument(text: string, hash = 'a'): DocumentText {
  const blocks: Block[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      blocks.push({
        kind: line.startsWith('# ') ? 'heading' : 'paragraph',
        start: at + (line.startsWith('# ') ? 2 : 0),
        end: at + line.length,
        ...(line.startsWith('# ') ? { level: 1 } : {}),
      })
    at += line.length + 1
  }
  return {
    mediaType: 'text/plain',
    sha256: hash.repeat(64).slice(0, 64),
    title: null,
    publisher: null,
    date: null,
    text,
    blocks,
    pages: null,
    notices: [],
  }
}

/** The events of the tracker with a copy of a source added, and what was told of its passages. */
export function addCopy(
  events: readonly TrackerEvent[],
  source: string,
  document: DocumentText,
  recordedAt = '2026-02-01T00:00:00.000Z',
) {
  const id = document.sha256.slice(0, 16)
  const stamp = { recordedAt, by: 'operator' }
  const capture: TrackerEvent = {
    ...stamp,
    sequence: events.length + 1,
    action: 'recorded',
    type: 'capture',
    id,
    reason: null,
    body: {
      id,
      source,
      hash: document.sha256,
      textHash: document.sha256,
      bytes: document.text.length,
      mediaType: document.mediaType,
      fileName: `${source.toLowerCase()}.txt`,
      takenOn: null,
      from: null,
      title: document.title,
      pages: document.pages?.length ?? null,
      characters: document.text.length,
      parts: splitParts(document),
    },
  }
  const { changes, rows } = planPassages(foldEvents(events), { id, source, document })
  const passages = changes.map((change, at): TrackerEvent => {
    return { ...stamp, sequence: events.length + 2 + at, ...change }
  })
  return { events: [...events, capture, ...passages], rows, changes }
}
