/** The cues that tell a reply's decision, read from the lexicon and compiled once. */
import circumstances from '../../lexicon/decision-circumstances.yaml'
import data from '../../lexicon/decision-cues.yaml'
import refusals from '../../lexicon/decision-refusals.yaml'
import type { Decision } from '../model/index.ts'
import { TwinPattern } from './twin-pattern.ts'

/** Cues that say the decision in words. */
export const SAID_EFFECTS = ['accept', 'in-part', 'in-principle', 'reject', 'note'] as const
/** Cues that only lean towards one. */
export const LEANING_EFFECTS = ['agree', 'do', 'goesOn', 'hedge', 'deflect', 'decline', 'silent'] as const
export type SaidEffect = (typeof SAID_EFFECTS)[number]
export type LeaningEffect = (typeof LEANING_EFFECTS)[number]

export interface DecisionCue {
  readonly id: string
  readonly effect: SaidEffect | LeaningEffect
  readonly weight: number
  readonly pattern: TwinPattern
  /** Said politely: it stands only where nothing else in the reply puts off, hands on or declines. */
  readonly isSoft: boolean
  /** Tells what is so already: beside a flat no that is its reason, and no promise. */
  readonly stands: boolean
  readonly example: string
  readonly counter: string
}

export const DECISION_OF: Readonly<Record<SaidEffect, Decision>> = {
  accept: 'accepted',
  'in-part': 'accepted-in-part',
  'in-principle': 'accepted-in-principle',
  reject: 'rejected',
  note: 'noted',
}

const WHO = String.raw`[\p{L}\p{N}’'&.)”"]+`
const REC = String.raw`(?:(?:(?:all|both|most|each|many|some) )?(?:of )?(?:(?:the|this|that|these|those|its|your|their|his|her|our) )?(?:(?!that |the )[\p{L}\p{N}’'()-]+ ){0,4}?(?:recommendations?|proposals?|conclusions?|suggestions?|sub-recommendations?)\b)`

function parseCue(value: unknown): DecisionCue {
  // The content's shape is checked here, once, field by field; a wrong entry stops the program with its id.
  const { id, effect, weight, soft, stands, pattern, example, counter } = value as Record<string, unknown>
  const known = [...SAID_EFFECTS, ...LEANING_EFFECTS].find((name) => name === effect)
  if (typeof id !== 'string' || known === undefined || typeof pattern !== 'string')
    throw new Error(`lexicon/decision-*.yaml: entry ${String(id)} lacks an id, an effect or a pattern`)
  if (typeof example !== 'string' || typeof counter !== 'string')
    throw new Error(`lexicon/decision-*.yaml: entry ${id} lacks its example or counter-example`)
  const source = pattern
    .replaceAll('WHO', WHO)
    .replaceAll('REC', REC)
    .replaceAll(String.raw`\w`, String.raw`[\p{L}\p{N}’'-]`)
  return {
    id,
    effect: known,
    weight: typeof weight === 'number' ? weight : 1,
    pattern: new TwinPattern(source),
    isSoft: soft === true,
    stands: stands === true,
    example,
    counter,
  }
}

function readCues(): DecisionCue[] {
  return [data, refusals, circumstances].flatMap((list: unknown) => {
    if (!Array.isArray(list)) throw new Error('lexicon/decision-*.yaml: a list of cues is expected')
    return list.map(parseCue)
  })
}

/** Cues that lean come with the weightiest first: once one is met, the lighter ones of its kind need not be tried. */
const byWeight = (cues: readonly DecisionCue[]): DecisionCue[] => {
  const isSaid = ({ effect }: DecisionCue) => SAID_EFFECTS.some((said) => said === effect)
  return [...cues.filter(isSaid), ...cues.filter((cue) => !isSaid(cue)).sort((a, b) => b.weight - a.weight)]
}

/** Every cue, those of said decisions in the order of the file: the first to match a clause decides it. */
export const DECISION_CUES: readonly DecisionCue[] = byWeight(readCues())
