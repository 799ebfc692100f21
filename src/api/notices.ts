/** Notices as few sentences: what is said of many pages is said once, with the pages. */

/** Notices that differ only in the page they begin with become one: "Page 2 holds no text. The same: pages 5, 7 to 9." */
export function summariseNotices(notices: readonly { readonly message: string }[]): string[] {
  const byWords = new Map<string, { first: string; pages: number[] }>()
  for (const { message } of notices) {
    const page = /^Page (\d+)\b/.exec(message)?.[1]
    const words = page === undefined ? message : message.replace(page, '#')
    const known = byWords.get(words)
    if (known === undefined) byWords.set(words, { first: message, pages: [] })
    else if (page !== undefined) known.pages.push(Number(page))
  }
  return [...byWords.values()].map(({ first, pages }) =>
    pages.length === 0
      ? first
      : `${first} The same: page${pages.length === 1 ? '' : 's'} ${listPages(pages)}.`,
  )
}

/** "5, 7 to 9" of 5, 7, 8, 9. */
function listPages(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last !== undefined && last.to === page - 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  return runs
    .map(({ from, to }) =>
      from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`,
    )
    .join(', ')
}
