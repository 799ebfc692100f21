import { describe, expect, it } from 'vitest'
import { parsePublicAddress } from './public-address.ts'

describe('parsePublicAddress', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['https://example.org', 'https://example.org'],
    ['https://example.org/', 'https://example.org'],
    ['https://example.org/kinship/', 'https://example.org/kinship'],
    ['http://Example.org:8080', 'http://example.org:8080'],
  ])('reads %s as %s', (text, address) => expect(parsePublicAddress(text)).toBe(address))

  it.each([
    'example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://example.org/?a=1',
    'https://me@example.org',
    'https://',
  ])('refuses %s and says how it is written', (text) =>
    expect(() => parsePublicAddress(text)).toThrow(/Write it as https:\/\/example\.org/),
  )
})
