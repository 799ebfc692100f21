/** What a plain text says about itself in labelled lines near its top, as e-mails and press notices do. */
import { parseDay } from '../published-date.ts'
import { startsListItem } from './markers.ts'
import type { Passage } from './passages.ts'

export interface TextFacts {
  readonly title: string | null
  readonly publisher: string | null
  /** ISO 8601 day that a mail was sent; null without the head of one. */
  readonly date: string | null
  /** The lines that hold such facts and nothing else, by index. */
  readonly lines: ReadonlySet<number>
}

/** Passages looked at: facts stand before the text. */
const NEAR_TOP = 15
const LABEL =
  /^(from|to|cc|bcc|subject|re|date|sent|reply-to|importance|attachments?|publisher|published by|organisation|issued by|author|title)\s*:\s*(\S.{0,200})$/i
const MAIL_LABELS = /^(?:from|to|cc|bcc|subject|date|sent)$/

export function findTextFacts(passages: readonly Passage[]): TextFacts {
  const values = new Map<string, string>()
  const lines = new Set<number>()
  passages.slice(0, NEAR_TOP).forEach(({ text }, i) => {
    const [, label, value] = text.length <= 240 ? (LABEL.exec(text) ?? []) : []
    if (!label || !value) return
    if (!values.has(label.toLowerCase())) values.set(label.toLowerCase(), value.trim())
    lines.add(i)
  })
  const mailLabels = [...values.keys()].filter((label) => MAIL_LABELS.test(label)).length
  const hasMailHead = mailLabels >= 2
  const get = (...labels: string[]) => labels.map((label) => values.get(label)).find((value) => value) ?? null
  return {
    title: get('title') ?? (hasMailHead ? get('subject', 're') : coverTitle(passages)),
    publisher:
      get('publisher', 'published by', 'organisation', 'issued by') ?? nameOf(get('from')) ?? get('author'),
    date: hasMailHead ? parseDay(get('date', 'sent') ?? '') : null,
    lines: hasMailHead ? lines : new Set(),
  }
}

/** Most lines that a title is broken over on a cover, and the longest of them. */
const MOST_LINES = 8
const LONGEST_LINE = 60

/** A title broken over several short lines at the very top. Some line must go on where another left off. */
function coverTitle(passages: readonly Passage[]): string | null {
  const top = passages.slice(0, MOST_LINES + 2)
  const end = top.findIndex(({ text, gapBefore }, i) => {
    return (
      i > 0 &&
      (gapBefore > 0 ||
        startsListItem(text) ||
        text.length > LONGEST_LINE ||
        /[.!?]$/.test(text) ||
        /\d{4}$/.test(text))
    )
  })
  const lines = top.slice(0, end).map(({ text }) => text)
  const goesOn = lines.some(
    (line, i) =>
      i > 0 &&
      (/^[a-z(]/.test(line) || /(?:\b(?:the|of|to|for|and|on|in|a|with)|[:,–-])$/i.test(lines[i - 1] ?? '')),
  )
  const first = lines[0] ?? ''
  return lines.length >= 2 && lines.length <= MOST_LINES && goesOn && first.length <= LONGEST_LINE
    ? lines.join(' ').replace(/\s+/g, ' ')
    : null
}

/** "Elm Council <press@elm.example>" without its address; an address alone names no one. */
function nameOf(from: string | null): string | null {
  const name = (from ?? '').replace(/\s*[<(][^>)]*@[^>)]*[>)]\s*$/, '').replace(/^"(.*)"$/, '$1')
  return name === '' || name.includes('@') ? null : name
}
