// The lines: only those in view are drawn, however many there are. Chosen with pointer or keyboard, copied as text; a menu by
// right click, Shift+F10 or the button.
import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { LogLine } from '../../api/types.ts'
import { Icon } from '../../parts/icon.tsx'
import { useWords } from '../../text/words.ts'
import { nothingChosen, type Selection, selectAt, selectedRange } from './selection.ts'

type Level = 'normal' | 'extended'
type Props = {
  readonly entries: readonly LogLine[]
  readonly level: Level
  readonly onLevel: (level: Level) => void
  readonly onEnd: () => void
}

export function LogList({ entries, level, onLevel, onEnd }: Props) {
  const { t, say, moment } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const [selection, setSelection] = useState<Selection>(nothingChosen)
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => place.current,
    estimateSize: () => 34,
    overscan: 12,
    getItemKey: (index) => entries[index]?.id ?? index,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks only when the end comes into view, not when onEnd is made anew
  useEffect(() => {
    if (last >= entries.length - 30) onEnd()
  }, [last, entries.length])

  const [first, final] = selectedRange(selection)
  const chosen = entries.slice(first, final + 1)
  const copy = async () => {
    const lines = chosen.map((line) => `${moment(line.at)}\t${line.order ?? ''}\t${say(line.text)}`)
    await navigator.clipboard.writeText(lines.join('\n'))
    notifications.show({ message: t('log.copiedLines', { count: lines.length }) })
  }
  const choose = (next: Selection) => {
    setSelection(next)
    rows.scrollToIndex(next.focus)
  }
  const openOrder = () => navigate(`/orders?text=${encodeURIComponent(entries[selection.focus]?.order ?? '')}`)
  const onKey = (event: KeyboardEvent) => {
    const next = selectAt(event, selection, entries.length)
    if (next !== null) choose(next)
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey)) void copy()
    else if (event.key === 'Enter' && entries[selection.focus]?.order) void openOrder()
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(event)
    else return
    event.preventDefault()
  }
  const openMenu = (event: KeyboardEvent | MouseEvent) => {
    event.preventDefault()
    const box = event.currentTarget.getBoundingClientRect()
    setMenuAt('clientX' in event ? { x: event.clientX, y: event.clientY } : { x: box.left + 40, y: box.top + 40 })
  }
  const order = entries[selection.focus]?.order ?? null
  return (
    <div className="log-place">
      <ActionIcon
        className="log-menu"
        variant="default"
        aria-label={t('log.menu')}
        aria-haspopup="menu"
        onClick={openMenu}
      >
        <Icon name="more" />
      </ActionIcon>
      <div
        ref={place}
        className="log-list"
        role="listbox"
        aria-multiselectable
        aria-label={t('log.lines')}
        aria-activedescendant={selection.focus < 0 ? undefined : `line-${selection.focus}`}
        tabIndex={0}
        onKeyDown={onKey}
        onContextMenu={openMenu}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, key }) => {
            const line = entries[index]
            if (line === undefined) return null
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys, for all its lines
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active line
              <div
                key={key}
                ref={rows.measureElement}
                data-index={index}
                id={`line-${index}`}
                role="option"
                aria-selected={index >= first && index <= final}
                aria-setsize={-1}
                aria-posinset={index + 1}
                className={`log-line ${line.level}${index === selection.focus ? ' log-focus' : ''}`}
                style={{ transform: `translateY(${start}px)` }}
                onClick={(event) =>
                  setSelection(event.shiftKey ? { ...selection, focus: index } : { anchor: index, focus: index })
                }
              >
                <span className="dim figures-inline log-at">{moment(line.at)}</span>
                <span className="figures-inline log-order">{line.order ?? ''}</span>
                <span className="log-text">{say(line.text)}</span>
              </div>
            )
          })}
        </div>
      </div>
      <Menu opened={menuAt !== null} onClose={() => setMenuAt(null)} position="bottom-start" width={230}>
        <Menu.Target>
          <button
            type="button"
            className="menu-spot"
            aria-hidden
            tabIndex={-1}
            style={menuAt === null ? {} : { left: menuAt.x, top: menuAt.y }}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('log.level')}</Menu.Label>
          <Menu.Item leftSection={level === 'normal' ? '✓' : ' '} onClick={() => onLevel('normal')}>
            {t('log.normal')}
          </Menu.Item>
          <Menu.Item leftSection={level === 'extended' ? '✓' : ' '} onClick={() => onLevel('extended')}>
            {t('log.extended')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item disabled={chosen.length === 0} onClick={() => void copy()}>
            {t('log.copy')}
          </Menu.Item>
          <Menu.Item onClick={() => setSelection({ anchor: 0, focus: entries.length - 1 })}>
            {t('log.selectAll')}
          </Menu.Item>
          {order === null ? null : <Menu.Item onClick={openOrder}>{t('log.openOrder', { number: order })}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
