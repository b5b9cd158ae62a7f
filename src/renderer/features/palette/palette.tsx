import { Loader, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { matching, stepped, type PaletteEntry } from './palette-entries.ts';
import classes from './palette.module.css';
import { useFoundLeads } from './use-found-leads.ts';
import { usePaletteGroups } from './use-palette-groups.tsx';

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Everything that can be reached or done, by typing: pages, leads, actions on the lead in view, the controls. */
export function Palette({ opened, onClose }: PaletteProps) {
  const { groups, dialogs } = usePaletteGroups();
  return (
    <>
      <Modal.Root
        opened={opened}
        onClose={onClose}
        centered={false}
        yOffset="12vh"
        size="lg"
        // Whoever types on at once must lose no letter.
        transitionProps={{ duration: 0 }}
        lockScroll={false}
      >
        <Modal.Overlay />
        <Modal.Content aria-label="Search or do">
          {opened && <Search groups={groups} onClose={onClose} />}
        </Modal.Content>
      </Modal.Root>
      {dialogs}
    </>
  );
}

function Search({
  groups,
  onClose,
}: {
  readonly groups: ReturnType<typeof usePaletteGroups>['groups'];
  readonly onClose: () => void;
}) {
  const id = useId();
  const [query, setQuery] = useState('');
  const leads = useFoundLeads(query);
  const shown = [...matching(groups, query), ...(leads.group === null ? [] : [leads.group])];
  const entries = shown.flatMap((group) => group.entries);
  const [chosenId, setChosenId] = useState<string | null>(null);
  // What was chosen may be gone from the list: then the first is.
  const index = Math.max(
    0,
    entries.findIndex((entry) => entry.id === chosenId),
  );
  const chosen = entries[index];
  const optionId = (entry: PaletteEntry): string => `${id}-${entry.id}`;

  const choose = (to: number): void => {
    const next = entries[to];
    if (next === undefined) return;
    setChosenId(next.id);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const run = (entry: PaletteEntry): void => {
    onClose();
    entry.run();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(stepped(index, 1, entries.length)),
      ArrowUp: () => choose(stepped(index, -1, entries.length)),
      Home: () => choose(0),
      End: () => choose(entries.length - 1),
      Enter: () => chosen !== undefined && run(chosen),
    };
    const move = moves[event.key];
    if (move === undefined || ((event.key === 'Home' || event.key === 'End') && query !== '')) return;
    event.preventDefault();
    move();
  };

  return (
    <div className={classes.palette}>
      <TextInput
        data-autofocus
        autoFocus
        classNames={{ input: classes.input ?? '' }}
        variant="unstyled"
        size="lg"
        role="combobox"
        aria-label="Search or do"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : optionId(chosen)}
        placeholder="A page, a lead by name, company or address, or what to do"
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        rightSection={leads.searching ? <Loader size={16} aria-label="Searching" /> : null}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setChosenId(null);
        }}
        onKeyDown={onKey}
      />
      <div className={classes.results} role="listbox" id={`${id}-list`} aria-label="What was found">
        {shown.map(({ title, entries: own }) => (
          <div key={title} role="group" aria-label={title}>
            <div className={classes.heading} aria-hidden>
              {title}
            </div>
            {own.map((entry) => (
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                aria-selected={entry === chosen}
                className={classes.option}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => entry !== chosen && setChosenId(entry.id)}
                onClick={() => run(entry)}
              >
                <entry.icon size={17} stroke={1.7} aria-hidden />
                <span className={classes.label}>
                  <bdi>{entry.label}</bdi>
                  {entry.detail !== undefined && <bdi className={classes.detail}>{entry.detail}</bdi>}
                </span>
                {entry.keys !== undefined && <kbd className={classes.key}>{entry.keys}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={classes.said} role="status">
        {leads.problem ??
          (entries.length === 0 && !leads.searching
            ? 'Nothing is called that. Try a part of a name, a company or an address.'
            : `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}${leads.more}`)}
      </p>
    </div>
  );
}
