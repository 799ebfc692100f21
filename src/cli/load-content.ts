/** A tracker's content files, read and checked as a whole: content with a problem is nothing to show or to record. */
import { type PlainDate, SourceError } from '../model/index.ts'
import {
  type Content,
  checkContent,
  describeProblem,
  parseContent,
  type TrackerSettings,
} from '../tracker/index.ts'
import { FLAGSHIP, listTrackers, readContentFolder } from './content-folder.ts'
import { cleanForTerminal } from './display-width.ts'
import type { Terminal } from './terminal.ts'

export interface WholeContent extends Content {
  readonly settings: TrackerSettings
}

/** `purpose` ends the sentence "so it is not …". Each problem is printed first, then `content_invalid` thrown. `latest` as in `checkContent`. */
export async function loadContent(
  folder: string,
  purpose: string,
  { stderr }: Terminal,
  latest: PlainDate | null = null,
): Promise<WholeContent> {
  const content = parseContent(await readContentFolder(folder))
  const { settings } = content
  const problems = [...content.problems, ...checkContent(content, latest)].map(describeProblem)
  if (settings !== null && problems.length === 0) return { ...content, settings }
  stderr.write(problems.map((problem) => `${cleanForTerminal(problem)}\n`).join(''))
  throw new SourceError(
    'content_invalid',
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the content of ${folder}, so it is not ${purpose}. Each line above names file and line, and what to write there.`,
  )
}

export const findFlagship = async (): Promise<string> =>
  (await listTrackers()).find((folder) => folder.endsWith(FLAGSHIP)) ?? FLAGSHIP

/** Who records what stands in content files: its keeper, without what more is said of them. */
export const keeperOf = ({ keeper }: TrackerSettings): string => keeper.split(/\.\s/)[0] ?? keeper

/** The moment that a record which begins with these files is dated: the day they say, so that it is the same everywhere. */
export const beginningOf = ({ recordedOn }: TrackerSettings): string => `${recordedOn}T00:00:00.000Z`
