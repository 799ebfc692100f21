import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { browserPlugin } from './scripts/browser-plugin.mjs'
import { lexiconPlugin } from './scripts/lexicon-plugin.mjs'
import { programPlugin } from './scripts/program-plugin.mjs'
import { synonymsPlugin } from './scripts/synonyms-plugin.mjs'
import { yamlPlugin } from './scripts/yaml-plugin.mjs'

export default defineConfig({
  plugins: [
    programPlugin.vite(),
    lexiconPlugin.vite(),
    synonymsPlugin.vite(),
    yamlPlugin.vite(),
    browserPlugin.vite(),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: '#markup' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Without this every style sheet is empty in tests, and what is said of it there says nothing.
    css: true,
    // One less than the cores by default, which leaves half of a machine with two of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { TZ: 'Europe/London' },
  },
})
