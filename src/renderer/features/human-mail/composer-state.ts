import { useSyncExternalStore } from 'react';
import type { HumanMailKind } from '#contract/names.ts';

/** What is being written, and to whom. */
export interface Writing {
  readonly leadId: string;
  readonly kind: HumanMailKind;
  /** The mail that is answered; null: the lead's last one. */
  readonly mailId: string | null;
}

let present: Writing | null = null;
const listeners = new Set<() => void>();

/** Opens the composer wherever this lead is shown, or closes it. */
export function setWriting(next: Writing | null): void {
  present = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What is being written to this lead now; null: nothing. */
export function useWriting(leadId: string): Writing | null {
  const writing = useSyncExternalStore(subscribe, () => present);
  return writing?.leadId === leadId ? writing : null;
}
