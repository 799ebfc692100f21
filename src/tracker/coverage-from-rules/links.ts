/** Which situations a group stands for, and which rules decide a kind of help: read from rulebook/left-out. */
import { z } from 'zod'
import kinshipEngland from '../../../rulebook/left-out/kinship-england.yaml'
import { slug } from '../record/parts.ts'

const states = z.enum(['included', 'excluded', 'conditional', 'unclear'])

const links = z.strictObject({
  tracker: slug,
  /** Short situations: keys of carer and child side by side. */
  groups: z.record(slug, z.array(z.record(z.string(), z.unknown())).min(1)),
  supports: z.record(
    slug,
    z.strictObject({
      support: slug,
      given: z.record(z.string(), z.unknown()).default({}),
      information: states.default('unclear'),
    }),
  ),
  known: z.array(
    z.strictObject({
      groups: z.array(slug).min(1),
      support: slug,
      /** The state that the content records. */
      recorded: states,
      computed: states,
      reason: z.string().min(20),
    }),
  ),
})

export type CoverageLinks = z.infer<typeof links>

/** Null for a tracker that no rulebook covers. */
export function readCoverageLinks(tracker: string): CoverageLinks | null {
  const read = links.parse(kinshipEngland)
  return read.tracker === tracker ? read : null
}
