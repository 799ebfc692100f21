/** Pages of a list: a cursor names the last record that was given, so that what is recorded meanwhile moves nothing. */
import { clip } from '../http/asked.ts'
import { Problem } from '../http/problem.ts'

export const PAGE_SIZE = 50
/** As many as keep an answer under about a megabyte. */
export const MOST_A_PAGE = 200

/** Throws `parameter_invalid`. */
export function readLimit(asked: string | undefined): number {
  if (asked === undefined || asked === '') return PAGE_SIZE
  const limit = Number(asked)
  if (!/^\d{1,4}$/.test(asked) || limit < 1 || limit > MOST_A_PAGE)
    throw new Problem(
      'parameter_invalid',
      `limit is "${clip(asked)}". Give a whole number from 1 to ${MOST_A_PAGE}.`,
    )
  return limit
}

/** Opaque to callers; `list` is in it so that a cursor of another list is refused. */
export const encodeCursor = (list: string, sequence: number): string =>
  Buffer.from(`${list}:${sequence}`).toString('base64url')

/** The sequence after which to go on; 0 for the beginning. Throws `cursor_invalid`. */
export function decodeCursor(list: string, cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0
  const decoded = /^[\w-]+$/.test(cursor) ? Buffer.from(cursor, 'base64url').toString('utf8') : ''
  const match = /^([a-z-]+):(\d{1,15})$/.exec(decoded)
  if (match === null || match[1] !== list || encodeCursor(list, Number(match[2])) !== cursor)
    throw new Problem(
      'cursor_invalid',
      `The cursor "${clip(cursor)}" was not given by this list. Use the "next" address of an answer as it is, or begin again without a cursor.`,
    )
  return Number(match[2])
}
