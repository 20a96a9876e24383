// What a person can do with orders, wherever they are shown; everything that counts orders is asked anew after it.
import { notifications } from '@mantine/notifications'
import { useDo } from '../api/asks.ts'
import { useWords } from '../text/words.ts'

const stale = ['orders', 'overview', 'chart', 'log']

/** Offers orders again: with the newest settings and the newest data of the shop. */
export function useRetry(profile: string) {
  const { t } = useWords()
  return useDo(async (call, ids: readonly string[]) => {
    await call('POST', `/profiles/${profile}/orders/retry`, { ids })
    notifications.show({ message: t('attention.retried', { count: ids.length }) })
  }, stale)
}

/** `code` null: S-Connect recognises the customer again. */
export function useChooseCustomer(profile: string, order: string) {
  return useDo(
    (call, code: string | null) =>
      call('PUT', `/profiles/${profile}/orders/${encodeURIComponent(order)}/customer`, { code }),
    stale,
  )
}

export function useDismiss(profile: string) {
  const { t } = useWords()
  return useDo(async (call, given: { ids: readonly string[]; reason: string }) => {
    await call('POST', `/profiles/${profile}/orders/dismiss`, given)
    notifications.show({ message: t('attention.dismissed', { count: given.ids.length }) })
  }, stale)
}
