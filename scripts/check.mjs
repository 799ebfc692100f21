// Runs every check there is and closes with one line, `N passed, N failed`. With --browser it first makes sure of a
// Chromium (finding it, or installing Debian's) and runs the browser tests too.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'

const root = new URL('..', import.meta.url).pathname
const isCi = process.env.CI === 'true'
const tally = { passed: 0, failed: 0, skipped: 0 }

function run(name, command, args, env = {}) {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status === 0
}

function count(isPassed) {
  if (isPassed) tally.passed++
  else tally.failed++
}

function prepareBrowser() {
  const found = findChromium() ?? (installChromium() ? findChromium() : undefined)
  if (found) return { CHROMIUM_PATH: found }
  console.log(`\n${'*'.repeat(100)}`)
  console.log(
    '**  NO CHROMIUM ON THIS MACHINE: THE BROWSER TESTS ARE LEFT OUT. Install one, or set CHROMIUM_PATH.',
  )
  console.log('*'.repeat(100))
  if (isCi) tally.failed++
  else tally.skipped++
  return null
}

function runVitest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-check-'))
  const report = join(folder, 'report.json')
  const isPassed = run(
    'tests',
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    env,
  )
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    tally.passed += result.numPassedTests
    tally.failed += result.numFailedTests
    tally.skipped += result.numPendingTests + result.numTodoTests
    // A file that does not load holds no failed test, yet the run failed.
    if (!isPassed && result.numFailedTests === 0) tally.failed++
    if (result.numTotalTests === 0) tally.failed++
  } catch (error) {
    console.error(`The test report could not be read: ${error.message}`)
    tally.failed++
  }
  rmSync(folder, { recursive: true, force: true })
}

count(run('format and lint', 'npx', ['biome', 'check', '.']))
count(run('types', 'npx', ['tsc']))
count(run('unused code and dependencies', 'npx', ['knip']))
count(run('build', 'node', ['scripts/build.mjs']))
const browser = process.argv.includes('--browser') ? prepareBrowser() : null
runVitest(browser ? [] : ['--exclude', 'test/browser/**'], browser ?? {})

console.log('')
console.log(
  `${tally.passed} passed, ${tally.failed} failed${tally.skipped ? `, ${tally.skipped} skipped` : ''}`,
)
process.exitCode = tally.failed === 0 ? 0 : 1
