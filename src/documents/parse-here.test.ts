import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkBlocks } from '../../test/documents/block-invariants.ts'
import { buildDocx, paragraph } from '../../test/documents/docx-builder.ts'
import { parseDocumentHere } from './parse-here.ts'

const parse = (content: string | Uint8Array, name = 'file') =>
  parseDocumentHere({
    name,
    bytes: typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content,
  })

describe('parseDocumentHere', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['plain text', 'We will act.', 'text/plain'],
    ['Markdown', '# Plan\n\nWe **will** act, see [here](https://elm.example).', 'text/markdown'],
    ['HTML', '<p>We will act.</p><p>x</p>', 'text/html'],
    [
      'DOCX',
      buildDocx({ body: paragraph('We will act.') }),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('reads %s, with the hash of its bytes', async (_name, content, mediaType) => {
    const document = await parse(content)
    expect(document).toMatchObject({ mediaType, sha256: createHash('sha256').update(content).digest('hex') })
    expect(document.text).toContain('will act')
    checkBlocks(document)
  })

  it.each<[string, string, string[]]>([
    ['report.pdf', '<!doctype html><title>Not found</title><p>No such page.', ['a PDF', 'a web page']],
    ['report.DOCX', 'No such page.', ['a Word document', 'plain text']],
    ['report.txt', '<!doctype html><p>We will act.', []],
    ['report.html', 'We will act.', []],
  ])('says of %s, by its bytes %s, what it is', async (name, content, kinds) => {
    const { notices } = await parse(content, name)
    const [named = '', found = ''] = kinds
    const message = expect.stringContaining(`it is ${named}, but it is ${found} and was read`)
    expect(notices).toEqual(kinds.length === 0 ? [] : [{ code: 'format_not_of_name', message }])
  })

  it('holds the limit on bytes', async () => {
    const source = { name: 'plan.txt', bytes: new Uint8Array(11) }
    await expect(parseDocumentHere(source, { limits: { bytes: 10 } })).rejects.toMatchObject({
      code: 'document_too_large',
      details: { bytes: 11, limit: 10 },
    })
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'a page whose words scripts put there',
      '<!doctype html><title>App</title><div id=root></div><noscript>Turn scripts on.</noscript>',
      /scripts.*save it as PDF/,
    ],
    ['frames', '<html><frameset cols="1,2"><frame src=a><frame src=b></frameset></html>', /frames/],
    ['a Word document of pictures', buildDocx({ body: '<w:p/>' }), /OCR/],
    [
      'a Word document of another one alone',
      buildDocx({ body: '<w:altChunk r:id="r9"/>' }),
      /another one put into it.*save it under a new name/,
    ],
    ['Markdown that only names itself', '---\ntitle: Plan\n---\n', /no text/],
  ])('says of %s that it holds no text', async (_name, content, message) => {
    await expect(parse(content)).rejects.toMatchObject({
      code: 'document_without_text',
      message: expect.stringMatching(message),
    })
  })

  it('passes on what could not be decoded', async () => {
    const { notices } = await parse(new Uint8Array(Buffer.from('We will\x81act on it.', 'latin1')))
    expect(notices).toEqual([expect.objectContaining({ code: 'undecodable_bytes' })])
  })

  const words = 'Ḥֵ🏥 שלום 👩🏽‍⚕️ مرحبا e\u0301 𝔘'
  it.each<[string, string]>([
    ['plain text', `${words}\n\n• ${words}`],
    ['Markdown', `# ${words}\n\n- **${words}**\n\n[x](http://y.z)`],
    ['HTML', `<h1>${words}</h1><ul><li>${words}</li></ul>`],
  ])('counts in UTF-16 whatever the script: %s', async (_name, content) => {
    const { text, blocks } = await parse(content)
    for (const block of blocks.slice(0, 2)) expect(text.slice(block.start, block.end)).toBe(words)
  })
})

describe('long and monotonous documents', () => {
  const sentence = 'The council will act. '
  it.each<[string, string]>([
    ['a line of a million characters', sentence.repeat(50_000)],
    ['a word of a million characters', 'x'.repeat(1_000_000)],
    ['spaces without end', `a${' '.repeat(1_000_000)}b`],
    [
      'marks without end',
      `${['- ', '(', '=', '> ', '.', '|', '\t', '“'].map((mark) => mark.repeat(100_000)).join('\n')}a`,
    ],
    ['100,000 short lines', 'Heading here\n\n'.repeat(100_000)],
    ['100,000 items', '1. item\n'.repeat(100_000)],
    ['100,000 rows', 'a | b\n'.repeat(100_000)],
    ['a page of HTML in one element', `<!doctype html><p>${sentence.repeat(50_000)}`],
    ['100,000 elements side by side', `<!doctype html>${'<p>a<b>b</b>'.repeat(100_000)}`],
    ['100,000 cells', `<!doctype html><table>${'<tr><td>a<td>b'.repeat(50_000)}`],
    [
      '100,000 attributes',
      `<!doctype html><p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>x`,
    ],
    ['Markdown in one line', `# A\n\n[b](http://c.d)\n\n${'*a* '.repeat(50_000)}`],
  ])('reads %s', async (_name, content) => {
    const { text, blocks } = await parse(content)
    expect(blocks.length).toBeGreaterThan(0)
    expect(blocks.at(-1)?.end).toBeLessThanOrEqual(text.length)
  })

  it('reads 10 MB of HTML', async () => {
    const part = `<h2>Fares</h2><p>${sentence.repeat(8)}<a href="https://elm.example">more</a></p><ul><li>one</li><li>two</li></ul>\n`
    const count = Math.ceil(10_000_000 / part.length)
    const { blocks } = await parse(`<!doctype html>${part.repeat(count)}`)
    expect(blocks).toHaveLength(count * 4)
  })
})
