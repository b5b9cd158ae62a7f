import { useSystemInfo } from '../../api/clock.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './editor.module.css';

/** What of her mails' fate is seen here, and what is not. */
export function EngagementNote() {
  const { data } = useSystemInfo();
  if (data === undefined) return null;
  const { measured, publicUrl } = data.engagement;
  return (
    <Section title="Opens and clicks" description={headline(measured, publicUrl)}>
      <p className={classes.hint}>
        {measured
          ? 'An open makes a lead Engaged; three of them, or a click, make it Warm. What happens in the first three minutes is a mail scanner, and is not counted.'
          : 'Replies, bounces and booked meetings are seen all the same, and so are the opens and clicks that the CRM itself counts on the logged mails. To see all of them, start the hub with --public-url and lead that address to it.'}
      </p>
    </Section>
  );
}

function headline(measured: boolean, publicUrl: string | null): string {
  if (publicUrl !== null)
    return `Seen through ${publicUrl}: links and a small picture in her mails lead there.`;
  return measured
    ? 'Seen by the mailbox that she writes through.'
    : 'Not measurable here: mails hold no picture and their links stay as they are, because no public address leads to this program.';
}
