// How long a document takes from bytes to statements, as a whole command, and what memory it needs.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandRun, runCommand, runHoldfast } from './command.ts'
import { findPdftotext } from './machine.ts'
import { type Measurement, median, summarise } from './measurement.ts'
import { inquiryPairs } from './texts.ts'

const longReport = inquiryPairs[0]?.report ?? ''

async function repeat(runs: number, work: () => Promise<CommandRun>): Promise<CommandRun[]> {
  const results: CommandRun[] = []
  for (let run = 0; run < runs; run++) results.push(await work())
  const failed = results.find((result) => result.exitCode !== 0)
  if (failed) throw new Error(`a measured command ended with ${failed.exitCode}`)
  return results
}

async function measureLongPdf(): Promise<Measurement[]> {
  const peerName = findPdftotext()
  const ours: CommandRun[] = []
  const theirs: CommandRun[] = []
  for (let run = 0; run < 5; run++) {
    ours.push(
      ...(await repeat(1, () =>
        runHoldfast(['read', longReport, '--format', 'json', '--quiet'], { oneCore: true }),
      )),
    )
    if (peerName)
      theirs.push(...(await repeat(1, () => runCommand('pdftotext', [longReport, '-'], { oneCore: true }))))
  }
  const time = summarise(
    ours.map((run) => run.seconds),
    peerName ? theirs.map((run) => run.seconds) : null,
  )
  const memory = ours.map((run) => run.megabytes ?? Number.NaN)
  const isMemoryKnown = memory.every(Number.isFinite)
  return [
    {
      group: 'documents',
      name: '240-page PDF, bytes to statements',
      ...time,
      unit: 's',
      against: peerName ?? 'absent: pdftotext',
      goal: '<= 3 times pdftotext',
      met: time.ratio === null ? null : time.ratio <= 3,
      how: 'the whole command `holdfast read FILE --format json` with its parser process, start included, and the whole command `pdftotext FILE -`, both held to one core, in turn',
    },
    {
      group: 'documents',
      name: '240-page PDF, memory',
      median: isMemoryKnown ? median(memory) : null,
      min: isMemoryKnown ? Math.min(...memory) : null,
      max: isMemoryKnown ? Math.max(...memory) : null,
      runs: ours.length,
      unit: 'MB',
      against: null,
      ratio: null,
      goal: '< 400 MB',
      met: isMemoryKnown ? median(memory) < 400 : null,
      how: 'sum of the peaks (VmHWM) of the command and its parser process in the same runs, though the two peaks need not fall together',
    },
  ]
}

async function measureStart(): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
  const page = join(folder, 'page.txt')
  const sentence = 'The council will publish its plan for the new library by the end of March 2027. '
  writeFileSync(page, `Library plan\n\n${`${sentence.repeat(5)}\n\n`.repeat(6)}`)
  const runs = await repeat(11, () => runHoldfast(['read', page], { oneCore: true }))
  rmSync(folder, { recursive: true })
  const time = summarise(
    runs.map((run) => run.firstOutput ?? Number.NaN),
    null,
  )
  return {
    group: 'documents',
    name: 'start of the command to first output, page of text',
    ...time,
    unit: 's',
    against: null,
    goal: '< 0.4 s',
    met: time.median < 0.4,
    how: 'from spawning `node --v8-pool-size=2 bin/holdfast.mjs read page.txt`, as `npm run holdfast` does, (30 sentences) to its first byte on stdout, held to one core',
  }
}

export async function measureDocuments(): Promise<Measurement[]> {
  return [...(await measureLongPdf()), await measureStart()]
}
