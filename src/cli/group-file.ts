/** A vocabulary of groups that the caller brings, for another field of policy. */
import type { GroupVocabulary } from '../reading/index.ts'

export async function readGroupFile(_path: string): Promise<GroupVocabulary> {
  throw new Error('not yet')
}
