import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crmMail, isCrmPage } from './crm-mail.ts';

function mail(fromAddress: string, subject: string, text = '', html: string | null = null) {
  return { fromAddress, subject, text, html };
}
const LINK = 'https://app-eu1.hubspot.com/signup/accept-invitation?token=a-b_1&portal=42';

describe('mail of the CRM itself', () => {
  it.each([
    ['noreply@hubspot.com', 'Ana Roe opened your email'],
    ['noreply@notifications.hubspot.com', 'You were assigned a contact'],
    ['notifications@hubspot.com', 'Your daily digest'],
    ['no-reply@zohocrm.com', 'Lead owner changed'],
    ['notification@zoho.eu', 'New lead assigned'],
  ])('is a notification: %s, %s', (from, subject) => {
    expect(crmMail(mail(from, subject))).toEqual({ kind: 'crm-notification' });
  });

  it.each([
    ['a person who works at the CRM', 'jane.doe@hubspot.com', 'Re: cyber security'],
    ['a look-alike domain', 'noreply@hubspot.com.evil.example', 'You are invited'],
    ['a domain that only ends alike', 'noreply@nothubspot.com', 'You are invited'],
    ['a machine of somebody else', 'noreply@acme.example', 'You are invited to HubSpot'],
    ['no address at all', '', 'You are invited'],
  ])('is not %s', (_who, from, subject) => {
    expect(crmMail(mail(from, subject, LINK))).toBeNull();
  });
});

describe('the invitation to become a user', () => {
  it.each([
    ['noreply@hubspot.com', 'Max invited you to join Acme in HubSpot'],
    ['noreply@hubspot.com', 'Max hat Sie zu HubSpot eingeladen'],
    ['noreply@hubspot.com', 'Invitación a HubSpot: Max te ha invitado'],
    ['invitation@zohoaccounts.com', 'Invitation to join Acme at Zoho CRM'],
  ])('is known by its subject, with its link: %s, %s', (from, subject) => {
    expect(crmMail(mail(from, subject, `Accept: ${LINK}.`))).toEqual({ kind: 'invitation', link: LINK });
  });

  it('reads the link of the button, as the page would', () => {
    const html = `<a href="https://www.hubspot.com/privacy">Privacy</a><a href="${LINK.replaceAll('&', '&amp;')}">Accept</a>`;
    expect(crmMail(mail('noreply@hubspot.com', 'You are invited', 'Accept', html))).toMatchObject({
      link: LINK,
    });
  });

  it.each([
    ['not encrypted', LINK.replace('https', 'http')],
    ['somebody else’s', 'https://hubspot.evil.example/accept-invitation'],
    ['disguised by a user name', 'https://app.hubspot.com@evil.example/accept-invitation'],
    ['on another port', 'https://app.hubspot.com:8443/accept-invitation'],
    ['counted by the sender first', 'https://x1.hubspotemail.net/invitation'],
    ['a help page', 'https://knowledge.hubspot.com/invite-users'],
  ])('has no link where the only one is %s', (_how, link) => {
    expect(crmMail(mail('noreply@hubspot.com', 'You are invited', link))).toEqual({
      kind: 'invitation',
      link: null,
    });
  });

  it('never gives a link that a browser would open elsewhere', () => {
    const parts = [
      '@',
      ':',
      '/',
      '\\',
      '.',
      '?',
      '#',
      '\t',
      '\n',
      '%40',
      'evil.example',
      '8443',
      ' ',
      '-',
      'ß',
    ];
    const tail = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((each) => each.join(''));
    fc.assert(
      fc.property(tail, (more) => {
        const link = `https://app.hubspot.com${more}`;
        const opened = URL.parse(link);
        expect(!isCrmPage(link) || opened?.hostname.endsWith('hubspot.com') === true).toBe(true);
      }),
    );
  });
});
