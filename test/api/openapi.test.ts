// The description of the API is what the service itself says, and the copy in the documentation is of today.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openApiDoc } from '../../scripts/generate/openapi.ts'
import { startApi } from './api-scene.ts'

test('BEY-5 docs/reference/openapi.json is up to date (else: npm run generate)', async () => {
  expect(readFileSync('docs/reference/openapi.json', 'utf8')).toBe(await openApiDoc())
})

test('BEY-5 the service gives the same description, to anybody', async () => {
  const api = await startApi()
  const { json } = await api.visitor().get('/api/openapi.json')
  expect(json).toEqual(JSON.parse(readFileSync('docs/reference/openapi.json', 'utf8')))
})

test('BEY-5 every route says what it answers, and every error has one shape', async () => {
  const { paths, components } = JSON.parse(await openApiDoc())
  expect(components.schemas.Error.required).toEqual(['error', 'text'])
  for (const [path, methods] of Object.entries<Record<string, { responses: Record<string, unknown> }>>(paths))
    for (const [method, { responses }] of Object.entries(methods)) {
      expect([path, method, JSON.stringify(responses['default'])]).toEqual([
        path,
        method,
        expect.stringContaining('schemas/Error'),
      ])
      const isStream = /events|export|bridges|\.xlsx/.test(path)
      expect([path, method, isStream || '200' in responses || '202' in responses]).toEqual([path, method, true])
    }
})
