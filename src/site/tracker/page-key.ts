/**
 * Which address a page is kept under. Only names that pages read are part of it, so that "?utm_source=…" and its like
 * neither fill the memory nor give one page many copies; the host that was asked for is no part of any page.
 */

/** Names in an address that change a page. An address with any other is answered, and not kept. */
const NAMES: ReadonlySet<string> = new Set(['as_at', 'group', 'then', 'now', 'year', 'page', 'show', 'on'])
/** Longer addresses are nobody's bookmark. */
const LONGEST = 300

/** The path and the sorted query of `url` (a path, or a whole address); null where the page is not to be kept. */
export function pageKeyOf(url: string): string | null {
  const path = url.startsWith('/') ? url : url.replace(/^[a-z]+:\/\/[^/?#]*/i, '')
  if (path.length > LONGEST) return null
  const mark = path.indexOf('?')
  if (mark === -1) return path === '' ? '/' : path
  const query = new URLSearchParams(path.slice(mark + 1))
  const names = [...query.keys()]
  if (names.some((name) => !NAMES.has(name)) || new Set(names).size < names.length) return null
  query.sort()
  const asked = query.toString()
  return asked === '' ? path.slice(0, mark) : `${path.slice(0, mark)}?${asked}`
}
