import { defineConfig } from 'vitest/config'
import { plainReporter } from './scripts/plain-reporter.ts'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'bridges/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    // Processes, not threads: tests that start servers and send signals want one of their own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The page's tests look at it as it is built.
    globalSetup: ['test/web/build-page.ts'],
    reporters: ['default', plainReporter()],
  },
})
