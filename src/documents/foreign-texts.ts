/** Formats that are text of a kind and no document: feeds, data, messages. Read as prose, their signs would be words. */
import type { ForeignFormat } from './foreign-formats.ts'
import { findMarkupStart } from './markup-start.ts'

const SAVE_AS = 'Save it as PDF or DOCX and give that.'
const PROSE = 'Give the document itself as PDF, DOCX, HTML, Markdown or plain text.'

/** Enough to see how a text begins; mail servers write long heads. */
const HEAD = 65_536
/** Longest text that is tried as JSON whole. */
const LONGEST_DATA = 20_000_000

/** Roots of XML that a browser shows as a page. */
const PAGE_ROOTS = /^(?:html|head|body|title|meta|div|p|h[1-6]|article|section|main|table|ul|ol|svg)$/i

const ROOTS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:rss|feed|rdf:rdf)$/i,
    'a news feed (RSS or Atom)',
    'Open the page that it leads to, save that and give it.',
  ],
  [/^(?:w:wordDocument|pkg:package)$/i, 'a Word document saved as XML', SAVE_AS],
  [/^office:document/i, 'an OpenDocument text saved as XML', SAVE_AS],
]

const BEGINNINGS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:WEBVTT\b|\s*\d+\r?\n\d{2}:\d{2}:\d{2},\d{3} --> )/,
    'a file of subtitles',
    'Give a written transcript instead.',
  ],
  [/^\s*BEGIN:V(?:CALENDAR|CARD)\r?\n/, 'a calendar or address card', PROSE],
  [/^\s*(?:%[^\n]*\n\s*)*\\document(?:class|style)\b/, 'a LaTeX source', 'Typeset it as PDF and give that.'],
]

/** What `text` is, when it is of a known format that is not read; otherwise undefined. */
export function describeForeignText(text: string): ForeignFormat | undefined {
  const head = text.slice(0, HEAD)
  const found = describeXml(head) ?? describeMessage(head) ?? describeData(text) ?? describeBeginning(head)
  return found && { code: 'format_unsupported', what: found[0], advice: found[1] }
}

type Description = readonly [what: string, advice: string]

/** XML by its declaration or by a root of a known kind. */
function describeXml(head: string): Description | undefined {
  const { isDeclaredXml, rest } = findMarkupStart(head)
  const root = /^(?:<![^>]{0,500}>\s*)?<([\w:.-]{1,80})[\s/>]/.exec(rest)?.[1]
  if (root === undefined) return undefined
  const known = ROOTS.find(([pattern]) => pattern.test(root))
  if (known) return [known[1], known[2]]
  return isDeclaredXml && !PAGE_ROOTS.test(root)
    ? [`an XML file that is no page (its outermost element is "${root}")`, PROSE]
    : undefined
}

/** A message by the lines above it, those of its encoding among them: one without is text that anyone can read. */
function describeMessage(head: string): Description | undefined {
  if (!/^[A-Za-z][\w-]{1,60}: /.test(head)) return undefined
  const end = /\r?\n\r?\n/.exec(head)
  const lines = head.slice(0, end ? end.index : undefined)
  if (!/^(?:MIME-Version|Content-Transfer-Encoding):/im.test(lines) || !/^Content-Type:/im.test(lines))
    return undefined
  return /^Content-Type: *multipart\/related\b/im.test(lines)
    ? [
        'a web page saved in one file (MHTML)',
        'Save the page as "Web page, HTML only" or as PDF and give that.',
      ]
    : ['an e-mail message', 'Print it to PDF, or save its words as plain text, and give that.']
}

function describeData(text: string): Description | undefined {
  if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text.slice(-1000)) || text.length > LONGEST_DATA)
    return undefined
  try {
    JSON.parse(text)
    return ['data (JSON)', PROSE]
  } catch {
    return undefined // text that begins and ends with brackets
  }
}

function describeBeginning(head: string): Description | undefined {
  const found = BEGINNINGS.find(([pattern]) => pattern.test(head))
  return found && [found[1], found[2]]
}
