import { describe, expect, it } from 'vitest';
import { spokenInOtherScript } from './read-other-script.ts';

describe('a reply that is not written in Latin letters', () => {
  it.each([
    ['来週の火曜日の15:30でしたら大丈夫です。', 'AgreedToMeet'],
    ['見積書をＰＤＦで送っていただけますか。', 'InterestedToProceed'],
    ['शुक्रवार दोपहर 3 बजे ठीक रहेगा', 'AgreedToMeet'],
    ['मुझे इस लिस्ट से हटा दें', 'Unsubscribed'],
  ])('%s: %s', (text, intent) => {
    expect(spokenInOtherScript(text)).toMatchObject({ intent });
  });

  it('names the words that decided', () => {
    expect(spokenInOtherScript('お世話になっております。配信停止をお願いします。')?.words).toEqual([
      '配信停止',
    ]);
  });

  it.each([
    '火曜日は都合が悪いです。',
    '来週ならお会いできるかもしれません。',
    'शायद मंगलवार शाम 5 बजे ठीक रहेगा।',
  ])('%s is no clear yes', (text) => {
    const spoken = spokenInOtherScript(text);
    const hot = spoken?.intent === 'AgreedToMeet' || spoken?.intent === 'InterestedToProceed';
    expect(hot && (spoken?.confidence ?? 0) >= 0.7).toBe(false);
  });

  it.each([
    ['Russian', 'Вторник в 15:00 подойдет, спасибо'],
    ['Greek', 'Την Τρίτη στις 5 είναι εντάξει'],
    ['Chinese', '星期二下午三点可以'],
    ['Arabic', 'الثلاثاء الساعة 5 مناسب'],
    ['Korean', '화요일 오후 5시 좋습니다'],
  ])('in %s is left to a person', (_language, text) => {
    expect(spokenInOtherScript(text)).toEqual({ intent: 'Other', confidence: 0.3, words: [] });
  });

  it.each(['Tuesday 5 pm works.', '', '👍', 'Grüße aus Tokio (東京)', '田中 wrote that Tuesday works'])(
    '%s is written in Latin letters, or in none',
    (text) => {
      expect(spokenInOtherScript(text)).toBeNull();
    },
  );
});
