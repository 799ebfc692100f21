import { describe, expect, it } from 'vitest'
import { parsePlain } from './index.ts'

const parse = (text: string) => parsePlain({ text, encoding: 'utf-8', notices: [] })
const outline = (text: string) => {
  const document = parse(text)
  return document.blocks.map((block) => {
    const words = document.text.slice(block.start, block.end)
    return `${block.kind}${block.level ?? ''}${block.number ? `#${block.number}` : ''}: ${words.slice(0, 24)}`
  })
}
const LONG =
  'The trust runs nine kitchens, and every one of them cooks fresh meals for its wards on five days of the week.'

describe('parsePlain', () => {
  it('keeps the text as it is, so that offsets are those of the file', () => {
    const text = `\u202eשלום 🏥🏥\r\n\r\n${LONG}\r\n  • a 🍲 bullet\r\n`
    const document = parse(text)
    expect(document.text).toBe(text)
    const item = document.blocks.find((block) => block.kind === 'list-item')
    expect(text.slice(item?.start, item?.end)).toBe('a 🍲 bullet')
  })

  it('finds headings that stand right above their paragraphs, the ones that return one level down', () => {
    const topic = (name: string) => `${name}\n${LONG}\nOur view\n${LONG}\nNext steps\n${LONG}\n`
    expect(outline([topic('Menus'), topic('Kitchens')].join('\n'))).toEqual([
      'heading1: Menus',
      'paragraph: The trust runs nine kitc',
      'heading2: Our view',
      'paragraph: The trust runs nine kitc',
      'heading2: Next steps',
      'paragraph: The trust runs nine kitc',
      'heading1: Kitchens',
      'paragraph: The trust runs nine kitc',
      'heading2: Our view',
      'paragraph: The trust runs nine kitc',
      'heading2: Next steps',
      'paragraph: The trust runs nine kitc',
    ])
  })

  it('gives list items their lead-in and leaves the marks out', () => {
    const document = parse(`${LONG}\n\nThe council will:\n• open the libraries\n• pay the staff\n`)
    const items = document.blocks.filter((block) => block.kind === 'list-item')
    expect(items.map((item) => [document.text.slice(item.start, item.end), item.leadIn])).toEqual([
      ['open the libraries', 1],
      ['pay the staff', 1],
    ])
  })
})
