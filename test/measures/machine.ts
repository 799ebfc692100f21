// The machine a figure was taken on, and the peers it has.
import { spawnSync } from 'node:child_process'
import { cpus, release, totalmem, type } from 'node:os'

export function describeMachine(): string {
  const processors = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${type()} ${release()}, Node ${process.version}`
}

/** "pdftotext 22.12.0", or null where poppler-utils is not installed. */
export function findPdftotext(): string | null {
  const answer = spawnSync('pdftotext', ['-v'], { encoding: 'utf8' })
  if (answer.error) return null
  return `pdftotext ${/version ([\d.]+)/.exec(answer.stderr)?.[1] ?? ''}`.trim()
}

export function canHoldToOneCore(): boolean {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0
}
