// Where Chromium is on this machine, and a try at installing Debian's where that is possible. Browser tests use it.
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // not there, or not ours to run: the next place may do
  }
}

/** The path of a Chromium that can be run, or undefined. `CHROMIUM_PATH` is looked at first. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...usualPlaces].find((path) => path && isExecutable(path))
}

/** Installs Debian's Chromium when we are root and apt is there. True when it ended well. */
export function installChromium() {
  const canInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!canInstall) return false
  try {
    const run = (...args) =>
      execFileSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    run('update', '-qq')
    run('install', '-y', '-qq', '--no-install-recommends', 'chromium')
    return true
  } catch (error) {
    console.error(`Installing Chromium with apt-get failed: ${error.message}`)
    return false
  }
}
