import { describe, expect, it } from 'vitest'
import { hashOf, parseSums, writeSums } from './sums.ts'

const HASH = hashOf('a page')

describe('the list of files', () => {
  it('is read as it is written', () => {
    const sums = new Map([
      ['a b/index.html', HASH],
      ['a/..b/.c/index.html', hashOf('another')],
      ['SHA~', HASH],
    ])
    expect(parseSums(writeSums(sums))).toEqual(new Map([...sums].sort()))
    expect(parseSums('')).toEqual(new Map())
  })

  it.each([
    ['a line that was cut short', `${HASH}  a.html\n${HASH}`],
    ['a last line without an end', `${HASH}  a.html`],
    ['no hash', 'not a hash  a.html\n'],
    ['a hash in capitals', `${HASH.toUpperCase()}  a.html\n`],
    ['one space for two', `${HASH} a.html\n`],
    ['no file', `${HASH}  \n`],
    ['an empty line', `${HASH}  a.html\n\n`],
    ['a place outside', `${HASH}  ../a.html\n`],
    ['a place outside, in the middle', `${HASH}  a/../../b.html\n`],
    ['a place outside, at the end', `${HASH}  a/..\n`],
    ['the folder itself', `${HASH}  ./a.html\n`],
    ['a whole path', `${HASH}  /etc/passwd\n`],
    ['a folder without a name', `${HASH}  a//b.html\n`],
    ['a folder for a file', `${HASH}  a/\n`],
    ['a path of Windows', `${HASH}  a\\b.html\n`],
  ])('is not believed with %s', (_, text) => {
    expect(parseSums(text)).toBeNull()
  })
})
