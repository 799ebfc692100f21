/** Reading and computing at once: the database finds the next rows while those before are checked. */

/** Pages of rows, the next one asked for before the last is given. `read` gives no rows at the end. */
export async function* readAhead<Row>(
  read: (after: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let next = read(undefined)
  try {
    for (;;) {
      const rows = await next
      if (rows.length === 0) return
      next = read(rows.at(-1))
      next.catch(() => undefined) // told by the await above, to who goes on
      yield rows
    }
  } finally {
    // The transaction around it ends after its last question, not during it.
    await next.catch(() => undefined)
  }
}

/** Work that goes on while the next is prepared: one at a time, and what it throws is thrown by the next or the end. */
export function oneBehind() {
  let before: Promise<void> = Promise.resolve()
  return {
    async start(work: () => Promise<void>): Promise<void> {
      await before
      before = work()
      before.catch(() => undefined)
    },
    end: () => before,
  }
}
