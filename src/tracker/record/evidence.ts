/**
 * The operator's own copies of sources, and the words in them that records rest on. They come in by `holdfast documents`
 * and never by content files, so that a content folder holds no document's text.
 */
import { z } from 'zod'
import { plainDate, slug } from './parts.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is a SHA-256: 64 hexadecimal digits')
/** The first 16 digits of the bytes' hash: short enough for an address, long enough that two copies never share it. */
const captureId = z.string().regex(/^[0-9a-f]{16}$/, 'is the first 16 digits of the hash')
const offset = z.int().nonnegative()

/** The bytes of a source as they were on one day. Never changed; a changed copy is a capture of its own. */
export const capture = z.strictObject({
  id: captureId,
  source: z.string().min(1),
  /** SHA-256 of the bytes, and of the text that was read from them (the JSON of a `DocumentText`). Both are kept. */
  hash,
  textHash: hash,
  bytes: z.int().positive(),
  mediaType: z.string(),
  /** The file's own name, without folders. */
  fileName: z.string().min(1).max(255),
  /** The day the copy was taken, where the operator said it; the event says when it was added. */
  takenOn: plainDate.nullable(),
  /** The address it was taken from, where the operator said it. */
  from: z.url({ protocol: /^https?$/ }).nullable(),
  title: z.string().nullable(),
  /** Null where the format has no pages. */
  pages: z.int().positive().nullable(),
  /** UTF-16 units of the text. */
  characters: offset,
  /** Where the parts begin that the text is shown in: they make the addresses of passages, so they stay. */
  parts: z.array(offset).min(1),
})

/** A record that a passage supports: all its citations of the source that the passage's `cite` names. */
const supported = z.strictObject({
  type: z.string().min(1),
  id: z.string().min(1),
  /** Of a commitment: which version, from 0; null for the whole record. */
  version: offset.nullable(),
})

/**
 * Words of a source, or a place in it, that records rest on. `words` are exact words in a capture; a `place` is the page
 * or section that a citation's locator names, and says nothing of the words there.
 */
export const passage = z.strictObject({
  id: slug,
  source: z.string().min(1),
  holds: z.enum(['words', 'place']),
  /** What the citation says that it answers; null where an editor chose the words for a citation without them. */
  cite: z.strictObject({ at: z.string().nullable(), quote: z.string().nullable() }).nullable(),
  /** The capture that the selectors were described in. */
  capture: captureId,
  quote: z.strictObject({ exact: z.string().max(1200), prefix: z.string(), suffix: z.string() }),
  position: z.strictObject({ start: offset, end: offset }),
  place: z.strictObject({
    page: z.int().positive().nullable(),
    block: offset.nullable(),
    heading: z.string().nullable(),
  }),
  supports: z.array(supported),
  /** How it stood in the last capture it was looked for in. */
  standing: z.enum(['held', 'moved', 'lost']),
  checkedIn: captureId,
  /** Which rung of the search matched, and the share of its letters that are the same; null for a lost one. */
  rung: z.string().nullable(),
  score: z.number().min(0).max(1).nullable(),
})
