import { Checkbox, TagsInput } from '@mantine/core';
import { NOTICE_EVENTS } from '#contract/names.ts';
import type { NoticeEvent } from '#contract/names.ts';
import type { NoticeSettings } from '#contract/notices.ts';
import type { FieldProblems } from '../../ui/field-problems.ts';
import { EVENT_WORDS } from './event-words.ts';
import classes from './notices.module.css';

interface EventTableProps {
  readonly settings: NoticeSettings;
  readonly problems: FieldProblems;
  readonly onChange: (rows: NoticeSettings['rows']) => void;
}

/** Event × in the app, mail to me, copy to. A failed connection stands with it; it is told without being asked. */
export function EventTable({ settings: { rows }, problems, onChange }: EventTableProps) {
  const change = (event: NoticeEvent, part: Partial<NoticeSettings['rows'][NoticeEvent]>): void => {
    problems.touch(`rows.${event}`);
    onChange({ ...rows, [event]: { ...rows[event], ...part } });
  };
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col" className={classes.tick}>
            In the app
          </th>
          <th scope="col" className={classes.tick}>
            Mail to me
          </th>
          <th scope="col">Copy to</th>
        </tr>
      </thead>
      <tbody>
        {NOTICE_EVENTS.map((event) => {
          const { name, what } = EVENT_WORDS[event];
          const row = rows[event];
          return (
            <tr key={event}>
              <th scope="row">
                {name}
                <span className={classes.what}>{what}</span>
              </th>
              <td className={classes.tick}>
                <Checkbox
                  aria-label={`${name}: in the app`}
                  checked={row.app}
                  onChange={(change_) => change(event, { app: change_.currentTarget.checked })}
                />
              </td>
              <td className={classes.tick}>
                <Checkbox
                  aria-label={`${name}: mail to me`}
                  checked={row.me}
                  onChange={(change_) => change(event, { me: change_.currentTarget.checked })}
                />
              </td>
              <td>
                <TagsInput
                  aria-label={`${name}: copy to`}
                  placeholder={row.copyTo.length === 0 ? 'Nobody else' : ''}
                  splitChars={[',', ' ', ';']}
                  acceptValueOnBlur
                  value={row.copyTo}
                  error={problems.of(`rows.${event}.copyTo`)}
                  onChange={(copyTo) => change(event, { copyTo })}
                />
              </td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">
            Connection Failed
            <span className={classes.what}>The CRM refuses the key, or does not answer</span>
          </th>
          <td className={classes.tick}>
            <Checkbox aria-label="Connection Failed: in the app" checked disabled readOnly />
          </td>
          <td colSpan={2} className={classes.what}>
            Everybody under “Who is told when something fails” below, at once, and once for each failure.
          </td>
        </tr>
      </tbody>
    </table>
  );
}
