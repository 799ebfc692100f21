/** The words of a page of ours, line by line, for comparing it with itself on another day. Reads our own HTML only. */

/** What is no part of what a page says: pictures, forms, ways elsewhere, where the words come from. */
const LEFT_OUT =
  /<(svg|form|nav|style|script|aside)\b[\s\S]*?<\/\1>|<p class="past"[\s\S]*?<\/p>|<details class="note">[\s\S]*?<\/details>/g
const BREAKS =
  /<\/?(?:p|li|dt|dd|div|h[1-6]|tr|section|figure|figcaption|blockquote|summary|details|ol|ul|dl|table|caption|br)\b[^>]*>/g

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
}

/** The lines inside `<main>`; empty where the page has none. */
export function linesOfPage(html: string): string[] {
  const start = html.indexOf('<main')
  const end = html.lastIndexOf('</main>')
  if (start < 0 || end < start) return []
  return (
    html
      .slice(html.indexOf('>', start) + 1, end)
      .replace(LEFT_OUT, '\n')
      // What stands beside each other on a line is one line: a name and its value, cells, a word and its small print.
      .replace(/<\/dt>\s*<dd[^>]*>/g, ': ')
      .replace(/<small\b/g, ' <small')
      .replace(/(<\/(?:a|b|span|strong)>)(?=<(?:a|b|span|strong)\b)/g, '$1 ')
      .replace(/<\/t[dh]>/g, ' · ')
      .replace(BREAKS, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
      .split('\n')
      .map((line) =>
        line
          .replace(/\s+/g, ' ')
          .replace(/(?: ·)+ ?$/, '')
          .trim(),
      )
      .filter((line) => line !== '')
  )
}
