import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { LanguageModelView } from '#contract/language-models.ts';
import { DAY, NOW } from './world.ts';

const os = implement(contract);

/** A made-up language model: off, and every test of it succeeds but with the model `gone`. */
export function fakeLanguageModels() {
  let view: LanguageModelView = {
    isOn: false,
    provider: 'ollama',
    baseUrl: 'http://127.0.0.1:11434/v1',
    model: '',
    dailyLimit: 200,
    readsReplies: false,
    version: 0,
    hasKey: false,
    today: { calls: 12, tokens: 8_400 },
    changes: [{ at: NOW - DAY, text: 'Turned off.' }],
    usualAddresses: {
      anthropic: 'https://api.anthropic.com/v1',
      'openai-compatible': '',
      ollama: 'http://127.0.0.1:11434/v1',
    },
  };
  return {
    get: os.languageModels.get.handler(() => view),
    test: os.languageModels.test.handler(({ input: { model } }) =>
      model === 'gone'
        ? {
            ok: false,
            sentence: '127.0.0.1:11434 knows no model "gone". Run "ollama pull gone", or name another model.',
          }
        : { ok: true, sentence: `${model} answered within 1.2 s.` },
    ),
    save: os.languageModels.save.handler(({ input: { key, ...next } }) => {
      const changes = [{ at: NOW, text: next.isOn ? 'Turned on.' : 'Turned off.' }, ...view.changes];
      const hasKey = key === null ? view.hasKey : key !== '';
      view = { ...view, ...next, hasKey, changes, version: next.version + 1 };
      return view;
    }),
  };
}
