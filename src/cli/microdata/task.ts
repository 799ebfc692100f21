/** One piece of work on microdata, the same in a worker and without: a block of CSV, or a group of rows of a Parquet file. */
import { type JudgedRows, makeRowsJudge, type RowsAsk } from '../../rules/population/microdata/index.ts'

export type Task =
  | { readonly bytes: Uint8Array }
  | { readonly file: string; readonly from: number; readonly to: number }

export function judgeTask(ask: RowsAsk): (task: Task) => Promise<JudgedRows> {
  const judge = makeRowsJudge(ask)
  return async (task) => {
    if ('bytes' in task) return judge.judgeBytes(task.bytes)
    const { readParquetRows } = await import('./parquet.ts')
    return judge.judgeBlock(await readParquetRows(task, judge, ask.on))
  }
}
