// From where the page can be opened: this machine alone, or the network, after a warning.
import { Button, Switch, TagsInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAsk, useDo } from '../../../api/asks.ts'
import type { Network } from '../../../api/types.ts'
import { Confirm } from '../../../parts/confirm.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { useWords } from '../../../text/words.ts'
import { Part } from './part.tsx'

type Wanted = { readonly open: boolean; readonly hosts: readonly string[] }

export function NetworkPart() {
  const { t, say } = useWords()
  const network = useAsk<Network>('network', '/network')
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [asking, setAsking] = useState(false)
  const [saved, setSaved] = useState(false)
  const save = useDo(
    (call, given: Wanted & { confirmed: boolean }) => call<Network>('PUT', '/network', given),
    ['network'],
  )
  const { open, hosts } = wanted ?? network.data ?? { open: false, hosts: [] }
  const send = (confirmed: boolean) =>
    save.mutate(
      { open, hosts, confirmed },
      {
        onSuccess: () => {
          setAsking(false)
          setWanted(null)
          setSaved(true)
          notifications.show({ message: t('common.saved') })
        },
      },
    )
  return (
    <Part title={t('general.network')}>
      <p className="flush dim">
        {t('general.networkHint')}{' '}
        {network.data === undefined ? '' : t('general.networkAt', { address: network.data.address })}
      </p>
      <Switch
        label={t('general.networkOpen')}
        checked={open}
        onChange={({ currentTarget }) => setWanted({ open: currentTarget.checked, hosts })}
      />
      {open ? (
        <TagsInput
          label={t('general.networkHosts')}
          description={t('general.networkHostsHint')}
          clearButtonProps={{ 'aria-label': t('common.remove') }}
          value={[...hosts]}
          onChange={(value) => setWanted({ open, hosts: value })}
        />
      ) : null}
      {saved ? <p className="flush">{t('general.restartNeeded')}</p> : null}
      <Failure error={network.error ?? (asking ? null : save.error)} />
      <div>
        <Button
          disabled={wanted === null}
          loading={save.isPending}
          onClick={() => (open && network.data?.open === false ? setAsking(true) : send(false))}
        >
          {t('common.save')}
        </Button>
      </div>
      <Confirm
        open={asking}
        title={t('general.networkOpen')}
        hint={network.data === undefined ? '' : say(network.data.warning)}
        yes={t('general.networkConfirm')}
        busy={save.isPending}
        error={save.error}
        onNo={() => setAsking(false)}
        onYes={() => send(true)}
      />
    </Part>
  )
}
