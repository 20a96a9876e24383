// 'Kies klant': whose this order is, where recognition cannot tell or is wrong. First those who looked like it, then whoever is
// searched for.
import '../look/library-form.css'
import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAsk } from '../api/asks.ts'
import { query } from '../api/call.ts'
import type { ListOption, OrderView } from '../api/types.ts'
import { useWords } from '../text/words.ts'
import { Failure } from './failure.tsx'
import { useChooseCustomer } from './order-actions.ts'

type Props = { readonly profile: string; readonly order: OrderView; readonly onClose: () => void }

const mostShown = 20

export function CustomerDialog({ profile, order, onClose }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [code, setCode] = useState('')
  const { options, error } = useCandidates(profile, order, text)
  const choose = useChooseCustomer(profile, order.entry.id)
  const send = () =>
    choose.mutate(code, {
      onSuccess: () => {
        notifications.show({ message: t('customer.chosen', { number: order.entry.number }) })
        onClose()
      },
    })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('customer.title', { number: order.entry.number })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className="flush">{t('customer.hint')}</p>
      <TextInput
        my="md"
        label={t('customer.search')}
        description={t('customer.searchHint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-autofocus
      />
      <Radio.Group value={code} onChange={setCode} label={t('customer.list')} className="candidates">
        {options.map(({ value, label, detail }) => (
          <Radio key={value} value={value} label={`${value} ${label}`} description={detail} />
        ))}
      </Radio.Group>
      <p role="status" className="small dim">
        {options.length === 0 ? t(text.trim() === '' ? 'customer.none' : 'settings.listEmptyFound') : ''}
      </p>
      <Failure error={error ?? choose.error} />
      <div className="buttons dialog-buttons">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={code === ''} loading={choose.isPending} onClick={send}>
          {t('customer.choose')}
        </Button>
      </div>
    </Modal>
  )
}

function useCandidates(profile: string, { customer }: OrderView, typed: string) {
  const { say } = useWords()
  const [text] = useDebouncedValue(typed.trim(), 250)
  const alike: readonly ListOption[] = customer.nearMisses.map(({ code, name, why }) => ({
    value: code,
    label: name,
    detail: say(why),
  }))
  const showsAlike = typed.trim() === '' && alike.length > 0
  const found = useAsk<{ readonly options: readonly ListOption[] }>(
    'lists',
    `/profiles/${profile}/lists/customers${query({ text, limit: mostShown })}`,
    { enabled: !showsAlike, keep: true },
  )
  return { options: showsAlike ? alike : (found.data?.options ?? []), error: found.error }
}
