import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { PlannedEdit } from '../../ports/store/human-mail.ts';
import type { Mail } from '../../ports/store/rows.ts';
import { htmlOfText } from '../human-mail/mail-html.ts';

/** What a person changed of a message to come; null: nothing, or it was meant for another schedule. */
export function editOf(core: CoreContext, lead: Lead, step: number): PlannedEdit | null {
  const edit = core.store.humanMail.plannedEdit(lead.id, lead.run, step);
  return edit?.scheduleId === lead.scheduleId ? edit : null;
}

/** The next message with a person's words in place of its own. A follow-up keeps the subject of its thread. */
export function asEdited(core: CoreContext, lead: Lead, mail: Mail): Mail {
  return withEdit(lead, mail, editOf(core, lead, lead.nextStep));
}

export function withEdit(lead: Pick<Lead, 'threadSubject'>, mail: Mail, edit: PlannedEdit | null): Mail {
  if (edit === null) return mail;
  const subject = lead.threadSubject === null ? (edit.subject ?? mail.subject) : mail.subject;
  if (edit.text === null) return { ...mail, subject };
  return { ...mail, subject, text: edit.text, html: htmlOfText(edit.text) };
}

/** A message that a person wants not to be sent came due: the next one follows. True: so it was. */
export function leaveOutIfWanted(core: CoreContext, lead: Lead): boolean {
  if (editOf(core, lead, lead.nextStep)?.skipped !== true) return false;
  applyEvent(core, lead.id, { type: 'step-skipped', step: lead.nextStep, at: core.clock.now() });
  return true;
}
