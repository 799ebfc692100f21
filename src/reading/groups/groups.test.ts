import { describe, expect, it } from 'vitest'
import { DEFAULT_GROUPS, findGroups } from './index.ts'

const idsIn = (text: string): string[] => findGroups(text, DEFAULT_GROUPS).map((mention) => mention.group)

describe('the default vocabulary', () => {
  it.each(DEFAULT_GROUPS.groups)('$id is found in its example and not in its counter-example', (group) => {
    expect(idsIn(group.example)).toContain(group.id)
    expect(idsIn(group.counterexample)).not.toContain(group.id)
  })
})
