import { describe, expect, it } from 'vitest';
import type { NoteContent, OwnerNote } from '../domain/leads/effect.ts';
import { renderNote } from './render-note.ts';

const world = { leadUrl: 'http://127.0.0.1:4780/#/leads/7', statusLabel: 'Lead Connection Status' };
const taken: NoteContent = {
  about: 'taken',
  assistantName: 'Rosie Hart',
  nextFollowUpAt: Date.UTC(2026, 10, 23, 8),
  timeZone: 'Europe/Berlin',
  scheduleName: 'Recommended',
  scheduleSource: 'default',
  unknownSchedule: null,
  restarted: false,
  hold: null,
};

describe('the note of confirmation', () => {
  it('thanks, says when the next message goes out in the zone it is meant for, and links to the lead', () => {
    const html = renderNote(taken, world);
    expect(html).toContain('Thanks. I will start working on this.');
    expect(html).toContain('Monday, 23 November 2026, 09:00 (Europe/Berlin)');
    expect(html).toContain('<a href="http://127.0.0.1:4780/#/leads/7">Open the lead in Baton</a>');
  });

  it('names the schedule of the record that it does not know', () => {
    expect(renderNote({ ...taken, unknownSchedule: '12--Old one' }, world)).toContain(
      '<strong>12--Old one</strong>',
    );
  });

  it.each([
    ['no-context', 'I have no context yet'],
    ['no-capacity', 'I am at my limit'],
    ['bounce-guard', 'too many of our mails bounced in the last 7 days'],
  ] as const)('says why it is held: %s', (hold, words) => {
    expect(renderNote({ ...taken, nextFollowUpAt: null, hold }, world)).toContain(words);
  });

  it('says that it was restarted', () => {
    expect(renderNote({ ...taken, restarted: true }, world)).toContain('restarted');
  });
});

describe('the note of refusal', () => {
  it('says why, and how to force it', () => {
    const html = renderNote(
      {
        about: 'refused',
        because: 'already-has-status',
        assistantName: 'Rosie Hart',
        status: 'Processed',
        ownerNote: { kind: 'previous' },
      },
      world,
    );
    expect(html).toContain('<strong>Lead Connection Status</strong> is already <strong>Processed</strong>');
    expect(html).toContain('clear <strong>Lead Connection Status</strong> and assign the contact again');
    expect(html).toContain('assigned back to its previous owner');
  });

  it('names what is on the list "Never write to"', () => {
    const note = {
      about: 'refused',
      because: 'excluded',
      assistantName: 'Rosie Hart',
      status: 'acme.com',
      ownerNote: { kind: 'previous' },
    } as const;
    expect(renderNote(note, world)).toContain('<strong>acme.com</strong> is on the list “Never write to”');
  });
});

describe('the note of a lead that goes onto the long-term schedule', () => {
  it('says so, and when the next message goes out', () => {
    const html = renderNote(
      {
        about: 'long-term',
        assistantName: 'Rosie Hart',
        scheduleName: 'Once a quarter',
        nextFollowUpAt: Date.UTC(2026, 11, 1, 8),
        timeZone: 'Europe/Berlin',
      },
      world,
    );
    expect(html).toContain('long-term schedule <strong>Once a quarter</strong>');
    expect(html).toContain('Tuesday, 1 December 2026, 09:00 (Europe/Berlin)');
  });
});

describe('who has the record now', () => {
  const note = (ownerNote: OwnerNote) =>
    renderNote(
      {
        about: 'handed-back',
        assistantName: 'Rosie Hart',
        state: 'Hot',
        reason: null,
        replyQuote: null,
        ownerNote,
      },
      world,
    );
  const away = { previousOwner: 'Bob Ford', until: '2026-10-05' };

  it.each<[OwnerNote, string]>([
    [{ kind: 'deputy', ...away }, 'is away until 2026-10-05, so it goes to their deputy.'],
    [
      { kind: 'fallback-previous-away', ...away, by: 'turn' },
      'has named no deputy, so it goes to whose turn it is.',
    ],
    [{ kind: 'fallback-no-previous', by: 'country' }, 'so it goes to the owner for the contact'],
    [{ kind: 'fallback-no-previous' }, 'so it goes to the default owner.'],
  ])('is told: %o', (ownerNote, words) => {
    expect(note(ownerNote)).toContain(words);
  });
});

describe('the note of hand-back', () => {
  const handedBack: NoteContent = {
    about: 'handed-back',
    assistantName: 'Rosie Hart',
    state: 'Hot',
    reason: null,
    replyQuote: 'Tomorrow 5 pm works.',
    ownerNote: { kind: 'fallback-previous-deactivated', previousOwner: 'Paul <Old>' },
  };

  it('says the state, quotes the reply, names the next step and where the record goes', () => {
    const html = renderNote(handedBack, world);
    expect(html).toContain('hands this contact back as <strong>Hot</strong>');
    expect(html).toContain('“Tomorrow 5 pm works.”');
    expect(html).toContain('answer today');
    expect(html).toContain('Paul &lt;Old&gt;');
  });

  it('lets no markup of a reply through', () => {
    const html = renderNote({ ...handedBack, replyQuote: '<img src=x onerror="alert(1)">' }, world);
    expect(html).not.toContain('<img');
  });

  it('cuts a long reply', () => {
    expect(renderNote({ ...handedBack, replyQuote: 'long '.repeat(5_000) }, world).length).toBeLessThan(
      2_000,
    );
  });
});
