import { Radio } from '@mantine/core';
import type { NamingPreset } from '#contract/names.ts';
import { NAMING_PRESETS } from '#contract/names.ts';
import classes from './crm-details.module.css';

const MEANINGS: Readonly<Record<NamingPreset, string>> = {
  Baton:
    'For an account that is new to this. Fields: Context, Baton Schedule, Lead Connection Status, in a group of their own.',
  TEC: 'For a team that comes from TEC. Its fields and their values go on: Context, TEC Schedule, Lead Connection Status.',
  '7Targets':
    'For a team that comes from 7Targets. Its fields and their values go on: Context, 7Targets Sequence, Lead Connection Status.',
};

/** Whose names the fields in the CRM bear. */
export function PresetChoice({
  value,
  onChange,
}: {
  readonly value: NamingPreset;
  readonly onChange: (preset: NamingPreset) => void;
}) {
  return (
    <Radio.Group
      label="Names of the fields"
      description="Cannot be changed later. Fields that already exist under these names are used as they are."
      value={value}
      onChange={(chosen) => onChange(NAMING_PRESETS.find((preset) => preset === chosen) ?? value)}
    >
      <div className={classes.presets}>
        {NAMING_PRESETS.map((preset) => (
          <Radio key={preset} value={preset} label={preset} description={MEANINGS[preset]} />
        ))}
      </div>
    </Radio.Group>
  );
}
