import { Switch, TextInput } from '@mantine/core';
import type { NamingPreset } from '#contract/names.ts';
import type { FieldProblems } from '../../ui/field-problems.ts';
import { PresetChoice } from './preset-choice.tsx';

/** What is said of an account when it is connected, however it gives access. */
export interface AccountWishes {
  readonly name: string;
  readonly address: string;
  readonly preset: NamingPreset;
  readonly readOnly: boolean;
}

export const NO_WISHES: AccountWishes = { name: '', address: '', preset: 'Baton', readOnly: false };

/** The address as the contract wants it: nothing entered is HubSpot itself. */
export function baseUrlOf({ address }: AccountWishes): string | null {
  return address.trim() === '' ? null : address.trim();
}

interface AccountFieldsProps {
  readonly wishes: AccountWishes;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<AccountWishes>) => void;
}

/** Name, address, names of the fields and *Read only*. */
export function AccountFields({ wishes, problems, onChange }: AccountFieldsProps) {
  return (
    <>
      <TextInput
        label="Name"
        description="What you call this account. Empty: HubSpot and its number."
        autoComplete="off"
        value={wishes.name}
        error={problems.of('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label="Address"
        description="Only for the sandbox or another HubSpot-compatible server. Empty: HubSpot itself."
        placeholder="https://api.hubapi.com"
        type="url"
        spellCheck={false}
        value={wishes.address}
        error={problems.of('baseUrl')}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <PresetChoice value={wishes.preset} onChange={(preset) => onChange({ preset })} />
      <Switch
        checked={wishes.readOnly}
        onChange={(event) => onChange({ readOnly: event.currentTarget.checked })}
        label="Read only"
        description="A rehearsal: nothing is written to this CRM, and no mail goes out. What Baton would do is listed; you can turn this off later."
      />
    </>
  );
}
