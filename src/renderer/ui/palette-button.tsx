import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import classes from './palette-button.module.css';
import { PALETTE_SHORTCUT, setPaletteOpen } from './palette-opener.ts';

/** The way to the command palette in the navigation. */
export function PaletteButton({ rail }: { readonly rail: boolean }) {
  const open = (): void => setPaletteOpen(true);
  if (rail) {
    return (
      <Tooltip label={`Search or do (${PALETTE_SHORTCUT})`} position="right">
        <ActionIcon
          className={classes.railButton}
          variant="default"
          aria-label="Search or do"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={open}
        >
          <IconSearch size={17} stroke={1.8} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  }
  return (
    <UnstyledButton className={classes.button} aria-keyshortcuts="Control+K Meta+K" onClick={open}>
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <span className={classes.buttonWords}>Search or do</span>
      <kbd className={classes.key} aria-hidden>
        {PALETTE_SHORTCUT}
      </kbd>
    </UnstyledButton>
  );
}
