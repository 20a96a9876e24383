// A further profile: between which kinds of webshop and administration, and what it is called. Where the licence has no room the
// service says so, and what to do.
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useKinds } from '../../../api/asks.ts'
import { useAddProfile } from '../../../api/settings.ts'
import type { Kinds } from '../../../api/types.ts'
import { AccountingChoice } from '../../../parts/accounting-choice.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { useWords } from '../../../text/words.ts'

export function NewProfile() {
  const { t } = useWords()
  const kinds = useKinds()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button variant="default" disabled={kinds.data === undefined} onClick={() => setOpen(true)}>
        {t('settings.newProfile')}
      </Button>
      {open && kinds.data !== undefined ? <AddProfile kinds={kinds.data} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function AddProfile({ kinds, onClose }: { readonly kinds: Kinds; readonly onClose: () => void }) {
  const { t, say } = useWords()
  const navigate = useNavigate()
  const [given, setGiven] = useState({
    shop: kinds.shops[0]?.kind ?? '',
    accounting: kinds.accountings[0]?.kind ?? '',
    description: '',
  })
  const add = useAddProfile()
  const optionsOf = (of: Kinds['shops']) => of.map(({ kind, title }) => ({ value: kind, label: say(title) }))
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('settings.newProfile')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate(given, { onSuccess: ({ id }) => void navigate(`/settings/${id}`) })
        }}
      >
        <TextInput
          label={t('settings.description')}
          description={t('settings.descriptionHint')}
          data-autofocus
          value={given.description}
          onChange={({ currentTarget }) => setGiven({ ...given, description: currentTarget.value })}
        />
        <NativeSelect
          label={t('start.shopKind')}
          value={given.shop}
          data={optionsOf(kinds.shops)}
          onChange={({ currentTarget }) => setGiven({ ...given, shop: currentTarget.value })}
        />
        <AccountingChoice
          kinds={kinds.accountings}
          value={given.accounting}
          onChange={(accounting) => setGiven({ ...given, accounting })}
        />
        <Failure error={add.error} />
        <div className="buttons dialog-buttons">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('settings.makeProfile')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
