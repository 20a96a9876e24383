// For a shop that is read by a mapping: try a file with it; and for one that takes files: give one, see those that were given.
import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useAsk, useDo } from '../../api/asks.ts'
import type { GivenFiles, TriedFile } from '../../api/types.ts'
import { Failure } from '../../parts/failure.tsx'
import { useWords } from '../../text/words.ts'
import { TriedOrders } from './tried-orders.tsx'

const endings = '.xml,.csv,.txt,.json'

type Props = {
  readonly profile: string
  /** As it stands in the form, saved or not. */
  readonly mapping: string
  /** Whether the shop is read from files that people give. */
  readonly takesFiles: boolean
}

export function FilesPart({ profile, mapping, takesFiles }: Props) {
  const { t, moment } = useWords()
  const path = `/profiles/${profile}/files`
  const given = useAsk<GivenFiles>('files', path, { enabled: takesFiles })
  const give = useDo(
    (call, file: File) => call('POST', `${path}?name=${encodeURIComponent(file.name)}`, file),
    ['files'],
  )
  const remove = useDo((call, name: string) => call('DELETE', `${path}/${encodeURIComponent(name)}`), ['files'])
  const attempt = useDo(async (call, file: File) => {
    const sample = toBase64(new Uint8Array(await file.arrayBuffer()))
    return call<TriedFile>('POST', `/profiles/${profile}/mapping/try`, { name: file.name, mapping, sample })
  })
  const read = (file: File | null) => {
    if (file === null) return
    const closeButtonProps = { 'aria-label': t('common.close') }
    give.mutate(file, {
      onSuccess: () => notifications.show({ message: t('files.given', { name: file.name }), closeButtonProps }),
    })
  }
  return (
    <section className="files-part" aria-labelledby="files">
      <h3 id="files">{t('files.title')}</h3>
      <p className="flush dim">{t(takesFiles ? 'files.hint' : 'files.tryHint')}</p>
      <div className="buttons">
        <FileButton accept={endings} onChange={(file) => (file === null ? undefined : attempt.mutate(file))}>
          {(props) => (
            <Button {...props} variant="default" loading={attempt.isPending}>
              {t('files.try')}
            </Button>
          )}
        </FileButton>
        {takesFiles ? (
          <FileButton accept={endings} onChange={read}>
            {(props) => (
              <Button {...props} loading={give.isPending}>
                {t('files.give')}
              </Button>
            )}
          </FileButton>
        ) : null}
      </div>
      <Failure error={attempt.error ?? give.error ?? remove.error ?? given.error} />
      {attempt.data === undefined || attempt.isPending ? null : <TriedOrders tried={attempt.data} />}
      {(given.data?.files ?? []).length === 0 ? null : (
        <ul className="bare">
          {given.data?.files.map(({ name, bytes, givenAt }) => (
            <li key={name} className="given-file">
              <span className="wrap-anywhere">{name}</span>
              <span className="dim small">
                {moment(givenAt)}, {Math.ceil(bytes / 1024)} kB
              </span>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('files.removeNamed', { name })}
                onClick={() => remove.mutate(name)}
              >
                {t('common.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** In pieces: a browser takes no call with a million arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
