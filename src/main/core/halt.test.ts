import { describe, expect, it } from 'vitest';
import type { Mailbox } from './ports/mailbox.ts';
import type { Assistant } from './ports/store/rows.ts';
import type { Store } from './ports/store/store.ts';
import { Halt, haltableMailboxes, Stopped } from './halt.ts';

/** The part of a store that a halt uses. */
function memory(commits = true): Store {
  const cursors = new Map<string, string>();
  return {
    cursor: (key: string) => cursors.get(key) ?? null,
    commit: (change: { cursors?: Readonly<Record<string, string>> }) => {
      if (!commits) throw new Error('The disk is full.');
      for (const [key, value] of Object.entries(change.cursors ?? {})) cursors.set(key, value);
      return { ok: true };
    },
  } as unknown as Store;
}

describe('Stop everything', () => {
  it('outlasts a restart, with the time of the first press', () => {
    const store = memory();
    const halt = new Halt(store);
    halt.stop(1_000);
    halt.stop(2_000);
    expect(new Halt(store).since).toBe(1_000);
    expect(halt.whyNot()).toContain('press Resume');
    halt.lift();
    expect(new Halt(store).since).toBeNull();
  });

  it('holds even when it cannot be written down', () => {
    const halt = new Halt(memory(false));
    expect(() => halt.stop(1_000)).toThrow('The disk is full.');
    expect(halt.since).toBe(1_000);
  });

  it('lets no mail out and reads no inbox', async () => {
    let used = 0;
    const use = () => {
      used += 1;
      return Promise.resolve({ kind: 'sent', at: 0 });
    };
    const mailbox = { send: use, wasSent: use, fetchSince: use, engagementSince: use } as unknown as Mailbox;
    const halt = new Halt(memory());
    const mailboxes = { of: () => mailbox, measuresEngagement: true };
    const guarded = haltableMailboxes(mailboxes, halt, () => null).of({} as Assistant);
    halt.stop(1_000);
    expect(await guarded?.send({} as Parameters<Mailbox['send']>[0])).toMatchObject({ kind: 'retry' });
    await expect(guarded?.fetchSince(null)).rejects.toThrow(Stopped);
    expect(used).toBe(0);
    halt.lift();
    await guarded?.fetchSince(null);
    expect(used).toBe(1);
  });
});
