/** Who makes the files: this thread, or others (workforce.ts) that write what they made themselves. */
import type { RecordKey } from '../../tracker/index.ts'
import { isLost, type Lost, type Made, type Maker, type Task } from './maker.ts'
import { stageFile } from './stage-file.ts'
import type { Sums } from './sums.ts'

/** A file that was made and, where it is not as it was, staged. */
export interface Staged extends Omit<Made, 'bytes'> {
  readonly isWritten: boolean
}

export interface Batch {
  readonly files: readonly (Staged | Lost)[]
  readonly parts: readonly (readonly [asked: string, records: readonly RecordKey[]])[]
}

export interface Crew {
  /** How many batches are worth having under way. */
  readonly size: number
  /** Throws what the disk says. */
  make(tasks: readonly Task[]): Promise<Batch>
}

export interface Place {
  /** Folder that files are staged in. */
  readonly tree: string
  /** Files that are there already, with their hashes. */
  readonly kept: Sums
}

export function createLoneCrew(maker: Maker, { tree, kept }: Place): Crew {
  const made = new Set<string>()
  return {
    size: 1,
    async make(tasks) {
      const files: (Staged | Lost)[] = []
      for (const task of tasks) {
        const file = await maker.make(task)
        if (isLost(file)) files.push(file)
        else {
          const { bytes, ...rest } = file
          const isWritten = kept.get(file.file) !== file.hash
          if (isWritten) stageFile(tree, file.file, bytes, made)
          files.push({ ...rest, isWritten })
        }
      }
      return { files, parts: maker.takeParts() }
    },
  }
}
