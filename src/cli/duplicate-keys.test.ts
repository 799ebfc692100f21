import { describe, expect, it } from 'vitest'
import { findDuplicateKey } from './duplicate-keys.ts'

describe('a key that stands twice', () => {
  it.each([
    ['in the outermost object', '{"a": 1, "b": 2, "a": 3}', { key: 'a', line: 1 }],
    ['further in, by its line', '{"a": {\n "b": 1,\n "b": 2}}', { key: 'b', line: 3 }],
    ['in an object of a list', '[{"a": 1}, {"a": 1, "a": 2}]', { key: 'a', line: 1 }],
    ['written with an escape', '{"area": 1, "\\u0061rea": 2}', { key: 'area', line: 1 }],
    ['after an object that closed', '{"a": {"b": 1}, "b": {"a": 2}, "b": 3}', { key: 'b', line: 1 }],
  ])('is found %s', (_, text, found) => expect(findDuplicateKey(text)).toEqual(found))

  it.each([
    ['the same key of two objects', '{"a": {"x": 1}, "b": {"x": 1}}'],
    ['the same word as a value', '{"a": "b", "b": "a", "c": ["a", "a"]}'],
    ['marks within strings', '{"a": "{\\"a\\": 1}", "b": "[:]"}'],
    ['no object at all', '"a"'],
  ])('is not found in %s', (_, text) => expect(findDuplicateKey(text)).toBeNull())

  it('reads long texts and deep ones', () => {
    expect(findDuplicateKey(JSON.stringify({ a: 'x"\\'.repeat(1_000_000) }))).toBeNull()
    expect(findDuplicateKey('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull()
  })
})
