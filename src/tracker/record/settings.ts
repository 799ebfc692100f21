// What a tracker says of itself: its name, its verdict scale, and who signs what it holds.
import { z } from 'zod'
import { plainDate, prose, slug } from './parts.ts'

/** The shape that stands for a verdict beside its word, so that colour is never alone. */
const shape = z.enum(['full-disc', 'half-disc', 'open-ring', 'dash'])

export const settings = z.strictObject({
  id: slug,
  title: z.string().min(3),
  summary: prose,
  place: z.string(),
  /** Who keeps this tracker, and in what capacity ("the demonstration's editors"). */
  keeper: prose,
  /** The day the content was brought up to date. */
  recordedOn: plainDate,
  /** Under which its own words may be used; absent where its keeper states none. */
  licence: z.strictObject({ name: z.string().min(2), address: z.url({ protocol: /^https?$/ }) }).optional(),
  /** The rulebook whose questions and counts belong to this tracker (`rulebook/<name>`); absent where there is none. */
  rulebook: slug.optional(),
  /** Words and phrases that readers use for the same thing: a search for one finds the others. */
  synonyms: z.array(z.array(z.string().min(2)).min(2)).optional(),
  /** Best first. */
  verdicts: z
    .array(z.strictObject({ id: slug, label: z.string().trim().min(1), shape, meaning: prose }))
    .min(2),
})
export type TrackerSettings = z.infer<typeof settings>
