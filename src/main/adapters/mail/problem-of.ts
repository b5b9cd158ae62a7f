import { mailPreset } from '#core/domain/mail/mail-presets.ts';
import type { MailServer } from '#core/domain/mail/mail-settings.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';

/** Which server an error came from. */
export interface Asked {
  readonly protocol: 'IMAP' | 'SMTP';
  readonly server: MailServer;
  readonly preset: string;
}

const LONGEST_WORDS = 300;

/** What the mail libraries hang on their errors. */
interface Details {
  readonly code: string;
  /** What the server said. */
  readonly words: string;
  readonly isLogin: boolean;
  readonly status: number | null;
  /** What was asked when it failed; empty: not known. */
  readonly command: string;
  /** IMAP's word for why, such as AUTHENTICATIONFAILED. */
  readonly reason: string;
}

/** An error of a mail library or of the line as one sentence: what is wrong, and what to do. */
export function problemOf(error: unknown, asked: Asked): MailProblem {
  if (error instanceof MailProblem) return error;
  const details = detailsOf(error);
  const { host, port } = asked.server;
  const place = `${host}, port ${port}`;
  const certificate = certificateProblem(details.code, host);
  if (certificate !== null) return certificate;
  if (details.isLogin) return loginProblem(details, asked);
  switch (details.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
    case 'EAI_FAIL':
    case 'EDNS':
      return new MailProblem(
        'dns',
        `There is no server ${host}, or this computer is offline. Check the name of the ${asked.protocol} server.`,
      );
    case 'ECONNREFUSED':
      return new MailProblem(
        'refused',
        `Nothing answers at ${place}. Check the port, and whether the server is running.`,
      );
    case 'ETIMEDOUT':
    case 'ETIMEOUT':
    case 'CONNECT_TIMEOUT':
    case 'GREETING_TIMEOUT':
    case 'UPGRADE_TIMEOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new MailProblem(
        'timeout',
        `${place} does not answer. Check the port and the choice of TLS or STARTTLS, and whether a firewall is in the way.`,
      );
    case 'EPROTO':
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION':
      return new MailProblem(
        'certificate',
        `${place} does not speak TLS from the start. Choose STARTTLS, or the port for TLS.`,
      );
    default:
      return saidByServer(details, asked);
  }
}

function detailsOf(error: unknown): Details {
  const bag = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof bag[name] === 'string' ? bag[name] : '');
  const outer = text('code');
  const code = ['', 'ESOCKET', 'ETLS', 'ECONNECTION'].includes(outer) ? text('originalCode') || outer : outer;
  const words = text('responseText') || text('response') || text('message');
  return {
    code,
    words: words.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS),
    isLogin: bag['authenticationFailed'] === true || outer === 'EAUTH',
    status: typeof bag['responseCode'] === 'number' ? bag['responseCode'] : null,
    command: text('command'),
    reason: text('serverResponseCode'),
  };
}

function certificateProblem(code: string, host: string): MailProblem | null {
  const problem = (sentence: string): MailProblem => new MailProblem('certificate', sentence);
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return problem(
        `The certificate of ${host} has expired, so the connection is not safe. The server's administrator has to renew it; check also this computer's clock.`,
      );
    case 'CERT_NOT_YET_VALID':
      return problem(`The certificate of ${host} is not valid yet. Check this computer's clock.`);
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return problem(
        `The server that answers is not ${host}: its certificate is for another name. Enter the name that your provider gives.`,
      );
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return problem(
        `The certificate of ${host} is signed by nobody that this computer knows. If it is your company's own, start Baton with NODE_EXTRA_CA_CERTS naming the file of your authority.`,
      );
    case 'CERT_REVOKED':
      return problem(`The certificate of ${host} was revoked, so the connection is not safe.`);
    default:
      return null;
  }
}

function loginProblem(details: Details, asked: Asked): MailProblem {
  const said = details.words === '' ? '' : ` The server says: ${stop(details.words)}`;
  // Too many logins, or a server that cannot check them now: nothing is wrong with the password.
  const isNow = details.status !== null && details.status >= 400 && details.status < 500;
  if (isNow || ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'].includes(details.reason)) {
    return new MailProblem('server', `${asked.server.host} does not let anybody in just now.${said}`);
  }
  return new MailProblem(
    'login',
    `${asked.server.host} refused the login (${asked.protocol}). ${mailPreset(asked.preset).onLoginRefused}${said}`,
  );
}

function saidByServer(details: Details, asked: Asked): MailProblem {
  const { host } = asked.server;
  if (details.command === 'STARTTLS' || (/STARTTLS/i.test(details.words) && details.status === null)) {
    return new MailProblem(
      'unencrypted',
      `${host} offers no encryption on port ${asked.server.port}, so Baton does not log in there. Choose TLS and its port.`,
    );
  }
  if (/over ?quota|quota exceeded|mailbox (is )?full/i.test(details.words)) {
    return new MailProblem('full', `The mailbox on ${host} is full. Delete mails there, or get more space.`);
  }
  const isLost =
    /^E?(?:CONN|PIPE)|NoConnection|EConnectionClosed|ECONNECTION|ClosedAfterConnect|UNEXPECTED_EOF/i.test(
      details.code,
    );
  if (isLost) return new MailProblem('lost', `The connection to ${host} broke off. It is tried again.`);
  return new MailProblem('server', `${host} answered: ${stop(details.words || details.code || 'nothing')}`);
}

function stop(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
