import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

const NXDOMAIN = 3;
const SERVFAIL = 2;
const TXT = 16;

export interface DnsServer {
  /** `address:port`, as a resolver takes it. */
  readonly address: string;
  close(): void;
}

/**
 * A DNS server on loopback (RFC 1035, as far as TXT needs it). A name that is not in the zone does not exist; one
 * with `null` cannot be answered.
 */
export async function startDns(zone: Readonly<Record<string, readonly string[] | null>>): Promise<DnsServer> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const { name, end } = nameAt(question, 12);
    const records = zone[name.toLowerCase()];
    const answers = (records ?? []).map((text) => txtAnswer(text));
    const code = records === undefined ? NXDOMAIN : records === null ? SERVFAIL : 0;
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(0x8580 | code, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers.length, 6);
    head.writeUInt16BE(0, 8);
    head.writeUInt16BE(0, 10);
    socket.send(Buffer.concat([head, question.subarray(12, end + 4), ...answers]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = socket.address();
  return { address: `127.0.0.1:${port}`, close: () => socket.close() };
}

function nameAt(message: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('ascii', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

/** A text is sent in parts of at most 255 bytes. */
function txtAnswer(text: string): Buffer {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  const data = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  // The name of the question, by pointer.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(TXT, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
