// How long it takes to set a long report beside its response, end to end.
import { runHoldfast } from './command.ts'
import { type Measurement, summarise } from './measurement.ts'
import { inquiryPairs } from './texts.ts'

export async function measureComparing(): Promise<Measurement[]> {
  const [pair] = inquiryPairs
  if (pair === undefined) return []
  const seconds: number[] = []
  for (let run = 0; run < 5; run++) {
    const words = ['compare', pair.report, pair.response, '--format', 'json', '--quiet']
    const result = await runHoldfast(words, { isTimedAlone: true })
    if (result.exitCode !== 0) throw new Error(`holdfast compare ended with ${result.exitCode}`)
    seconds.push(result.seconds)
  }
  const time = summarise(seconds, null)
  return [
    {
      group: 'comparing',
      name: '240-page report with its response, end to end',
      ...time,
      unit: 's',
      against: null,
      goal: '<= 5 s',
      met: time.median <= 5,
      how: 'the whole command `holdfast compare REPORT RESPONSE --format json`, start included, on the machine as it is',
    },
  ]
}
