// What must be installed in the shop before S-Connect can reach it, where the profile's kind of shop has such a thing.
import { Button } from '@mantine/core'
import type { ProfileView } from '../api/types.ts'
import { useWords } from '../text/words.ts'

export function ShopDownload({ download }: Pick<ProfileView, 'download'>) {
  const { t, say } = useWords()
  if (download === null) return null
  return (
    <p className="flush">
      <Button variant="default" component="a" href={`/api/bridges/${download.file}`} download>
        {t('download.fetch', { title: say(download.title) })}
      </Button>{' '}
      <span className="small dim">{t('download.hint')}</span>
    </p>
  )
}
