import { describe, expect, it } from 'vitest'
import { isAllowedHost, isSameOrigin } from './guard.ts'

describe('isAllowedHost', () => {
  it.each([
    ['127.0.0.1:4173', '127.0.0.1', true],
    ['localhost:4173', '127.0.0.1', true],
    ['localhost', '127.0.0.1', true],
    ['[::1]:4173', '127.0.0.1', true],
    ['LOCALHOST:80', '127.0.0.1', true],
    ['evil.example', '127.0.0.1', false],
    ['localhost.evil.example', '127.0.0.1', false],
    ['127.0.0.1.nip.io', '127.0.0.1', false],
    ['evil.example@127.0.0.1', '127.0.0.1', false],
    ['127.0.0.1/', '127.0.0.1', false],
    ['', '127.0.0.1', false],
    [undefined, '127.0.0.1', false],
    ['192.168.1.5:4173', '127.0.0.1', false],
    ['192.168.1.5:4173', '192.168.1.5', true],
    ['evil.example', '192.168.1.5', false],
    ['desk.local:4173', 'desk.local', true],
    ['192.168.1.5', '0.0.0.0', true],
    ['[fe80::1]:4173', '::', true],
    ['evil.example', '0.0.0.0', false],
  ])('%s on %s: %s', (header, host, expected) => expect(isAllowedHost(header, host)).toBe(expected))
})

describe('isSameOrigin', () => {
  const host = '127.0.0.1:4173'
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:4173' }, false],
    [{ origin: 'http://127.0.0.1:4173' }, true],
    [{ origin: 'http://127.0.0.1:9999' }, false],
    [{ origin: 'http://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%o: %s', (headers, expected) =>
    expect(isSameOrigin(new Headers({ host, ...(headers as Record<string, string>) }))).toBe(expected),
  )
})
