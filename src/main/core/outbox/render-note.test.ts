import { describe, expect, it } from 'vitest';
import type { NoteContent } from '../domain/leads/effect.ts';
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
