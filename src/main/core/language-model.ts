import { z } from 'zod';
import { MODEL_PROVIDERS, type ModelProvider } from '#contract/names.ts';
import type { Instant } from './domain/time.ts';
import type { Clock } from './ports/clock.ts';
import {
  MODEL_KEY,
  type LanguageModels,
  type ModelAnswer,
  type ModelQuestion,
} from './ports/language-model.ts';
import type { Store } from './ports/store/store.ts';
import { isoTime } from './time-words.ts';
import { VaultUnavailable, type TokenVault } from './ports/token-vault.ts';

const SETTINGS = 'language-model';
const DAY = 'language-model-day';
const CHANGES = 'language-model-changes';
/** Changes of the setting that are kept. */
const MOST_CHANGES = 50;

const settingsSchema = z.object({
  isOn: z.boolean(),
  provider: z.enum(MODEL_PROVIDERS),
  baseUrl: z.string(),
  model: z.string(),
  dailyLimit: z.number().int(),
  readsReplies: z.boolean(),
  version: z.number().int(),
});
const daySchema = z.object({ day: z.string(), calls: z.number().int(), tokens: z.number().int() });
const changesSchema = z.array(z.object({ at: z.number(), text: z.string() }));

/** The one language model of the team. Its key is in the vault. */
export interface ModelSettings {
  readonly isOn: boolean;
  readonly provider: ModelProvider;
  readonly baseUrl: string;
  readonly model: string;
  /** Calls a UTC day at most. */
  readonly dailyLimit: number;
  /** Whether replies go to it for a second opinion. */
  readonly readsReplies: boolean;
  readonly version: number;
}

/** Nothing is sent to anybody. */
const OFF: ModelSettings = {
  isOn: false,
  provider: 'ollama',
  baseUrl: 'http://127.0.0.1:11434/v1',
  model: '',
  dailyLimit: 200,
  readsReplies: false,
  version: 0,
};

interface World {
  readonly store: Store;
  readonly vault: TokenVault;
  readonly clock: Clock;
  readonly languageModels: LanguageModels;
  /** Why nothing may leave now; null: it may. */
  readonly whyNot: () => string | null;
}

/** The language model as the flows use it: off unless a person turned it on, counted by day, and never past its limit. */
export class LanguageModel {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get settings(): ModelSettings {
    const kept = this.#world.store.cursor(SETTINGS) ?? '';
    return kept === '' ? OFF : settingsSchema.parse(JSON.parse(kept));
  }

  get isOn(): boolean {
    return this.settings.isOn;
  }

  /** What was asked of it on the UTC day of now. */
  get today(): { readonly calls: number; readonly tokens: number } {
    const kept = this.#world.store.cursor(DAY) ?? '';
    const counted = kept === '' ? null : daySchema.parse(JSON.parse(kept));
    return counted?.day === this.#day() ? counted : { calls: 0, tokens: 0 };
  }

  /** What was changed about it, the latest first. */
  get changes(): readonly { readonly at: Instant; readonly text: string }[] {
    const kept = this.#world.store.cursor(CHANGES) ?? '';
    return kept === '' ? [] : changesSchema.parse(JSON.parse(kept));
  }

  /** Keeps what was changed, with a line that says so. false: somebody else changed it first. */
  save(next: ModelSettings, said: string): boolean {
    const { store, clock } = this.#world;
    if (this.settings.version !== next.version) return false;
    const changes = [{ at: clock.now(), text: said }, ...this.changes].slice(0, MOST_CHANGES);
    store.commit({
      cursors: {
        [SETTINGS]: JSON.stringify({ ...next, version: next.version + 1 }),
        [CHANGES]: JSON.stringify(changes),
      },
    });
    return true;
  }

  /** Asks it, when it is turned on and its day's limit is not reached. The call counts before it leaves. */
  async ask(question: ModelQuestion): Promise<ModelAnswer> {
    const { settings } = this;
    if (!settings.isOn) return failed('stopped', 'The language model is turned off.');
    const stopped = this.#world.whyNot();
    if (stopped !== null) return failed('stopped', stopped);
    if (this.today.calls >= settings.dailyLimit) {
      const sentence = `The language model was asked ${settings.dailyLimit} times today: that is its limit. Raise it under Settings → Language model.`;
      return failed('limit', sentence);
    }
    try {
      return await this.tryOut(settings, null, question);
    } catch (error) {
      // A locked keychain must keep no inbox from being read.
      if (error instanceof VaultUnavailable) return failed('key', error.message);
      throw error;
    }
  }

  /** Asks a model that need not be turned on, with the given key or the kept one; counted like any other. */
  async tryOut(
    settings: Pick<ModelSettings, 'baseUrl' | 'model' | 'provider'>,
    key: string | null,
    question: ModelQuestion,
  ): Promise<ModelAnswer> {
    const { vault, languageModels } = this.#world;
    const { provider, baseUrl, model } = settings;
    // Before anything is awaited: questions at the same time share the limit.
    this.#count(1, 0);
    const kept = key ?? (await vault.get(MODEL_KEY));
    const used = kept === '' ? null : kept;
    const answer = await languageModels.ask({ provider, baseUrl, model, key: used }, question);
    this.#count(0, answer.tokens);
    return answer;
  }

  #count(calls: number, tokens: number): void {
    const { today } = this;
    const next = { day: this.#day(), calls: today.calls + calls, tokens: today.tokens + tokens };
    this.#world.store.commit({ cursors: { [DAY]: JSON.stringify(next) } });
  }

  #day(): string {
    return isoTime(this.#world.clock.now()).slice(0, 'yyyy-mm-dd'.length);
  }
}

function failed(trouble: 'key' | 'limit' | 'stopped', sentence: string): ModelAnswer {
  return { kind: 'failed', trouble, sentence, after: null, tokens: 0 };
}
