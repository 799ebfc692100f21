/** Files that are the same for everyone and every day: compressed for whoever takes that, and sent again to nobody who has them. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'

type Packing = 'br' | 'gzip' | 'identity'

const PACKINGS: Packing[] = ['br', 'gzip', 'identity']

/** Brotli's higher steps take seconds for one part in a hundred. */
const BROTLI_STEP = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const PACK: Readonly<Record<Packing, (bytes: Buffer) => Uint8Array>> = {
  br: (bytes) => brotliCompressSync(bytes, BROTLI_STEP),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
  identity: (bytes) => bytes,
}

/** Answers with the text; `read` is asked once, when the file is first asked for. Each packing is made once. */
export function fixedFile(type: string, read: () => string): (context: Context) => Response {
  const made = new Map<Packing, { readonly body: Uint8Array<ArrayBuffer>; readonly tag: string }>()
  const fileOf = (packing: Packing) => {
    const known = made.get(packing)
    if (known !== undefined) return known
    const bytes = Buffer.from(read())
    const hash = createHash('sha1').update(bytes).digest('base64url')
    const file = { body: new Uint8Array(PACK[packing](bytes)), tag: `"${hash}-${packing}"` }
    made.set(packing, file)
    return file
  }
  return (context) => {
    const packing = packingFor(context)
    const { body, tag } = fileOf(packing)
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Encoding',
      ETag: tag,
      ...(packing === 'identity' ? {} : { 'Content-Encoding': packing }),
    }
    const has = (context.req.header('If-None-Match') ?? '').split(',').map((each) => each.trim())
    return has.includes(tag) ? context.body(null, 304, headers) : context.body(body, 200, headers)
  }
}

/** The smallest of those that are taken at all, whichever is preferred. */
function packingFor(context: Context): Packing {
  let packing: Packing = 'identity'
  accepts(context, {
    header: 'Accept-Encoding',
    supports: PACKINGS,
    default: packing,
    match(taken) {
      packing = PACKINGS.find((each) => taken.some(({ type, q }) => type === each && q > 0)) ?? packing
      return packing
    },
  })
  return packing
}
