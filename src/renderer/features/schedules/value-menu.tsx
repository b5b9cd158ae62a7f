import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { MAIL_VALUES } from '#contract/names.ts';
import type { MailValue } from '#contract/names.ts';
import { MAIL_VALUE_WORDS } from '../../ui/mail-value-words.ts';
import type { ExampleValues } from './known-values.ts';
import classes from './steps.module.css';

/** The values that a message can name, each with what it is and what it would be for the example lead. */
export function ValueMenu({
  label,
  icon,
  example,
  onInsert,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly example: ExampleValues;
  readonly onInsert: (name: MailValue) => void;
}) {
  return (
    <Menu width={520} returnFocus={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={icon}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.valueList}>
        {MAIL_VALUES.map((name) => (
          <Menu.Item key={name} classNames={{ itemLabel: classes.value }} onClick={() => onInsert(name)}>
            <span className={classes.valueName}>{`{{ ${name} }}`}</span>
            <span className={classes.valueMeaning}>
              {MAIL_VALUE_WORDS[name].meaning}
              <span className={classes.valueExample}>{example[name] || 'none: it needs a default'}</span>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
