// What is started at log-in, and the system it happens on. Everything about the machine comes in as an argument, so that each
// system's way can be tested on any other.

export type Launch = {
  /** Whole paths: of Node, and of our first file. */
  readonly node: string
  /** Options of Node itself. */
  readonly nodeFlags: readonly string[]
  readonly script: string
  /** 'serve' and its options. */
  readonly args: readonly string[]
}

export type RunResult = { readonly code: number; readonly stdout: string; readonly stderr: string }

export type Machine = {
  readonly platform: string
  /** The user's own folder. */
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Runs a program of the system to its end; one that is not there gives code 127. Never throws. */
  readonly run: (program: string, args: readonly string[]) => Promise<RunResult>
}

/** 'boot': when the computer starts; 'login': when this user logs in. */
export type AutostartStatus =
  | { readonly state: 'off' }
  | {
      readonly state: 'on'
      readonly startsAt: 'boot' | 'login'
      /** The file or entry that does it. */
      readonly where: string
      /** false: it starts another program, folder or version than this one; switching on again mends it. */
      readonly current: boolean
    }
  /** It is there, but the user switched it off in the system's own settings. */
  | { readonly state: 'switchedOff'; readonly where: string }

/** The whole command, word by word. */
export const wordsOf = ({ node, nodeFlags, script, args }: Launch): readonly string[] => [
  node,
  ...nodeFlags,
  script,
  ...args,
]

/** The options of Node in a program's first line, `#!/usr/bin/env -S node --this --that`: who starts it otherwise than by that line
 *  gives them along. */
export const flagsOfFirstLine = (text: string): readonly string[] =>
  (text.split('\n', 1)[0] ?? '').split(' ').filter((word) => word.startsWith('--'))

/** One system's way. `on` replaces what was there; `off` does nothing where there is nothing. Neither starts or stops a service
 *  that runs now. Both throw StoreFailed 'autostart.refused' (`program`, `said`) and what the file system throws. */
export type Autostart = {
  readonly on: (launch: Launch) => Promise<void>
  readonly off: () => Promise<void>
  readonly status: (launch: Launch) => Promise<AutostartStatus>
}
