import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '#sandbox/control/clock.ts';
import { DAY, HOUR, MINUTE, openFlowWorld, ROSIE, SECOND, type FlowWorld } from '#test/support/flow-world.ts';
import {
  HAS_MAIL_SERVERS,
  startMailServers,
  WHY_LEFT_OUT,
  type MailServers,
} from '#test/support/mail-servers.ts';
import type { MailAccount } from '#test/support/mail/dovecot.ts';
import { prospectOn } from '#test/support/mail/prospect.ts';
import { accountOn, SHORT_PATIENCE } from '#test/support/mail/real-mailbox-of.ts';

const ANA = 'ana@prospect.example';

describe.skipIf(!HAS_MAIL_SERVERS)(
  `A person who writes through an assistant on real servers${WHY_LEFT_OUT}`,
  () => {
    let servers: MailServers;
    let world: FlowWorld;
    let rosie: MailAccount;
    let ana: MailAccount;
    let owner: MailAccount;

    beforeEach(async () => {
      servers = await startMailServers();
      rosie = servers.addAccount(ROSIE.email);
      ana = servers.addAccount(ANA);
      world = await openFlowWorld({
        // Mail servers stamp with the true time: the world begins some days before it.
        sandbox: { clock: createClock({ startAt: Date.now() - 4 * DAY, frozen: true }) },
        mail: { ca: servers.ca, patience: SHORT_PATIENCE },
      });
      owner = servers.addAccount(world.colleague().email);
      const assistantId = world.assistantIds[0] ?? '';
      const { rules } = await world.api.assistants.get({ id: assistantId });
      await world.changeAssistant(0, { rules: { ...rules, opensAt: 0, closesAt: 24 * 60, offDays: [] } });
      await world.api.mailboxes.save({
        assistantId,
        account: accountOn(servers, rosie),
        password: rosie.password,
        version: 0,
      });
    });
    afterEach(async () => {
      await world.close();
      await servers.close();
    });

    const inboxOf = (account: MailAccount) => servers.imap.mails(account.address);

    it('says when the mail server refuses the copy: the lead has the mail, once', async () => {
      const id = await world.taken({ email: ANA });
      await world.passUntil(() => inboxOf(ana).length > 0, 3 * DAY);
      await prospectOn(servers, ana, 'Ana Silva').answers('Tuesday 5 pm works for me.');
      await world.advance(MINUTE);
      await world.poll();
      await world.untilDelivered();
      const leadId = world.lead(id).id;
      const opened = await world.api.humanMail.open({ leadId, kind: 'introduce', mailId: null });
      const { kind, draftId, version, answersMailId, subject, text } = opened;
      const cc = [{ name: 'Nobody', address: 'nobody@nowhere.example' }];
      const mail = { leadId, kind, draftId, version, answersMailId, subject, text, cc };
      const { mailId } = await world.api.humanMail.send(mail);
      await world.advance(MINUTE);
      await world.untilDelivered();
      const { timeline } = await world.api.leads.get({ id: leadId });
      expect(timeline.find((entry) => entry.id === mailId)).toMatchObject({
        status: 'sent',
        remark: 'The mail server refused the copy to nobody@nowhere.example.',
      });
      await world.advance(DAY);
      expect(inboxOf(ana)).toHaveLength(2);
    });

    it('introduces the owner: taken back, nothing leaves; sent, it is in both inboxes, in the thread, once', async () => {
      const id = await world.taken({ email: ANA });
      await world.passUntil(() => inboxOf(ana).length > 0, 3 * DAY);
      await world.untilDelivered();
      await prospectOn(servers, ana, 'Ana Silva').answers('Tuesday 5 pm works for me.');
      await world.advance(MINUTE);
      await world.poll();
      await world.untilDelivered();
      const lead = world.lead(id);
      expect(lead.state).toBe('Hot');
      const taken = servers.smtp.taken.length;

      const composer = async () => {
        const { leadId, kind, draftId, version, answersMailId, subject, text, cc } =
          await world.api.humanMail.open({
            leadId: lead.id,
            kind: 'introduce',
            mailId: null,
          });
        return { leadId, kind, draftId, version, answersMailId, subject, text, cc };
      };
      const { mailId } = await world.api.humanMail.send(await composer());
      await world.advance(20 * SECOND);
      await world.api.humanMail.undo({ mailId });
      await world.advance(HOUR);
      await world.untilDelivered();
      expect(servers.smtp.taken).toHaveLength(taken);

      await world.api.humanMail.send(await composer());
      await world.advance(30 * SECOND);
      await world.untilDelivered();
      expect(inboxOf(ana)).toHaveLength(2);
      expect(inboxOf(owner)).toHaveLength(1);
      const [got = ''] = inboxOf(owner);
      expect(got).toMatch(new RegExp(`^To:.*${ANA}`, 'im'));
      expect(got).toMatch(new RegExp(`^Cc:.*${owner.address}`, 'im'));
      expect(got).toMatch(/^In-Reply-To: </im);
      expect(servers.imap.mails(rosie.address, 'Sent')).toHaveLength(2);
      expect(world.activities(id, 'emails')).toHaveLength(3);
      expect(world.lead(id).state).toBe('Hot');

      await prospectOn(servers, ana, 'Ana Silva').answers('Nice to meet you both.');
      await world.advance(MINUTE);
      await world.poll();
      await world.untilDelivered();
      expect(world.activities(id, 'emails')).toHaveLength(4);
      await world.advance(3 * DAY);
      await world.poll();
      expect(inboxOf(ana)).toHaveLength(2);
    });
  },
);
