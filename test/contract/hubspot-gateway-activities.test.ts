import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACTIVITY_KINDS } from '#core/ports/crm-gateway.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { NO_FIELDS, startHubSpotWorld, type HubSpotWorld } from '#test/support/hubspot-world.ts';

const MONDAY = Date.UTC(2026, 10, 16, 9);
const DAY = 86_400_000;
const clock = createClock({ startAt: MONDAY, frozen: true });
let world: HubSpotWorld;

beforeEach(async () => {
  clock.set(MONDAY);
  world = await startHubSpotWorld({ clock });
});
afterEach(() => world.stop());

/** A contact on which a team did everything that counts as reaching out. */
function busyContact(): string {
  const id = world.person.createRecord('contacts', { email: 'ana@acme.example' });
  const headers = { from: { email: 'Bob@Team.example' }, to: [{ email: 'ana@acme.example' }] };
  const step = () => clock.advance(60_000);
  world.person.log('emails', id, {
    hs_email_direction: 'EMAIL',
    hs_email_status: 'SENT',
    hs_email_headers: JSON.stringify(headers),
  });
  step();
  world.person.log('emails', id, { hs_email_direction: 'INCOMING_EMAIL' });
  step();
  world.person.log('emails', id, { hs_email_direction: 'DRAFT_EMAIL' });
  step();
  world.person.log('calls', id, { hs_call_direction: 'INBOUND', hs_call_status: 'COMPLETED' });
  step();
  world.person.log('communications', id, { hs_communication_channel_type: 'WHATS_APP' });
  step();
  world.person.bookMeeting(id, MONDAY + 2 * DAY);
  step();
  world.person.log('meetings', id, { hs_meeting_title: 'Old', hs_meeting_outcome: 'CANCELED' });
  world.person.log('notes', id, { hs_note_body: 'no activity of this sort' });
  return id;
}

describe.each(['searches and batches', 'GET alone'])('what was done with a contact, read with %s', (way) => {
  const gateway = () => (way === 'GET alone' ? world.readOnly() : world.gateway);

  it('is told with its time, oldest first: mails, calls, messages, meetings; no drafts and no notes', async () => {
    const id = busyContact();
    const other = world.person.createRecord('contacts', { email: 'eva@acme.example' });
    const found = await gateway().readActivities([id, other], ACTIVITY_KINDS);
    expect(found.get(other)).toEqual([]);
    expect(found.get(id)).toMatchObject([
      { kind: 'email', at: MONDAY, direction: 'outgoing', from: 'bob@team.example', isVoid: false },
      { kind: 'email', direction: 'incoming', from: '' },
      { kind: 'call', direction: 'incoming', isVoid: false },
      { kind: 'message', at: MONDAY + 4 * 60_000 },
      { kind: 'meeting', at: MONDAY + 5 * 60_000, startsAt: MONDAY + 2 * DAY, isVoid: false },
      { kind: 'meeting', isVoid: true },
    ]);
  });

  it('is told of the kinds asked for alone', async () => {
    const id = busyContact();
    const found = await gateway().readActivities([id], ['meeting']);
    expect(found.get(id)?.map(({ kind }) => kind)).toEqual(['meeting', 'meeting']);
  });

  it('shows in what HubSpot sums up of the contact', async () => {
    const id = busyContact();
    const [read] = await gateway().readRecords([id], NO_FIELDS, { history: false });
    expect(read?.kind === 'found' && read.record.signals).toMatchObject({
      contactedAt: MONDAY + 6 * 60_000,
      bookedFor: MONDAY + 2 * DAY,
    });
  });
});
