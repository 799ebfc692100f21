// The checker as a carer's browser has it: how large its script is, how long an answer takes there, how many questions a family is asked.
import { existsSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import content from '../../rulebook/checker/questions.yaml'
import { type QuestionContent, readEnglandRulebook } from '../../src/rules/index.ts'
import script from '../../src/site/checker/browser/checker.client.ts?browser'
import { makeRandom } from '../rules/random-households.ts'
import { answerAtRandom, answerFrom, walkInterview } from '../rules/walk-interview.ts'
import { makeFamilies } from './families.ts'
import { type Measurement, median } from './measurement.ts'

const ON = '2026-11-21'
const GOAL_BYTES = 60_000
const GOAL_MS = 5
const GOAL_QUESTIONS = 12

export async function measureChecker(): Promise<Measurement[]> {
  return [measureSize(), ...(await measureInChromium()), ...measureQuestions()]
}

function measureSize(): Measurement {
  const bytes = gzipSync(script, { level: 9 }).length
  const brotli = brotliCompressSync(script).length
  return {
    group: 'rules',
    name: 'checker script with rulebook, compressed',
    median: bytes,
    min: bytes,
    max: bytes,
    runs: 1,
    unit: 'bytes',
    against: null,
    ratio: null,
    goal: `<= ${GOAL_BYTES}`,
    met: bytes <= GOAL_BYTES,
    how: `gzip -9; brotli ${brotli} bytes, plain ${script.length}`,
  }
}

/** In a page of its own, so that nothing else of the browser's work is in the times. */
async function measureInChromium(): Promise<Measurement[]> {
  const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  if (!existsSync(path)) return []
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    await page.setContent('<div id="checker" hidden></div><form id="start"></form>')
    await page.addScriptTag({ content: script })
    const proposals = [...readEnglandRulebook().proposals.keys()]
    const times = await page.evaluate(
      ({ families, stacks }) => {
        // The checker puts this one function in its window, for whoever compares.
        const { holdfast } = window as unknown as {
          holdfast: { answer(family: unknown, options: object): unknown }
        }
        const answerAll = (family: unknown) =>
          stacks.map((each) => holdfast.answer(family, { proposals: each }))
        families.slice(0, 100).forEach(answerAll)
        return families.slice(100).map((family) => {
          const from = performance.now()
          answerAll(family)
          return performance.now() - from
        })
      },
      { families: makeFamilies(500, '2025-06-01'), stacks: [[], ...proposals.map((name) => [name])] },
    )
    times.sort((a, b) => a - b)
    const p95 = times[Math.floor(times.length * 0.95)] ?? 0
    return [
      {
        group: 'rules',
        name: 'one family in Chromium, every support under every proposal, with reasons, 95th percentile',
        median: p95,
        min: times[0] ?? 0,
        max: times.at(-1) ?? 0,
        runs: times.length,
        unit: 'ms',
        against: null,
        ratio: null,
        goal: `<= ${GOAL_MS}`,
        met: p95 <= GOAL_MS,
        how: `${times.length} families after 100 to warm up, by the checker's own script; today and ${proposals.length} proposals each`,
      },
    ]
  } finally {
    await browser.close()
  }
}

function measureQuestions(): Measurement[] {
  // questions.yaml is held to this shape by the tests of the interview.
  const { questions } = content as QuestionContent
  const setting = { rulebook: readEnglandRulebook(), questions }
  const ofFamilies = makeFamilies(150, ON).map((family) => {
    // Families of makeFamilies have these parts.
    const situation = family as { carer: object; children: object[] }
    return walkInterview(ON, situation.children.length, setting, answerFrom(situation)).asked.length
  })
  const atRandom = Array.from({ length: 150 }, (_, seed) => {
    const random = makeRandom(seed + 1)
    return walkInterview(
      ON,
      random() < 0.7 ? 1 : 2,
      setting,
      answerAtRandom(random, seed % 5 === 0 ? 0.2 : 0),
    ).asked.length
  })
  return [
    countQuestions('families as the surveys have them', ofFamilies),
    countQuestions('answers at random, a fifth of them with "I don\'t know"', atRandom),
  ]
}

function countQuestions(name: string, counts: readonly number[]): Measurement {
  const share = counts.filter((count) => count <= GOAL_QUESTIONS).length / counts.length
  const spread = [...new Set(counts)]
    .sort((a, b) => a - b)
    .map((count) => `${count}: ${counts.filter((each) => each === count).length}`)
  return {
    group: 'rules',
    name: `questions until all is settled, ${name}`,
    median: median(counts),
    min: Math.min(...counts),
    max: Math.max(...counts),
    runs: counts.length,
    unit: 'questions',
    against: null,
    ratio: null,
    goal: `<= ${GOAL_QUESTIONS} for most`,
    met: share > 0.5,
    how: `${Math.round(share * 100)}% of ${counts.length} families are asked ${GOAL_QUESTIONS} or fewer; families by number of questions: ${spread.join(', ')}`,
  }
}
