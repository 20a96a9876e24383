// Lets one at a time through, in the order of arrival. What a visitor returns is done after the gate has let the next one in.

export type Gate = { readonly through: (inside: () => Promise<(() => Promise<void>) | undefined>) => Promise<void> }

export function createGate(): Gate {
  let tail: Promise<unknown> = Promise.resolve()
  return {
    through: async (inside) => {
      const turn = tail.then(inside, inside)
      // A visitor that fails does not close the gate for the next; its own caller gets the failure.
      tail = turn.catch(() => undefined)
      const outside = await turn
      await outside?.()
    },
  }
}
