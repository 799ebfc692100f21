import { describe, expect, it } from 'vitest'
import { parseDocumentHere } from './parse-here.ts'
import { parseSmallText, SMALL_TEXT } from './parse-small-text.ts'

const source = (text: string) => ({ name: 'page.txt', bytes: new TextEncoder().encode(text) })
const page = 'Ferry review\n\nThe operator should print its timetable by May 2031.\n'

describe('parseSmallText', () => {
  it('gives what parsing anywhere gives', async () => {
    expect(await parseSmallText(source(page))).toEqual(await parseDocumentHere(source(page)))
  })

  it('leaves larger texts to a process that can be lost', async () => {
    const line = 'Boats sail at noon.\n'
    expect(await parseSmallText(source(line.repeat(Math.ceil(SMALL_TEXT / line.length) + 1)))).toBeNull()
  })

  it.each([
    ['PDF', '%PDF-1.7\n1 0 obj\n<< >>\nendobj\n'],
    ['HTML', '<!doctype html><title>Ferries</title><p>Boats sail at noon.'],
    ['Markdown', '# Ferries\n\n- Boats **sail** at [noon](https://example.org/noon).\n'],
    ['a Word package', 'PK\u0003\u0004 word/document.xml'],
  ])('leaves %s to it too', async (_name, text) => {
    expect(await parseSmallText(source(text))).toBeNull()
  })

  it('says what bytes are that are no document', async () => {
    await expect(parseSmallText({ name: 'a.bin', bytes: new Uint8Array(500) })).rejects.toMatchObject({
      name: 'SourceError',
    })
  })
})
