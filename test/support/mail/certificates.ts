import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is wrong with a server's certificate, for the tests of the connection. */
export type CertificateKind = 'good' | 'expired' | 'other-name' | 'self-signed';

/** Loopback addresses on which the servers show each certificate. */
export const ADDRESS_OF: Readonly<Record<CertificateKind, string>> = {
  good: '127.0.0.1',
  expired: '127.0.0.2',
  'other-name': '127.0.0.3',
  'self-signed': '127.0.0.4',
};

export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
  readonly cert: string;
  readonly key: string;
}

export interface Certificates {
  /** The authority that signed all but the self-signed one, as PEM. */
  readonly ca: string;
  readonly of: Readonly<Record<CertificateKind, Certificate>>;
}

const LONG_AGO = ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z'];
const NOW = ['-days', '30'];

/** Makes an authority of its own and certificates for the loopback addresses, with openssl. */
export function makeCertificates(folder: string): Certificates {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const key = (name: string): void =>
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`);

  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(join(folder, 'serial'), '1000\n');
  writeFileSync(join(folder, 'ca.cnf'), CA_CONFIG);
  key('ca');
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    'ca.key',
    '-days',
    '30',
    '-subj',
    '/CN=Test authority',
    '-out',
    'ca.pem',
  );

  const signed = (name: string, altNames: string, dates: readonly string[]): void => {
    key(name);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', `${name}.csr`);
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${altNames}\n`);
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-extfile', `${name}.ext`];
    openssl('ca', '-batch', '-notext', '-config', 'ca.cnf', ...dates, ...files);
  };
  signed('good', `DNS:localhost,IP:${ADDRESS_OF.good}`, NOW);
  signed('expired', `IP:${ADDRESS_OF.expired}`, LONG_AGO);
  signed('other-name', 'DNS:mail.somebody-else.example', NOW);
  key('self-signed');
  const alone = ['-subj', '/CN=self-signed', '-addext', `subjectAltName=IP:${ADDRESS_OF['self-signed']}`];
  openssl('req', '-x509', '-new', '-key', 'self-signed.key', ...NOW, ...alone, '-out', 'self-signed.pem');

  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const of = (name: CertificateKind): Certificate => ({
    certFile: join(folder, `${name}.pem`),
    keyFile: join(folder, `${name}.key`),
    cert: read(`${name}.pem`),
    key: read(`${name}.key`),
  });
  return {
    ca: read('ca.pem'),
    of: {
      good: of('good'),
      expired: of('expired'),
      'other-name': of('other-name'),
      'self-signed': of('self-signed'),
    },
  };
}

const CA_CONFIG = `[ca]
default_ca = here
[here]
new_certs_dir = .
database = index.txt
serial = serial
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;
