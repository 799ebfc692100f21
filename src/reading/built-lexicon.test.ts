import { describe, expect, it } from 'vitest'
import general from '../../lexicon/groups/general.yaml'
import kinshipCare from '../../lexicon/groups/kinship-care.yaml'
import opinionData from '../../lexicon/second-opinion.yaml'
import built from '../../lexicon?built'
import { readSentence } from './analysis.ts'
import { DEFAULT_GROUPS, GENERAL_GROUPS, parseGroupVocabulary } from './groups/index.ts'
import { grow, type NameNode } from './groups/name-tree.ts'
import { unpackNames } from './groups/packed-names.ts'
import { compileLexicon } from './lexicon.ts'
import { packWeights, readWeights, unpackWeights } from './second-opinion/weights.ts'
import { writeLexicon } from './write-lexicon.ts'

describe('the built lexicon', () => {
  it('is what the files of the lexicon give, and survives JSON', () => {
    expect(built).toEqual(writeLexicon())
    expect(JSON.parse(JSON.stringify(writeLexicon()))).toEqual(writeLexicon())
  })

  it('finds the cues and headings that the files find', () => {
    const [read, opened] = [compileLexicon(), compileLexicon(built)]
    const found = ({ cueIndex, headingIndex }: typeof read, text: string): string[] => {
      const sentence = readSentence(text, 0, text.length, read, new Set())
      const seen: string[] = []
      cueIndex.find(sentence, (cue, start, end) => seen.push(`${cue.id} ${start} ${end}`))
      headingIndex.find(sentence, (rule, start, end) => seen.push(`${rule.role} ${start} ${end}`))
      return seen
    }
    const texts = read.cues.flatMap((cue) => [cue.example, cue.counter])
    expect(texts.flatMap((text) => found(read, text)).length).toBeGreaterThan(texts.length / 2)
    for (const text of texts) expect(found(opened, text)).toEqual(found(read, text))
  })

  it('holds the weights to the last bit', () => {
    const weights = readWeights(opinionData)
    expect(weights.words.size).toBeGreaterThan(0)
    expect(unpackWeights(packWeights(weights))).toEqual(weights)
    expect(unpackWeights(built.weights)).toEqual(weights)
  })

  it('holds every name of the groups', () => {
    const seen = new Set<NameNode>()
    // Many names share what they end in: each place of the tree is looked at once.
    const expectSame = (node: NameNode | undefined, other: NameNode | undefined): void => {
      if (node === undefined || other === undefined || seen.has(node)) return
      seen.add(node)
      const [one, two] = [grow(node), grow(other)]
      if (one.ids.join() !== two.ids.join() || one.isOther !== two.isOther)
        expect.fail(`${one.ids} is ${two.ids}`)
      expect(new Set(two.next.keys())).toEqual(new Set(one.next.keys()))
      for (const [word, below] of one.next) expectSame(below, two.next.get(word))
    }
    const read = parseGroupVocabulary(kinshipCare, 'kinship-care.yaml', {
      groups: parseGroupVocabulary(general, 'general.yaml').groups,
    })
    expect(DEFAULT_GROUPS.groups).toEqual(read.groups)
    expect(DEFAULT_GROUPS.openings).toEqual(read.openings)
    expect(DEFAULT_GROUPS.telling).toEqual(read.telling)
    expectSame(read.names, DEFAULT_GROUPS.names)
    expect(seen.size).toBeGreaterThan(read.names.next.size / 2)
  })

  it('refuses names of other groups', () => {
    expect(() => unpackNames(built.groups, GENERAL_GROUPS.groups.slice(0, 1))).toThrow('npm run build')
  })
})
