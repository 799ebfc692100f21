/** A thread that looks at the files of the last export and tells what became of them, started by compare-beside.ts alone. */
import { parentPort, workerData } from 'node:worker_threads'
import type { LastExport } from './compare-beside.ts'
import { compareFiles } from './compare-files.ts'
import { readSeen } from './seen-files.ts'
import { parseSums } from './sums.ts'

const { folder, list, memory } = workerData as LastExport // as compare-beside.ts sends it
const listed = parseSums(list) ?? new Map<string, string>()
parentPort?.postMessage(await compareFiles(folder, listed, readSeen(memory, folder, { listed, list })))
