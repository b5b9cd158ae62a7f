import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { setPaletteOpen, usePaletteOpen } from '../../ui/palette-opener.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** The palette where it was ever asked for: its code is read with the first Ctrl+K (on a Mac: Cmd+K). */
export function PaletteHost() {
  const opened = usePaletteOpen();
  const [wasOpened, setWasOpened] = useState(false);
  if (opened && !wasOpened) setWasOpened(true);
  usePaletteShortcut(() => setPaletteOpen(!opened));
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <Palette opened={opened} onClose={() => setPaletteOpen(false)} />
    </Suspense>
  );
}

function usePaletteShortcut(toggle: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    toggle();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
