import { defineConfig } from 'vitest/config'
import { programPlugin } from './scripts/program-plugin.mjs'
import { yamlPlugin } from './scripts/yaml-plugin.mjs'

export default defineConfig({
  plugins: [programPlugin.vite(), yamlPlugin.vite()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/London' },
  },
})
