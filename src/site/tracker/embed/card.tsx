/** A small card of a topic or a promise, made to stand in a frame on other sites: no script, its own style, one sentence each. */

import { createHash } from 'node:crypto'
import { addressOf, type Standpoint } from '../../../api/tracker/index.ts'
import {
  commitmentsOf,
  deliveryOf,
  findRecord,
  findTopic,
  nameOf,
  type RecordOf,
  standingOfTopic,
} from '../../../tracker/index.ts'
import { raw } from '../../markup/jsx-runtime.ts'
import { axesOf, sayDelivery } from '../marks.tsx'
import { viewAt } from '../view.ts'
import { sayDate, sayDay, sayTimes, sentenceCase, strengthWord } from '../words.ts'

export interface Card {
  readonly title: string
  /** The page the card is of. */
  readonly path: string
  readonly lead: string
  readonly rows: readonly (readonly [name: string, value: string, detail: string | null])[]
}

/** What the frame may be to stay whole: the card never needs more on a phone. */
export const CARD_SIZE = { width: 480, height: 420 } as const

const STYLE =
  ':root{color-scheme:light dark;--paper:#faf8f2;--ink:#1d201d;--quiet:#55594f;--line:#d9d4c5;--accent:#0b5a50}@media(prefers-color-scheme:dark){:root{--paper:#161a19;--ink:#ebe7dc;--quiet:#b4b4a8;--line:#3a403d;--accent:#84d3c1}}*{box-sizing:border-box}body{margin:0;padding:1rem 1.1rem;background:var(--paper);color:var(--ink);font:16px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;border:1px solid var(--line);border-block-start:3px solid var(--accent);overflow-wrap:anywhere}h1{margin:0 0 .3rem;font:600 1.2rem/1.25 Charter,"Iowan Old Style",Georgia,"Liberation Serif",serif}a{color:var(--accent)}a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}p{margin:0 0 .6rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0 0 .7rem}dt{color:var(--quiet)}dd{margin:0;font-weight:600}small{font-weight:400;font-size:.86em;color:var(--quiet)}.foot{margin:0;font-size:.82rem;color:var(--quiet)}'

/** Any site may frame it; it loads and runs nothing. */
export const CARD_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`

/** Null where the path has no card: only topics and promises have one. */
export function findCard(at: Standpoint, path: string): Card | null {
  const [, kind, id = ''] = /^\/(topics|commitments)\/([^/]+)$/.exec(path) ?? []
  if (kind === 'topics') {
    const topic = findTopic(at.state, id)
    return topic ? topicCard(at, topic) : null
  }
  const commitment = kind === 'commitments' ? findRecord(at.state, 'commitment', id) : undefined
  return commitment ? commitmentCard(at, commitment) : null
}

function topicCard(at: Standpoint, topic: RecordOf<'topic'>): Card {
  const standing = standingOfTopic(at.state, topic)
  const verdicts = at.settings.verdicts
  const verdict = verdicts.find(({ id }) => id === standing.verdict?.verdict)?.label
  const rows = axesOf(
    viewAt(at, (path) => path),
    standing,
  ).map(({ name, value, detail }): [string, string, string | null] => {
    // The verdict's own mark is drawn by the page's style; here its word stands alone.
    const word = name === 'Verdict' ? (verdict ?? 'Not yet judged') : String(value)
    return [name, word, detail]
  })
  const count = commitmentsOf(at.state, topic.id).length
  const lead = `${topic.summary} ${count === 1 ? 'One promise' : `${count} promises`} followed.`
  return { title: topic.title, path: `/topics/${topic.id}`, lead, rows }
}

function commitmentCard(at: Standpoint, { id, title, by, versions }: RecordOf<'commitment'>): Card {
  const last = versions.at(-1)
  const rows: [string, string, string | null][] = [
    ['Promised by', nameOf(at.state, by), null],
    ['Promise', last ? strengthWord(last.strength) : 'None', last ? sayDate(last.on) : null],
    ['Said', sentenceCase(sayTimes(versions.length)), null],
    ['Delivery', sayDelivery(deliveryOf(at.state, id)), null],
  ]
  return { title, path: `/commitments/${id}`, lead: last?.text ?? '', rows }
}

/** Words of a card are cut where they would push the rest out of its frame. */
const LONGEST_LEAD = 180

const shorten = (text: string): string =>
  text.length <= LONGEST_LEAD ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST_LEAD))}…`

export function renderCard(at: Standpoint, { title, path, lead, rows }: Card): string {
  const page = addressOf(at, path)
  const card = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="canonical" href={page} />
        <base target="_blank" />
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>
            <a href={page} rel="noopener">
              {title}
            </a>
          </h1>
          <p>{shorten(lead)}</p>
          <dl>
            {rows.map(([name, value, detail]) => (
              <>
                <dt>{name}</dt>
                <dd>
                  {value}
                  {detail === null ? null : <small> {detail}</small>}
                </dd>
              </>
            ))}
          </dl>
          <p class="foot">
            {at.settings.title}, as of {sayDay(at.today)}. Every claim names its source there.
          </p>
        </main>
      </body>
    </html>
  )
  return `<!doctype html>\n${String(card)}\n`
}
