import { describe, expect, it } from 'vitest';
import { judgeReplies } from './judge-replies.ts';
import {
  OTHER_SCRIPTS_AUTHOR,
  repliesOf,
  SPOKEN_INTENTS,
  TEST_AUTHOR,
  TRAINING_AUTHORS,
} from './labelled-replies.ts';
import { scoreOf } from './score.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'];
const judged = judgeReplies(repliesOf(TEST_AUTHOR));
const all = scoreOf(judged);

describe('replies of an author from whom nothing was learnt', () => {
  it('are many, of every intent in every language, hardly any of them as one that was learnt from', () => {
    expect(judged.length).toBeGreaterThanOrEqual(330);
    const kinds = new Set(judged.map(({ reply }) => `${reply.language} ${reply.intent}`));
    expect(kinds.size).toBe(LANGUAGES.length * SPOKEN_INTENTS.length);
    const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ' ');
    const learnt = new Set(TRAINING_AUTHORS.flatMap(repliesOf).map(({ text }) => plain(text)));
    const same = judged.filter(({ reply }) => learnt.has(plain(reply.text)));
    // Two people do write "Who are you?" independently of each other.
    expect(same.length / judged.length).toBeLessThan(0.05);
  });

  it('are told apart with a macro F1 of 0.92 and more, and every intent with 0.8', () => {
    expect(all.macroF1).toBeGreaterThanOrEqual(0.92);
    const weak = [...all.byIntent].filter(([, { f1 }]) => f1 < 0.8);
    expect(weak.map(([intent]) => intent)).toEqual([]);
  });

  it('are Hot in 97 of 100 cases where they are taken for it, and nine in ten Hot ones are seen', () => {
    expect(all.hotPrecision).toBeGreaterThanOrEqual(0.97);
    expect(all.hotRecall).toBeGreaterThanOrEqual(0.9);
  });

  it.each(LANGUAGES)('are told apart in %s with a macro F1 of 0.88 and more', (language) => {
    const { macroF1 } = scoreOf(judged.filter(({ reply }) => reply.language === language));
    expect(macroF1).toBeGreaterThanOrEqual(0.88);
  });

  it('are right at least as often as their confidence says', () => {
    const sure = judged.filter(({ confidence }) => confidence >= 0.9);
    const right = sure.filter(({ wanted, got }) => wanted === got).length / sure.length;
    const said = sure.reduce((sum, { confidence }) => sum + confidence, 0) / sure.length;
    expect(sure.length / judged.length).toBeGreaterThanOrEqual(0.6);
    expect(right).toBeGreaterThanOrEqual(said - 0.02);
  });

  it('are hardly ever taken for those of a machine', () => {
    expect(judged.filter(({ human }) => !human).length / judged.length).toBeLessThanOrEqual(0.005);
  });
});

describe('replies that are not in Latin letters', () => {
  it.each(['ja', 'hi'])('are told apart in %s, Hot without a mistake', (language) => {
    const replies = repliesOf(OTHER_SCRIPTS_AUTHOR).filter((reply) => reply.language === language);
    expect(new Set(replies.map(({ intent }) => intent)).size).toBe(SPOKEN_INTENTS.length);
    const { macroF1, hotPrecision } = scoreOf(judgeReplies(replies));
    expect(macroF1).toBeGreaterThanOrEqual(0.9);
    expect(hotPrecision).toBe(1);
  });
});
