import { describe, expect, it } from 'vitest';
import type { SpokenIntent } from '../phrase-table.ts';
import type { Reliability } from './intent-model.ts';
import { mergeIntent } from './merge-intent.ts';
import type { RuleVerdict } from './rule-intent.ts';
import type { IntentScores } from './score-intents.ts';

const LINE = [
  [0.5, 0.6],
  [1, 1],
] as const;
const RELIABILITY: Reliability = { agree: LINE, silent: LINE, disagree: LINE };
const SILENT: RuleVerdict = { intent: 'Other', confidence: 0.5, words: [], wants: true };
const rule = (intent: SpokenIntent, confidence: number, wants = true): RuleVerdict => ({
  intent,
  confidence,
  words: ['by rule'],
  wants,
});
const scores = (shares: Partial<Record<SpokenIntent, number>>): IntentScores => ({
  shares: new Map(Object.entries(shares) as [SpokenIntent, number][]),
  wordsFor: (intent) => [`for ${intent}`],
});

describe('rules and model', () => {
  it('leave it to the rules when they clearly found an opt-out', () => {
    const merged = mergeIntent(rule('Unsubscribed', 0.95), scores({ AgreedToMeet: 1 }), RELIABILITY, null);
    expect(merged).toEqual({ intent: 'Unsubscribed', confidence: 0.95, words: ['by rule'] });
  });

  it('leave it to the model otherwise, as sure as such a share has proved to be', () => {
    const merged = mergeIntent(SILENT, scores({ MovedOut: 0.75, Other: 0.25 }), RELIABILITY, null);
    expect(merged.intent).toBe('MovedOut');
    expect(merged.confidence).toBeCloseTo(0.8);
  });

  it('that disagree are never sure', () => {
    const merged = mergeIntent(rule('AskedToStop', 0.9), scores({ AgreedToMeet: 0.99 }), RELIABILITY, null);
    expect(merged.intent).toBe('AgreedToMeet');
    expect(merged.confidence).toBeLessThan(0.7);
  });

  it('are never sure of Hot when nothing plainly says so', () => {
    const merged = mergeIntent(
      rule('AgreedToMeet', 0.9, false),
      scores({ AgreedToMeet: 0.99 }),
      RELIABILITY,
      null,
    );
    expect(merged.confidence).toBeLessThan(0.7);
  });

  it('take a reply for Hot only when more speaks for it than against it', () => {
    const shares = { AgreedToMeet: 0.3, InterestedToProceed: 0.15, Other: 0.2, AskedToStop: 0.25 };
    expect(mergeIntent(SILENT, scores(shares), RELIABILITY, null).intent).toBe('AskedToStop');
    const more = { ...shares, InterestedToProceed: 0.25, AskedToStop: 0.15 };
    expect(mergeIntent(SILENT, scores(more), RELIABILITY, null)).toMatchObject({ intent: 'AgreedToMeet' });
  });
});

describe('an opinion', () => {
  const doubtful = scores({ AgreedToMeet: 0.55, Other: 0.45 });
  const sure = scores({ MovedOut: 0.9, Other: 0.1 });

  it('that agrees makes it surer', () => {
    const alone = mergeIntent(SILENT, doubtful, RELIABILITY, null);
    const both = mergeIntent(SILENT, doubtful, RELIABILITY, { intent: 'AgreedToMeet', confidence: 0.8 });
    expect(alone.confidence).toBeLessThan(0.7);
    expect(both.confidence).toBeGreaterThan(0.9);
  });

  it('that agrees and is in doubt, too, leaves it in doubt', () => {
    const both = mergeIntent(SILENT, doubtful, RELIABILITY, { intent: 'AgreedToMeet', confidence: 0.65 });
    expect(both).toMatchObject({ intent: 'AgreedToMeet' });
    expect(both.confidence).toBeLessThan(0.7);
  });

  it('that does not agree decides in doubt, but makes nobody Hot or unsubscribed by itself', () => {
    for (const intent of ['InterestedToProceed', 'Unsubscribed'] as const) {
      const merged = mergeIntent(SILENT, scores({ Other: 0.55 }), RELIABILITY, { intent, confidence: 1 });
      expect(merged.intent).toBe(intent);
      expect(merged.confidence).toBeLessThan(0.7);
    }
  });

  it('that does not agree with something sure leaves that in doubt', () => {
    const merged = mergeIntent(SILENT, sure, RELIABILITY, { intent: 'Other', confidence: 0.9 });
    expect(merged.intent).toBe('MovedOut');
    expect(merged.confidence).toBeLessThan(0.7);
  });
});
