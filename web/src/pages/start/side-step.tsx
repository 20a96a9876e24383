// One side of the profile: its kind and what orders become, its fields, and the test. The profile is made here, when that is
// known.
import { Button, NativeSelect, Radio } from '@mantine/core'
import { useState } from 'react'
import { useKinds } from '../../api/asks.ts'
import { useAddProfile, useLists, useSettings, useTest } from '../../api/settings.ts'
import type { Kinds, NewProfile, ProfileView, SettingField } from '../../api/types.ts'
import { AccountingChoice } from '../../parts/accounting-choice.tsx'
import { Loading } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { ShopDownload } from '../../parts/shop-download.tsx'
import { TestLegs } from '../../parts/test-legs.tsx'
import { Note } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'
import { OtherKind } from './other-kind.tsx'
import { StepForm, useStepForm } from './step-form.tsx'

type Side = 'accounting' | 'shop'
type Props = {
  readonly side: Side
  readonly profile: ProfileView | null
  readonly onNext: () => void
  readonly onBack: (() => void) | null
}

export function SideStep({ side, profile, onNext, onBack }: Props) {
  const { t } = useWords()
  return (
    <>
      <p className="flush start-intro">{t(side === 'accounting' ? 'start.accountingIntro' : 'start.shopIntro')}</p>
      {profile === null ? <KindChoice /> : <Fields side={side} profile={profile} onNext={onNext} onBack={onBack} />}
    </>
  )
}

function KindChoice() {
  const kinds = useKinds()
  const add = useAddProfile()
  if (kinds.error !== null) return <Failure error={kinds.error} again={() => void kinds.refetch()} />
  if (kinds.data === undefined) return <Loading rows={3} />
  return <KindForm kinds={kinds.data} busy={add.isPending} error={add.error} onChoose={add.mutate} />
}

type KindFormProps = {
  readonly kinds: Kinds
  readonly busy: boolean
  readonly error: Error | null
  readonly onChoose: (profile: NewProfile) => void
}

function KindForm({ kinds: { shops, accountings }, busy, error, onChoose }: KindFormProps) {
  const { t, say } = useWords()
  const [shop, setShop] = useState(shops[0]?.kind ?? '')
  const [accounting, setAccounting] = useState(accountings[0]?.kind ?? '')
  const [product, setProduct] = useState<ProfileView['product']>('order')
  const optionsOf = (kinds: Kinds['shops']) => kinds.map(({ kind, title }) => ({ value: kind, label: say(title) }))
  return (
    <div className="form">
      <AccountingChoice kinds={accountings} value={accounting} onChange={setAccounting} />
      {shops.length > 1 ? (
        <NativeSelect
          label={t('start.shopKind')}
          value={shop}
          data={optionsOf(shops)}
          onChange={({ currentTarget }) => setShop(currentTarget.value)}
        />
      ) : null}
      <Radio.Group
        label={t('start.product')}
        description={t('start.productHint')}
        value={product}
        onChange={(chosen) => setProduct(chosen === 'bookkeeping' ? chosen : 'order')}
      >
        <div className="radios">
          <Radio value="order" label={t('start.productOrder')} description={t('start.productOrderHint')} />
          <Radio
            value="bookkeeping"
            label={t('start.productBookkeeping')}
            description={t('start.productBookkeepingHint')}
          />
        </div>
      </Radio.Group>
      <Failure error={error} />
      <div>
        <Button loading={busy} onClick={() => onChoose({ shop, accounting, product })}>
          {t('common.next')}
        </Button>
      </div>
    </div>
  )
}

/** What the step asks: all fields of its tab, the compulsory ones first in mind; the rest is folded away by the form itself. */
const isOfStep = (side: Side) => (field: SettingField) => field.key.startsWith(`${side}.`) && isAsked(field)

/** Refinements with a safe default come later, under Instellingen. */
const isAsked = ({ kind, group }: SettingField): boolean => kind !== 'table' && kind !== 'list' && group !== 'advanced'

function Fields({ side, profile, onNext, onBack }: Props & { readonly profile: ProfileView }) {
  const { t, say } = useWords()
  const settings = useSettings(profile.id)
  const lists = useLists(profile.id)
  const test = useTest(profile.id)
  const tabs = settings.data?.tabs ?? []
  const fields = tabs.flatMap((tab) => tab.fields).filter(isOfStep(side))
  const notice = tabs.find(({ key }) => key === side)?.notice ?? null
  const form = useStepForm(profile.id, fields)
  const tested = test.data !== undefined && !form.isChanged
  const works = tested && test.data.ok
  const saveAndTest = () => form.save(() => test.mutate(side))
  if (settings.data === undefined) return <Loading rows={5} />
  return (
    <div className="form">
      {side === 'shop' ? <ShopDownload download={profile.download} /> : null}
      {notice === null ? null : <Note tone="attention">{say(notice)}</Note>}
      <StepForm profile={profile.id} fields={fields} form={form} lists={lists.data ?? null} />
      {tested ? <TestLegs legs={test.data.legs} /> : null}
      <Failure error={test.error} />
      <div className="buttons">
        {side === 'accounting' ? <OtherKind profile={profile} /> : null}
        {onBack === null ? null : (
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
        )}
        <Button
          variant={works ? 'default' : 'filled'}
          disabled={!form.isComplete}
          loading={form.isSaving || test.isPending}
          onClick={saveAndTest}
        >
          {t('start.saveAndTest')}
        </Button>
        {works ? <Button onClick={onNext}>{t('common.next')}</Button> : null}
        {tested && !works ? (
          <Button variant="subtle" onClick={onNext}>
            {t('start.goOnAnyway')}
          </Button>
        ) : null}
      </div>
      {form.isComplete ? null : <p className="flush small dim">{t('start.missingHint')}</p>}
    </div>
  )
}
