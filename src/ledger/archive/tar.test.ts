import { describe, expect, it } from 'vitest'
import { BLOCK, END, padding, parseHeader, writeHeader } from './tar.ts'

describe('a tar header', () => {
  const file = { name: `documents/${'a'.repeat(64)}`, size: 1234 }

  it('is read as it was written, and says nothing of the machine', () => {
    const header = writeHeader(file)
    expect(header).toHaveLength(BLOCK)
    expect(parseHeader(header)).toEqual(file)
    expect(header.toString('latin1', 108, 124)).toBe('0000000\x000000000\x00')
    expect(header.toString('latin1', 136, 148)).toBe('00000000000\x00')
  })

  it('is refused when any bit of it is another', () => {
    for (let at = 0; at < BLOCK; at++) {
      const header = writeHeader(file)
      header[at] = (header[at] ?? 0) ^ 1
      expect(parseHeader(header), `byte ${at}`).toBeNull()
    }
  })

  it('is none when it is empty, short, or of something else than a file', () => {
    expect(parseHeader(END.subarray(0, BLOCK))).toBeNull()
    expect(parseHeader(Buffer.alloc(3))).toBeNull()
  })

  it.each([
    ['a name over 100 bytes', { name: 'n'.repeat(101), size: 1 }],
    ['a file over 8 GiB', { name: 'n', size: 8 ** 11 }],
  ])('cannot say %s', (_, wrong) => {
    expect(() => writeHeader(wrong)).toThrow(RangeError)
  })

  it.each([
    [0, 0],
    [1, 511],
    [512, 0],
    [513, 511],
  ])('a file of %i bytes is filled with %i', (size, filled) => {
    expect(padding(size)).toHaveLength(filled)
  })
})
