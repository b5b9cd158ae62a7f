/** The bytes of a part without its transfer encoding; as they are where the encoding is unknown or broken. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      return Buffer.from(bytes.toString('latin1').replaceAll(/[^A-Za-z\d+/=_-]/g, ''), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    default:
      return bytes;
  }
}

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const decoded = Buffer.alloc(bytes.length);
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte !== EQUALS) {
      decoded[length++] = byte;
      continue;
    }
    const softBreak = softBreakLength(bytes, index + 1);
    if (softBreak > 0) {
      index += softBreak;
      continue;
    }
    const value = hexValue(bytes[index + 1]) * 16 + hexValue(bytes[index + 2]);
    if (Number.isNaN(value)) {
      decoded[length++] = byte;
      continue;
    }
    decoded[length++] = value;
    index += 2;
  }
  return decoded.subarray(0, length);
}

/** How many bytes of white space and line end follow; 0: the line goes on. */
function softBreakLength(bytes: Buffer, start: number): number {
  let index = start;
  while (bytes[index] === 0x20 || bytes[index] === 0x09) index += 1;
  if (bytes[index] === CARRIAGE_RETURN) index += 1;
  return bytes[index] === LINE_FEED ? index + 1 - start : 0;
}

function hexValue(byte: number | undefined): number {
  return byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
}
