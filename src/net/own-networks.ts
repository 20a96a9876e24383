// The IPv4 networks that this computer stands in: whom a broadcast reaches, and whether somebody is one of them.
import { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'

export type OwnNetworks = { readonly broadcasts: readonly string[]; readonly contains: (address: string) => boolean }

export function ownNetworks(): OwnNetworks {
  const inside = new BlockList()
  inside.addSubnet('127.0.0.0', 8)
  const broadcasts = new Set(['255.255.255.255'])
  for (const { address, cidr, family, internal } of Object.values(networkInterfaces()).flatMap((ones) => ones ?? [])) {
    const bits = Number(cidr?.split('/')[1] ?? 32)
    if (family !== 'IPv4' || internal || bits < 8) continue
    inside.addSubnet(address, bits)
    if (bits < 31) broadcasts.add(toBroadcast(address, bits))
  }
  return { broadcasts: [...broadcasts], contains: (address) => inside.check(address) }
}

function toBroadcast(address: string, bits: number): string {
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const highest = (number | (2 ** (32 - bits) - 1)) >>> 0
  return [24, 16, 8, 0].map((shift) => (highest >>> shift) & 255).join('.')
}
