import type { SettingName } from '#contract/names.ts';
import type { HandBackRule } from '../crm/hand-back-rule.ts';

export { ROLES, SETTING_NAMES } from '#contract/names.ts';

/** Switches as a person reads them: by name, each value in words. */
export type SettingWords = Readonly<Partial<Record<SettingName, string>>>;

/** One switch that was turned. */
export interface TurnedSetting {
  readonly setting: SettingName;
  readonly from: string;
  readonly to: string;
}

/** The switches that differ, in the order in which `after` lists them. */
export function turnedSettings(before: SettingWords, after: SettingWords): readonly TurnedSetting[] {
  return (Object.keys(after) as SettingName[]).flatMap((setting) => {
    const [from = '', to = ''] = [before[setting], after[setting]];
    return from === to ? [] : [{ setting, from, to }];
  });
}

const onOff = (is: boolean): string => (is ? 'on' : 'off');

/** A connection's switches. */
interface ConnectionSwitches {
  readonly name: string;
  readonly guardOn: boolean;
  readonly taskOnHot: boolean;
  readonly stopCompany: boolean;
  readonly holdWrites: boolean;
  readonly holdOnly: readonly string[];
  readonly readOnly: boolean;
  readonly assignment: 'owner' | 'property';
  readonly fallbackOwnerId: string | null;
  readonly handBackRule: HandBackRule;
  readonly longTermScheduleId: string | null;
}

/** How people and schedules are called. */
export interface SettingNames {
  readonly user: (ownerId: string) => string;
  readonly schedule: (scheduleId: string) => string;
}

/** The switches of a connection in words: people and schedules by the names that they have now. */
export function connectionSettings(connection: ConnectionSwitches, names: SettingNames): SettingWords {
  const { fallbackOwnerId, longTermScheduleId, holdWrites, holdOnly } = connection;
  return {
    name: connection.name,
    guard: onOff(connection.guardOn),
    tasks: onOff(connection.taskOnHot),
    company: onOff(connection.stopCompany),
    hold: holdWrites ? (holdOnly.length === 0 ? 'everything' : holdOnly.join(', ')) : 'off',
    'read-only': onOff(connection.readOnly),
    assignment: connection.assignment === 'owner' ? 'by owner' : 'by property',
    'fallback-owner': fallbackOwnerId === null ? 'nobody' : names.user(fallbackOwnerId),
    'hand-back': ruleWords(connection.handBackRule, names),
    'long-term': longTermScheduleId === null ? 'none' : names.schedule(longTermScheduleId),
  };
}

/** How an assistant's messages are written, in words. */
export function writingSettings(rules: {
  readonly reviewFirst: boolean;
  readonly byModel: boolean;
  readonly whenRefused: 'template' | 'hold';
}): SettingWords {
  return {
    'review-first': onOff(rules.reviewFirst),
    'by-model': onOff(rules.byModel),
    'when-refused': rules.whenRefused === 'template' ? 'the template goes out' : 'held for approval',
  };
}

function ruleWords(rule: HandBackRule, { user }: SettingNames): string {
  switch (rule.kind) {
    case 'fixed':
      return 'fallback owner';
    case 'round-robin':
      return `by turn: ${rule.ownerIds.map(user).join(', ')}`;
    case 'by-country':
      return `by country: ${Object.entries(rule.owners)
        .map(([country, ownerId]) => `${country} ${user(ownerId)}`)
        .join(', ')}`;
  }
}
