/** What of a mail is needed to tell whether a CRM's machines wrote it. */
export interface MaybeCrmMail {
  readonly fromAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** `invitation`: to become a user of the CRM; `link` null: none in it leads to the CRM's own pages. */
export type CrmMail =
  { readonly kind: 'invitation'; readonly link: string | null } | { readonly kind: 'crm-notification' };

/** Domains that the CRMs send from and whose pages are theirs; everything under them counts. */
const CRM_DOMAINS = [
  'hubspot.com',
  'hubspotemail.net',
  'zoho.com',
  'zoho.eu',
  'zoho.in',
  'zoho.com.au',
  'zoho.com.cn',
  'zoho.jp',
  'zoho.sa',
  'zohocloud.ca',
  'zohocrm.com',
  'zohocrm.eu',
  'zohocrm.in',
  'zohoaccounts.com',
  'zohocorp.com',
] as const;

/** Pages on which an invitation is accepted. Links that are counted by the sender lead elsewhere first: not these. */
const PAGE_DOMAINS = CRM_DOMAINS.filter((domain) => domain !== 'hubspotemail.net');

/** Machines write from these; people of those companies, who may be leads, do not. */
const MACHINES =
  /^(?:no-?reply|do-?not-?reply|notifications?|invitations?|invite|crm|alerts?|mailer)(?:$|[.+_-])/;
/** Parts of a domain that only machines send from. */
const MACHINE_HOSTS = /(?:^|\.)(?:notifications?|notify|email|mailer|bounce)\./;

const INVITES =
  /invit|einladung|eingeladen|einladen|uitnodig|uitgenodigd|convid|convite|join(?:ing)? .{0,60}(?:account|hubspot|zoho|team|organi[sz]ation)|activate your account/i;
/** Where an invitation leads, apart from help, privacy and unsubscribe pages of the same hosts. */
const ACCEPTS = /invit|accept|activat|sign-?up|signup|join|register|set-?password|confirm/i;
const ASIDE =
  /unsubscribe|preferences|privacy|legal|knowledge|help|policy|terms|logo|\.(?:png|jpe?g|gif|svg|css)(?:$|\?)/i;

const URLS = /https?:\/\/[^\s"'<>\\^`{|}\p{Cc}]{4,2000}/giu;
/** The host has to end where a browser sees it end, too. */
const HTTPS_HOST = /^https:\/\/([a-z\d](?:[a-z\d.-]*[a-z\d])?)(?:[/?#]|$)/i;
const MOST_CHARACTERS = 200_000;

/**
 * Whether a mail comes from the CRM itself (domain.md section 1: its notifications to the assistant's user are to be
 * switched off; those that still come are no replies), and whether it is the invitation to become a user. Null: it is
 * not. It is read, never followed: a link is given only where it is https on the CRM's own hosts.
 */
export function crmMail(mail: MaybeCrmMail): CrmMail | null {
  const address = mail.fromAddress.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const host = address.slice(at + 1);
  if (at < 1 || !CRM_DOMAINS.some((domain) => isUnder(host, domain))) return null;
  if (!MACHINES.test(local) && !MACHINE_HOSTS.test(host)) return null;
  if (!INVITES.test(mail.subject)) return { kind: 'crm-notification' };
  return { kind: 'invitation', link: acceptLink(mail) };
}

/** Whether a link may be shown as the CRM's own: https, its host, and neither a user name nor a port in it. */
export function isCrmPage(link: string): boolean {
  const host = HTTPS_HOST.exec(link)?.[1]?.toLowerCase();
  return host !== undefined && PAGE_DOMAINS.some((domain) => isUnder(host, domain));
}

function acceptLink(mail: MaybeCrmMail): string | null {
  const source = `${mail.html ?? ''}\n${mail.text}`.slice(0, MOST_CHARACTERS);
  const links = [...source.matchAll(URLS)]
    .map(([link]) => link.replaceAll('&amp;', '&').replace(/[).,;:!?\]]+$/, ''))
    .filter((link) => isCrmPage(link) && !ASIDE.test(link));
  return links.find((link) => ACCEPTS.test(link)) ?? null;
}

function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
