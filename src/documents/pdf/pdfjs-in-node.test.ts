import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePdf, showLine } from './hand-made-pdf.ts'
import { parsePdf } from './index.ts'
import { loadPdfjs } from './pdfjs-in-node.ts'

beforeAll(loadPdfjs)

const TEXT = new TextEncoder().encode('The north bank. '.repeat(50))

async function inflate(format: CompressionFormat, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format)
  const writer = writable.getWriter()
  writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => {})
  const parts: Uint8Array[] = []
  for await (const part of readable) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

describe('the stand-ins', () => {
  it.each<CompressionFormat>(['deflate', 'deflate-raw'])('unpack %s', async (format) => {
    const packed = await new Response(
      new Blob([TEXT]).stream().pipeThrough(new CompressionStream(format)),
    ).bytes()
    expect(await inflate(format, packed)).toEqual(TEXT)
  })

  it('unpack what data cut short still hold, and fail on wrong data', async () => {
    const packed = new Uint8Array(deflateSync(TEXT))
    expect(await inflate('deflate', packed.slice(0, -5))).toEqual(TEXT)
    await expect(
      inflate(
        'deflate',
        packed.map((byte, i) => (i > 6 ? 255 - byte : byte)),
      ),
    ).rejects.toThrow()
  })

  it('hand lists of operators over, and copy all else', () => {
    const glyphs = [{ unicode: 'a' }]
    const chunk = { fnArray: [44], argsArray: [glyphs], length: 1 }
    const sent = structuredClone({ stream: 4, chunk })
    expect(sent).toEqual({ stream: 4, chunk })
    expect(sent.chunk.argsArray).not.toBe(chunk.argsArray)
    expect(sent.chunk.argsArray[0]).toBe(glyphs)
    const other = { data: glyphs }
    expect(structuredClone(other).data[0]).not.toBe(glyphs[0])
    expect(structuredClone(other)).toEqual(other)
  })
})

/** A page whose content is packed; each of its bytes is a letter of Latin 1. */
const packedPage = (packed: Uint8Array): Uint8Array => {
  const content = Buffer.from(packed).toString('latin1')
  const text = new TextDecoder().decode(makePdf({ pages: [content] }))
  return new Uint8Array(Buffer.from(text.replace(/(\/Length \d+)/, '$1 /Filter /Fl'), 'latin1'))
}

const read = async (bytes: Uint8Array) => (await parsePdf({ name: 'given.pdf', bytes }, { pages: 10 })).text

describe('with them, pdf.js', () => {
  const lines = [showLine('The north bank.'), ...Array.from({ length: 40 }, (_, i) => `${i} w 0 0 m`)].join(
    '\n',
  )

  it('reads a packed page', async () => {
    expect(await read(packedPage(deflateSync(lines)))).toBe('The north bank.')
  })

  it('reads the first part of a packed page that is cut short', async () => {
    expect(await read(packedPage(deflateSync(lines).subarray(0, -20)))).toBe('The north bank.')
  })

  it('reads a page past annotations, whole or broken', async () => {
    const text = new TextDecoder().decode(makePdf({ pages: [showLine('The north bank.')] }))
    const annotated = text.replace(
      '/MediaBox',
      '/Annots [<< /Subtype /Link /Rect [0 0 9 9] >> << /Subtype /Widget /FT 7 >> 99 0 R null] /MediaBox',
    )
    expect(await read(new TextEncoder().encode(annotated))).toBe('The north bank.')
  })
})
