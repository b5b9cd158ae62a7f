import { useEffect, useRef } from 'react';

/**
 * Single keys that work anywhere on a page but where something is typed or a dialog is open. By key, lower case;
 * `other` gets every key that is not among them, as it was pressed.
 */
export function usePageKeys(
  keys: Readonly<Record<string, () => void>>,
  other: (key: string) => void = () => undefined,
): void {
  const latest = useRef({ keys, other });
  useEffect(() => {
    latest.current = { keys, other };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"]')) return;
      const act = latest.current.keys[key.toLowerCase()];
      if (act === undefined) {
        latest.current.other(key);
        return;
      }
      // The key must not be typed into the field that it opens.
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
