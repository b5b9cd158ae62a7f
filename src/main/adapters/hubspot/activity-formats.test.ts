import { describe, expect, it } from 'vitest';
import type { EmailWrite, NoteWrite } from '#core/ports/crm-gateway.ts';
import { emailFormat, noteFormat, taskFormat } from './activity-formats.ts';

const note: NoteWrite = { kind: 'note', key: 'k1', recordId: '1', at: 0, bodyHtml: '<p>Hello</p>' };
const email: EmailWrite = {
  kind: 'email',
  key: 'k2',
  recordId: '1',
  at: Date.UTC(2026, 10, 20, 9, 30),
  direction: 'outgoing',
  status: 'sent',
  subject: 'Cyber security  for Acme',
  text: 'Dear Ana,\n1 < 2',
  html: null,
  from: { address: 'eva@team.example', name: 'Eva van Dam' },
  to: [{ address: 'ana@acme.example', name: '' }],
};

describe('a note', () => {
  it('ends with a ref by which it alone is recognised', () => {
    const properties = noteFormat.propertiesOf(note);
    expect(properties['hs_note_body']).toMatch(/^<p>Hello<\/p>.*Baton ref [0-9a-z]{10}/);
    expect(noteFormat.isSame(properties, note)).toBe(true);
    expect(noteFormat.isSame(properties, { ...note, key: 'k9' })).toBe(false);
  });

  it("keeps to HubSpot's limit with its ref whole", () => {
    const long = { ...note, bodyHtml: `<p>${'x'.repeat(70_000)}</p>` };
    const properties = noteFormat.propertiesOf(long);
    expect(properties['hs_note_body']?.length).toBeLessThanOrEqual(65_536);
    expect(noteFormat.isSame(properties, long)).toBe(true);
  });
});

describe('a task', () => {
  it('shows its text as it was written and is nobody’s when it has no owner', () => {
    const properties = taskFormat.propertiesOf({
      kind: 'task',
      key: 'k3',
      recordId: '1',
      dueAt: 0,
      subject: 'Call Ana',
      body: '5 < 6\nsoon',
      ownerId: null,
    });
    expect(properties['hs_task_body']).toContain('5 &lt; 6<br>soon');
    expect(properties).not.toHaveProperty('hubspot_owner_id');
    expect(properties['hs_timestamp']).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('an e-mail', () => {
  it('names sender and recipients as JSON text and shows plain text as HTML', () => {
    const properties = emailFormat.propertiesOf(email);
    expect(JSON.parse(properties['hs_email_headers'] ?? '')).toEqual({
      from: { email: 'eva@team.example', firstName: 'Eva', lastName: 'van Dam' },
      sender: { email: 'eva@team.example', firstName: 'Eva', lastName: 'van Dam' },
      to: [{ email: 'ana@acme.example', firstName: '', lastName: '' }],
      cc: [],
      bcc: [],
    });
    expect(properties['hs_email_html']).toBe('Dear Ana,<br>1 &lt; 2');
    expect(properties['hs_email_direction']).toBe('EMAIL');
  });

  it('is recognised by time, direction and subject, in whatever form HubSpot gives them back', () => {
    const found = {
      hs_timestamp: String(email.at),
      hs_email_direction: 'EMAIL',
      hs_email_subject: 'Cyber security for Acme',
    };
    expect(emailFormat.isSame(found, email)).toBe(true);
    expect(emailFormat.isSame({ ...found, hs_email_direction: 'INCOMING_EMAIL' }, email)).toBe(false);
    expect(emailFormat.isSame({ ...found, hs_timestamp: String(email.at + 1) }, email)).toBe(false);
    expect(emailFormat.isSame({ ...found, hs_email_subject: 'Another' }, email)).toBe(false);
  });
});
