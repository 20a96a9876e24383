// What every shop promises, kept by myShop in both dialects and with letters of two kinds in one answer.
import { describeShopContract } from '../contract.ts'
import { generateOrder, idOf, startMyShopFake } from './fake.ts'
import { connectTo } from './testing.ts'

const orders = Array.from({ length: 8 }, (_, index) => generateOrder(index + 1))
const wanted = orders.filter(({ status }) => status !== 'aborted').map(({ number }) => idOf('1234500', number))

for (const dialect of ['named', 'numbered'] as const)
  describeShopContract(`myShop with ${dialect} columns`, async () => {
    const fake = await startMyShopFake({ orders, dialect, mixed: true })
    return {
      shop: (await connectTo(fake)).shop,
      expected: wanted,
      balanced: wanted,
      placeOrder: async () => {
        fake.put(generateOrder(9))
        return idOf('1234500', 9)
      },
      stock: { unknownKey: 'Z-999' },
      stop: fake.stop,
    }
  })
