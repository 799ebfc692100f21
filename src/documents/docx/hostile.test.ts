import { describe, expect, it } from 'vitest'
import { buildDocx, docxParts, paragraph } from '../../../test/documents/docx-builder.ts'
import { buildZip, type ZipPart } from '../../../test/documents/zip-builder.ts'
import { parseDocumentHere } from '../parse-here.ts'
import { type ParseLimits, resolveLimits } from '../source.ts'
import { parseDocx } from './index.ts'

const body = paragraph('The council will open the library.')
const parse = (bytes: Uint8Array, limits: Partial<ParseLimits> = {}) =>
  parseDocx({ name: 'plan.docx', bytes }, resolveLimits(limits))
const withPart = (...parts: ZipPart[]) => buildDocx({ body, parts })
const withMain = (xml: string, more: Partial<ZipPart> = {}) =>
  buildZip(
    docxParts({ body }).map((part) =>
      part.name === 'word/document.xml' ? { ...part, data: xml, ...more } : part,
    ),
  )
const word = (inside: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`
const zeros = (size: number) => new Uint8Array(size)
const isUnix = { mode: 0o120777 }
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY b${n} "${`&b${n - 1};`.repeat(10)}">`).join('')}]>${word('&b8;')}`

describe('hostile Word documents', () => {
  it.each<[string, Uint8Array, string, Partial<ParseLimits>?]>([
    [
      'a part that says it is huge',
      withPart({ name: 'a.bin', data: 'x', lies: { size: 600_000_000 } }),
      'document_unpacks_too_large',
    ],
    [
      'a part packed a thousand to one',
      withPart({ name: 'a.bin', data: zeros(20_000_000) }),
      'document_unpacks_too_large',
    ],
    [
      'many parts that are too large together',
      withPart({ name: 'a', data: zeros(900_000) }, { name: 'b', data: zeros(900_000) }),
      'document_unpacks_too_large',
      { unpackedBytes: 1_500_000 },
    ],
    [
      'a part that unpacks to more than it says',
      withMain(word(' '.repeat(1_000_000)), { lies: { size: 50 } }),
      'document_unpacks_too_large',
    ],
    [
      'parts that share their bytes',
      withPart({ name: 'a', data: 'x' }, { name: 'b', data: 'x', sharesBytesOf: 2 }),
      'document_damaged',
    ],
    [
      'more parts than allowed',
      withPart(...Array.from({ length: 60 }, (_, n) => ({ name: `a${n}`, data: '' }))),
      'document_too_many_entries',
      { entries: 50 },
    ],
    [
      'a path out of the archive',
      withPart({ name: '../../etc/cron.d/x', data: 'x' }),
      'document_unsafe_path',
    ],
    [
      'a path out of it with backslashes',
      withPart({ name: 'word\\..\\..\\x', data: 'x' }),
      'document_unsafe_path',
    ],
    ['an absolute path', withPart({ name: '/etc/passwd', data: 'x' }), 'document_unsafe_path'],
    ['a path with a drive', withPart({ name: 'C:/x', data: 'x' }), 'document_unsafe_path'],
    ['a link', withPart({ name: 'word/media/x', data: '/etc/passwd', ...isUnix }), 'document_unsafe_path'],
    ['two parts of one name', withPart({ name: 'word/Document.xml', data: 'x' }), 'document_damaged'],
    ['a password', withPart({ name: 'a', data: 'x', lies: { flags: 1 } }), 'document_encrypted'],
    ['entities that expand', withMain(laughs), 'document_damaged'],
    [
      'an entity from outside',
      withMain(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${word(body)}`),
      'document_damaged',
    ],
    [
      'an entity nobody declares',
      withMain(word('<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>')),
      'document_damaged',
    ],
    ['tags nested without end', withMain(word('<w:sdt>'.repeat(5_000))), 'document_nested_too_deeply'],
    ['tags that do not match', withMain(word('<w:p></w:r>')), 'document_damaged'],
    ['XML that breaks off', withMain(word('').slice(0, -20)), 'document_damaged'],
    ['a checksum that is wrong', withMain(word(body), { lies: { crc: 1 } }), 'document_damaged'],
    [
      'a way of packing that Word does not know',
      withMain(word(body), { lies: { method: 99 } }),
      'document_damaged',
    ],
    ['an archive that breaks off', buildDocx({ body }).subarray(0, 900), 'document_damaged'],
    [
      'no main part',
      buildZip(docxParts({ body }).filter(({ name }) => name !== 'word/document.xml')),
      'document_damaged',
    ],
  ])('refuses %s', (_name, bytes, code, limits) => {
    expect(() => parse(bytes, limits)).toThrow(expect.objectContaining({ code }))
  })

  it('counts 100,000 parts without reading them', () => {
    const directory = buildDocx({ body })
    const many = Buffer.from(directory)
    many.writeUInt16LE(0xfffe, many.length - 12)
    expect(() => parse(many)).toThrow(expect.objectContaining({ code: 'document_too_many_entries' }))
  })

  it('never opens what is embedded', () => {
    const inner = buildZip([{ name: 'bomb', data: zeros(900_000_0) }])
    expect(parse(withPart({ name: 'word/embeddings/sheet.xlsx', data: inner })).text).toBe(
      'The council will open the library.',
    )
  })

  it('names references to outside files, fetches none, and takes links for what they are', () => {
    const link = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="x/${type}" Target="${target}" TargetMode="External"/>`
    const relationships =
      link('1', 'image', 'http://127.0.0.1:9/pixel.png') +
      link('2', 'attachedTemplate', 'file:///C:/x.dotm') +
      link('3', 'hyperlink', 'https://example.org')
    const { notices } = parse(buildDocx({ body, relationships }))
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'external_reference_ignored',
        message: expect.stringContaining('pixel.png, file:///C:/x.dotm)'),
      }),
    ])
  })

  it('reads random damage as a document or a clear error, never as a crash', async () => {
    const whole = buildDocx({ body: body.repeat(20) })
    let state = 7
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice()
      for (let n = 0; n <= round % 8; n++) bytes[next(bytes.length)] = next(256)
      const outcome = await parseDocumentHere({ name: 'plan.docx', bytes }).then(
        ({ text }) => text.length,
        (error: { name: string }) => error.name,
      )
      expect(
        typeof outcome === 'number' || /^(?:SourceError|LimitError)$/.test(outcome),
        `${round}: ${outcome}`,
      ).toBe(true)
    }
  })
})
