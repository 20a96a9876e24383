// Choosing the customer of an order that is not made yet, and taking that back.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMayChange } from '../../api/session.tsx'
import type { OrderDetail } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { CustomerDialog } from '../../parts/later.tsx'
import { useChooseCustomer } from '../../parts/order-actions.ts'
import { useWords } from '../../text/words.ts'

type Props = { readonly profile: string; readonly detail: OrderDetail }

/** The address ends in '?customer' where somebody came here to choose. */
export function WhoseOrder({ profile, detail }: Props) {
  const { t, moment } = useWords()
  const mayChange = useMayChange()
  const [asked, setAsked] = useSearchParams()
  const [choosing, setChoosing] = useState(asked.has('customer'))
  const automatic = useChooseCustomer(profile, detail.entry.id)
  const { chosen } = detail.customer
  const isOpen = detail.entry.state === 'problem' || detail.entry.state === 'waiting'
  const close = () => {
    setChoosing(false)
    setAsked({}, { replace: true })
  }
  return (
    <>
      {chosen === null ? null : (
        <p className="flush">
          {t('customer.by', { name: chosen.name, code: chosen.code, by: chosen.by, at: moment(chosen.at) })}
        </p>
      )}
      {isOpen && mayChange ? (
        <div className="buttons">
          <Button variant="default" onClick={() => setChoosing(true)}>
            {t(chosen === null ? 'customer.open' : 'customer.openOther')}
          </Button>
          {chosen === null ? null : (
            <Button variant="subtle" loading={automatic.isPending} onClick={() => automatic.mutate(null)}>
              {t('customer.automatic')}
            </Button>
          )}
        </div>
      ) : null}
      <Failure error={automatic.error} />
      <CustomerDialog open={choosing && isOpen && mayChange} profile={profile} order={detail} onClose={close} />
    </>
  )
}
