/** What must be said wherever a copy's text is shown: whose copy, of what, when, and where the original is. */
import { findRecord, type RecordOf } from '../../../tracker/index.ts'
import type { View } from '../view.ts'
import { sayDay } from '../words.ts'

type Capture = RecordOf<'capture'>

export interface CopyProps {
  readonly view: View
  readonly capture: Capture
  readonly source: RecordOf<'source'>
}

/** "Copy added on 22 November 2026 by the operator; taken on 24 May 2022." */
export function sayAdded({ state }: View, { id, takenOn }: Capture): string {
  const event = state.records.capture.get(id)?.events[0]
  const added = event === undefined ? '' : `added on ${sayDay(event.recordedAt.slice(0, 10))} by ${event.by}`
  const taken = takenOn === null ? 'the day it was taken was not told' : `taken on ${sayDay(takenOn)}`
  return [added, taken].filter((part) => part !== '').join('; ')
}

export function CopyNotice({ view, capture, source }: CopyProps) {
  return (
    <p class="copy-notice">
      This is a copy that the keeper of this tracker holds, so that you can see what claims rest on (
      {sayAdded(view, capture)}
      ). A program read its text: where the layout matters, look at{' '}
      <a href={source.address} rel="external">
        the original
      </a>{' '}
      of {source.publisher.replace(/ \(.*\)$/, '')}.
    </p>
  )
}

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/html': 'web page',
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
}

export function CopyTable({ view, capture, source }: CopyProps) {
  const rows: readonly (readonly [string, string])[] = [
    ['Published by', source.publisher],
    ['Published at', source.address],
    ['Taken from', capture.from ?? 'not told'],
    ['Taken on', capture.takenOn === null ? 'not told' : sayDay(capture.takenOn)],
    [
      'File',
      `${capture.fileName}, ${KINDS[capture.mediaType] ?? 'document'}, ${capture.bytes.toLocaleString('en-GB')} bytes`,
    ],
    ['SHA-256', capture.hash],
  ]
  return (
    <dl class="copy-facts">
      {rows.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>
            {name === 'Published at' ? (
              <a href={value} rel="external">
                {value}
              </a>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>Source</dt>
        <dd>
          <a href={view.href(`/sources/${source.id}`)}>{source.id}</a>
        </dd>
      </div>
    </dl>
  )
}

export const sourceOf = ({ state }: View, capture: Capture): RecordOf<'source'> | undefined =>
  findRecord(state, 'source', capture.source)
