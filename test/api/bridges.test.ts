// What is installed in a shop, fetched from the page.
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { openCart } from '../../src/shops/opencart/index.ts'
import type { ShopKind } from '../../src/shops/shop.ts'
import { serveApi, startApi } from './api-scene.ts'

const title = { nl: 'De module', en: 'The module' }
const withDownload: ShopKind = { ...openCart, download: { folder: 'prestashop/sconnect', title } }

test('SHOP-3 the owner fetches what is to be installed as a zip, and nobody else does', async () => {
  const { scene, owner: oldOwner } = await startApi()
  await oldOwner()
  const api = await serveApi({ ...scene.program, shops: [withDownload] }, scene.clock.now)
  const address = '/api/bridges/opencart.zip'
  expect((await api.visitor().get(address)).status).toBe(401)
  const owner = await api.owner()
  const answer = await owner.get(address)
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('application/zip')
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="sconnect-\d+\.\d+\.\d+\.zip"$/)
  expect(answer.bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(crc32((await owner.get(address)).bytes)).toBe(crc32(answer.bytes))
  expect((await (await api.bookkeeper()).get(address)).status).toBe(403)
  expect((await owner.get('/api/profiles')).json.profiles[0].download).toEqual({ file: 'opencart.zip', title })
})

test('SHOP-3 the PrestaShop module is among what can be fetched', async () => {
  const owner = await (await startApi()).owner()
  const answer = await owner.get('/api/bridges/prestashop.zip')
  expect(answer.status).toBe(200)
  expect(answer.bytes.includes('sconnect/sconnect.php')).toBe(true)
})

test.each(['opencart.zip', 'opencart', '..%2F..%2Fpackage.json', 'nothing.zip'])(
  'a kind without a download has none: %s',
  async (file) => {
    const api = await startApi()
    const owner = await api.owner()
    expect((await owner.get('/api/profiles')).json.profiles[0].download).toBeNull()
    expect((await owner.get(`/api/bridges/${file}`)).status).toBe(404)
  },
)
