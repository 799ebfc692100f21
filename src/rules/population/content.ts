/** The figures, assumptions and calibrations that the simulated population is made from, read and checked. */
import { z } from 'zod'
import assumptionsFile from '../../../rulebook/population/england/assumptions.yaml'
import calibrationsFile from '../../../rulebook/population/england/calibrations.yaml'
import figuresFile from '../../../rulebook/population/england/figures.yaml'
import sourcesFile from '../../../rulebook/population/england/sources.yaml'

const source = z.strictObject({ title: z.string(), address: z.url(), date: z.string() })
const range = { value: z.number(), low: z.number().optional(), high: z.number().optional() }
const figure = z.strictObject({
  ...range,
  title: z.string(),
  place: z.string(),
  when: z.string(),
  status: z.enum(['seen', 'derived', 'seed']),
  source: z.string(),
  note: z.string().optional(),
})
const assumption = z.strictObject({
  title: z.string(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
  why: z.string(),
})
const override = assumption.omit({ title: true })
const calibration = z.strictObject({
  title: z.string(),
  lead: z.string(),
  total: z.string(),
  relatives: z.enum(['2011', '2021']),
  work: z.enum(['census', 'survey']),
  isLedByOrders: z.boolean().default(false),
  hasInformalShare: z.boolean().default(false),
  assumptions: z.record(z.string(), override).default({}),
})

export type Figure = z.infer<typeof figure>
export type Assumption = z.infer<typeof assumption>
export type CalibrationContent = z.infer<typeof calibration>
export type PopulationSource = z.infer<typeof source>

export interface PopulationContent {
  readonly sources: ReadonlyMap<string, PopulationSource>
  readonly figures: ReadonlyMap<string, Figure>
  readonly assumptions: ReadonlyMap<string, Assumption>
  readonly calibrations: ReadonlyMap<string, CalibrationContent>
}

/** What a figure or an assumption can be: its value, and the least and most that draws take. */
export interface Spread {
  readonly low: number
  readonly value: number
  readonly high: number
}

const files = z.object({
  sources: z.record(z.string(), source),
  figures: z.record(z.string(), figure),
  assumptions: z.record(z.string(), assumption),
  calibrations: z.record(z.string(), calibration),
})

/** @throws Error naming what does not fit: an unknown source, a range that leaves its value out, an unknown name. */
export function parsePopulation(data: unknown): PopulationContent {
  const parsed = files.parse(data)
  const content: PopulationContent = {
    sources: new Map(Object.entries(parsed.sources)),
    figures: new Map(Object.entries(parsed.figures)),
    assumptions: new Map(Object.entries(parsed.assumptions)),
    calibrations: new Map(Object.entries(parsed.calibrations)),
  }
  const wrong = [...findWrong(content)]
  if (wrong.length > 0)
    throw new Error(`the population's content does not fit together:\n  ${wrong.join('\n  ')}`)
  return content
}

function* findWrong({ sources, figures, assumptions, calibrations }: PopulationContent): Generator<string> {
  for (const [name, one] of figures) {
    if (!sources.has(one.source)) yield `${name}: there is no source "${one.source}"`
    if (!isInside(spreadOf(one))) yield `${name}: its range leaves its value out`
    if (assumptions.has(name)) yield `${name} is a figure and an assumption`
  }
  for (const [name, one] of assumptions) if (!isInside(one)) yield `${name}: its range leaves its value out`
  for (const [name, one] of calibrations) {
    if (!figures.has(one.total)) yield `${name}: there is no figure "${one.total}"`
    for (const [key, value] of Object.entries(one.assumptions)) {
      if (!assumptions.has(key)) yield `${name}: there is no assumption "${key}"`
      if (!isInside(value)) yield `${name}: ${key}: its range leaves its value out`
    }
  }
}

const isInside = ({ low, value, high }: Spread): boolean => low <= value && value <= high

export const spreadOf = ({ value, low, high }: Figure): Spread => ({
  low: low ?? value,
  value,
  high: high ?? value,
})

/** England's; the caller keeps it. */
export const readEnglandPopulation = (): PopulationContent =>
  parsePopulation(Object.assign({}, sourcesFile, figuresFile, assumptionsFile, calibrationsFile))
