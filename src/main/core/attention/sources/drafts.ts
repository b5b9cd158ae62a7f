import { entry, open, type AttentionSource } from '../source.ts';

/** Messages that wait for a person's approval. */
export const drafts: AttentionSource = (core) => {
  const { count, since } = core.store.drafts.countOf('waiting', null);
  if (count === 0) return [];
  return [
    entry('waiting', {
      kind: 'drafts',
      severity: 'question',
      title: count === 1 ? 'A message waits for approval' : `${count} messages wait for approval`,
      cause: `${count === 1 ? 'It is' : 'They are'} written and not sent: read ${count === 1 ? 'it' : 'them'}, then approve, change or reject.`,
      since: since ?? core.clock.now(),
      count,
      actions: [open('Read the drafts', '/drafts')],
    }),
  ];
};
