/** The lines of "key: value" between two rules that many Markdown files open with. */

export interface FrontMatter {
  readonly title: string | null
  readonly publisher: string | null
  readonly date: string | null
  /** The text without them. */
  readonly body: string
}

const FRONT_MATTER =
  /^---[ \t]*\r?\n((?:[\w-]+:.*\r?\n|[ \t#-].*\r?\n|\r?\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Reads simple values only: YAML beyond "key: value" is skipped, not interpreted. */
export function readFrontMatter(text: string): FrontMatter {
  const found = FRONT_MATTER.exec(text.slice(0, 20_000))
  if (!found) return { title: null, publisher: null, date: null, body: text }
  const values = new Map<string, string>()
  for (const line of (found[1] ?? '').split(/\r?\n/)) {
    const [, key, value] = /^([\w-]+):[ \t]*(\S.*)$/.exec(line) ?? []
    if (key && value) values.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, '$2'))
  }
  const day = /^\d{4}-\d{2}-\d{2}/.exec(values.get('date') ?? values.get('published') ?? '')?.[0]
  return {
    title: values.get('title') ?? null,
    publisher: values.get('publisher') ?? values.get('organisation') ?? values.get('author') ?? null,
    date: day && !Number.isNaN(Date.parse(day)) ? day : null,
    body: text.slice(found[0].length),
  }
}
