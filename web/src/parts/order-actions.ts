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

export function useDismiss(profile: string) {
  const { t } = useWords()
  return useDo(async (call, given: { ids: readonly string[]; reason: string }) => {
    await call('POST', `/profiles/${profile}/orders/dismiss`, given)
    notifications.show({ message: t('attention.dismissed', { count: given.ids.length }) })
  }, stale)
}
