/** The answer that says: this was answered already, on the connection itself. */

/** Its name in `@hono/node-server`, whose own constant loads what fetches pages wherever it is imported. */
const MARK = 'x-hono-already-sent'

const keep = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The same one each time. */
export const alreadySent = keep(() => new Response(null, { headers: { [MARK]: 'true' } }))

export const isAlreadySent = (response: Response): boolean => response === alreadySent()
