import { describe, expect, it } from 'vitest';
import type { NativeNotice } from '#core/ports/notifier.ts';
import { shownNotices } from './notice-groups.ts';

const hot = (id: string): NativeNotice => ({ topic: 'hot', text: `${id} wants to meet.`, leadId: id });
const failed: NativeNotice = {
  topic: 'needs-attention',
  text: 'Acme is not connected.',
  leadId: null,
  solvedAt: { button: 'Reconnect', screen: '/crm-details/c1' },
};

describe('native notifications', () => {
  it('open the lead that they are about', () => {
    expect(shownNotices([hot('ada')])).toEqual([
      {
        title: 'Hot lead',
        body: 'ada wants to meet.',
        group: 'hot',
        button: 'Open lead',
        screen: '/leads/ada',
      },
    ]);
  });

  it('of a burst become one for each kind, which opens the list', () => {
    const shown = shownNotices([
      hot('a'),
      hot('b'),
      { topic: 'responded', text: 'c answered.', leadId: 'c' },
      hot('d'),
    ]);
    expect(shown.map(({ title, button, screen }) => [title, button, screen])).toEqual([
      ['3 hot leads', 'Open list', '/leads?states=%5B%22Hot%22%5D'],
      ['A lead answered', 'Open lead', '/leads/c'],
    ]);
    expect(shown[0]?.body).toBe('a wants to meet.\nb wants to meet.\nd wants to meet.');
  });

  it('of a failed connection always stand alone and offer what mends it', () => {
    const shown = shownNotices([failed, failed, failed]);
    expect(shown.map(({ button, screen }) => [button, screen])).toEqual(
      Array.from({ length: 3 }, () => ['Reconnect', '/crm-details/c1']),
    );
  });

  it('of anything else lead to what waits', () => {
    expect(shownNotices([{ topic: 'needs-attention', text: 'x', leadId: null }])).toMatchObject([
      { title: 'Needs attention', button: 'Look', screen: '/attention' },
    ]);
  });
});
