// What could not be asked or done, in the words of the service: one cause, one action.
import { Button } from '@mantine/core'
import { CallFailed } from '../api/call.ts'
import { useWords } from '../text/words.ts'
import { Note } from './tone.tsx'

export function Failure({ error, again }: { readonly error: Error | null; readonly again?: () => void }) {
  const { t, say } = useWords()
  if (error === null) return null
  const told = error instanceof CallFailed ? error : null
  return (
    <Note tone="failed" live>
      <p>{told === null ? t('app.broken') : say(told.text)}</p>
      <p>{told === null ? error.message : told.todo === null ? '' : say(told.todo)}</p>
      {again === undefined ? null : (
        <Button variant="default" size="xs" mt={8} onClick={again}>
          {t('app.tryAgain')}
        </Button>
      )}
    </Note>
  )
}
