import type { Facts } from './facts.ts';
import type { Found } from './finding.ts';
import type { LeadCommand } from './lead-event.ts';

type Of<T extends LeadCommand['type']> = Extract<LeadCommand, { type: T }>;

/** A tag is a word or two. */
const LONGEST_TAG = 40;
const LONGEST_REMINDER = 300;

/** A tag as it is kept: spaces put in order; null: it cannot be one. */
export function asTag(typed: string): string | null {
  const tag = typed.replaceAll(/\s+/g, ' ').trim();
  return tag === '' || tag.length > LONGEST_TAG || /\p{Cc}/u.test(tag) ? null : tag;
}

/** Tags are local: they are known here, and nothing of them is written to the CRM. */
export function findTagged({ add, remove }: Of<'tagged'>, { tags = [] }: Facts): Found {
  if ([...add, ...remove].some((tag) => asTag(tag) !== tag)) {
    return { because: `Tag: give it 1 to ${LONGEST_TAG} characters.` };
  }
  const added = add.filter((tag) => !tags.includes(tag));
  const removed = remove.filter((tag) => tags.includes(tag));
  if (added.length + removed.length === 0) {
    return { because: add.length > 0 ? 'It has the tag already.' : 'It does not have the tag.' };
  }
  const says = [
    ...(added.length === 0 ? [] : [`Added: ${quoted(added)}.`]),
    ...(removed.length === 0 ? [] : [`Removed: ${quoted(removed)}.`]),
  ].join(' ');
  return { trigger: 'tagged', says };
}

/** A person's own reminder of a lead: it shows under Needs attention when it is due. */
export function findReminderSet({ dueAt, text }: Of<'reminder-set'>, facts: Facts): Found {
  const line = text.trim();
  if (line === '') return { because: 'Reminder: write what it is about.' };
  if (line.length > LONGEST_REMINDER) {
    return { because: `Reminder: use at most ${LONGEST_REMINDER} characters.` };
  }
  if (dueAt <= facts.now) return { because: 'Reminder: choose a time that is still to come.' };
  return { trigger: 'reminder-set', says: `“${line}”.` };
}

function quoted(tags: readonly string[]): string {
  return tags.map((tag) => `“${tag}”`).join(', ');
}
