import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

const utf16 = (text: string, isBigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}
const bytes = (...parts: (string | number[] | Buffer)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  )

const text = 'Café – “£5m” for 🏥\r\nשלום'

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytes(text), text, 'utf-8', 0],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], text), text, 'utf-8', 0],
    ['UTF-16LE with a mark', bytes([0xff, 0xfe], utf16(text)), text, 'utf-16le', 0],
    ['UTF-16BE with a mark', bytes([0xfe, 0xff], utf16(text, true)), text, 'utf-16be', 0],
    [
      'UTF-16LE without one',
      bytes(utf16('The ward closes in May.')),
      'The ward closes in May.',
      'utf-16le',
      0,
    ],
    ['UTF-16BE without one', bytes(utf16('The ward closes.', true)), 'The ward closes.', 'utf-16be', 0],
    [
      'Windows-1252',
      bytes('a ', [0x93], 'fair', [0x94], ' fare ', [0xa3], '3'),
      'a “fair” fare £3',
      'windows-1252',
      0,
    ],
    ['UTF-8 that was encoded twice', bytes('itâ€™s Â£5'), 'it’s £5', 'utf-8', 1],
    ['a mix', bytes('£3 ', [0x96], ' caf', [0xe9]), '£3 – café', 'mixed', 1],
    ['a byte that Windows-1252 leaves empty', bytes('a', [0x81], 'b'), 'a\ufffdb', 'windows-1252', 1],
    ['a lone surrogate', bytes([0xff, 0xfe], [0x61, 0, 0x00, 0xd8, 0x62, 0]), 'a\ufffdb', 'utf-16le', 1],
    [
      'UTF-16 with half a character at the end',
      bytes([0xff, 0xfe], [0x61, 0, 0x62]),
      'a\ufffd',
      'utf-16le',
      1,
    ],
    [
      'a page that says it is Polish',
      bytes('<meta charset="iso-8859-2">Pl', [0xb1], 'n'),
      '<meta charset="iso-8859-2">Pląn',
      'declared',
      0,
    ],
    [
      'a page that an old Macintosh saved',
      bytes('<meta http-equiv=Content-Type content="text/html; charset=macintosh">', [0xd2], 'a', [0xd3]),
      '<meta http-equiv=Content-Type content="text/html; charset=macintosh">“a”',
      'declared',
      0,
    ],
    [
      'XML that says it is Russian',
      bytes('<?xml version="1.0" encoding="windows-1251"?><p>', [0xcf, 0xeb, 0xe0, 0xed]),
      '<?xml version="1.0" encoding="windows-1251"?><p>План',
      'declared',
      0,
    ],
    [
      'UTF-8, whatever it says',
      bytes('<meta charset="windows-1251">Café'),
      '<meta charset="windows-1251">Café',
      'utf-8',
      0,
    ],
    [
      'Windows-1252 under a name that no encoding has',
      bytes('<meta charset="house-style">', [0xa3], '3'),
      '<meta charset="house-style">£3',
      'windows-1252',
      0,
    ],
    ['nothing', bytes(), '', 'utf-8', 0],
  ])('reads %s', (_name, input, expected, encoding, notices) => {
    const decoded = decodeText(input)
    expect(decoded.text).toBe(expected)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.notices).toHaveLength(notices)
  })

  it('reads an overlong or surrogate UTF-8 sequence byte by byte, never as the character it hides', () => {
    expect(decodeText(bytes('a', [0xc0, 0xaf], 'b')).text).toBe('aÀ¯b')
    expect(decodeText(bytes('a', [0xed, 0xa0, 0x80], 'b')).text).not.toMatch(/[\ud800-\udfff]/)
  })
})
