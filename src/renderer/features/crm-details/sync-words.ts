import type { ScheduleSyncView } from '#contract/connections.ts';

const WORDS = {
  add: { before: 'to add', after: 'added' },
  rename: { before: 'to rename', after: 'renamed' },
  hide: { before: 'to hide', after: 'hidden' },
} as const;
const KINDS = ['add', 'rename', 'hide'] as const;

/** The changes of a sync counted, before it or after: "1 to add, 2 to rename"; "1 added"; "nothing to change". */
export function changeWords(changes: ScheduleSyncView['changes'], tense: 'before' | 'after'): string {
  const counted = KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${WORDS[kind][tense]}`];
  });
  return counted.length === 0 ? 'nothing to change' : counted.join(', ');
}
