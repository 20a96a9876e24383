// Opens an address in the user's own browser, in each system's way; where there is none nothing happens.
import type { Machine } from '../runs/autostart/launch.ts'

export async function openBrowser({ platform, run }: Machine, url: string): Promise<void> {
  if (platform === 'win32') await run('rundll32.exe', ['url.dll,FileProtocolHandler', url])
  else await run(platform === 'darwin' ? 'open' : 'xdg-open', [url])
}
