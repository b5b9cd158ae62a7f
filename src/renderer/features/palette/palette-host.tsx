import { lazy, Suspense, useEffect, useState } from 'react';
import { setPaletteOpen, togglePalette, usePaletteOpen } from '../../ui/palette-opener.ts';

const read = async () => ({ default: (await import('./palette.tsx')).Palette });
const Palette = lazy(read);
/** When the screens stand, the palette's code is read, so that it opens at once. */
const READ_AHEAD_MS = 3_000;

/** The palette where it was ever asked for, with Ctrl+K (on a Mac: Cmd+K). Its code is not in the first paint. */
export function PaletteHost() {
  const opened = usePaletteOpen();
  const [wasOpened, setWasOpened] = useState(false);
  if (opened && !wasOpened) setWasOpened(true);
  usePaletteShortcut();
  useEffect(() => {
    const timer = setTimeout(() => void read().catch(() => undefined), READ_AHEAD_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <Palette opened={opened} onClose={() => setPaletteOpen(false)} />
    </Suspense>
  );
}

function usePaletteShortcut(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      togglePalette();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
