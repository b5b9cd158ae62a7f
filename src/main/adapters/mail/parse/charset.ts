/** Names of character sets that mail programs use and the encoding standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  '8859_1': 'windows-1252',
  latin1: 'windows-1252',
  ansi: 'windows-1252',
  cp819: 'windows-1252',
  'x-mac-roman': 'macintosh',
  cp65001: 'utf-8',
  utf8mb4: 'utf-8',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'x-gbk': 'gbk',
  gb2312_charset: 'gbk',
};
/** They name no encoding: the bytes decide. */
const UNDECIDED = /^$|ascii|^utf-?8$|ansi_x3|unknown|default|^none$|^binary$|^7bit$|^8bit$/;
const ONE_BYTE = /^(?:iso-8859-|windows-|koi8|macintosh|x-mac|ibm)/;
const REPLACEMENT = '\ufffd';

/**
 * Text of bytes whose character set may be missing, unknown or wrong. UTF-8 that only calls itself something
 * else is read as UTF-8; what is neither is read as Western European, so that no byte is lost.
 */
export function decodeText(bytes: Uint8Array, charset: string): string {
  const name = charset.trim().toLowerCase().replaceAll(/["']/g, '');
  if (UNDECIDED.test(name)) return undecided(bytes);
  const decoder = decoderFor(ALIASES[name] ?? name);
  if (decoder === null) return /utf-?7/.test(name) ? decodeUtf7(bytes) : undecided(bytes);
  if (ONE_BYTE.test(decoder.encoding)) {
    const unicode = strictUtf8(bytes);
    if (unicode !== null && /[^\0-\x7f]/.test(unicode)) return unicode;
  }
  return decoder.decode(bytes);
}

function decoderFor(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function undecided(bytes: Uint8Array): string {
  const unicode = strictUtf8(bytes);
  // Japanese mail changes its alphabet by escape sequences that are plain ASCII.
  if (['\u001b$B', '\u001b$@', '\u001b(J'].some((escape) => unicode?.includes(escape))) {
    return new TextDecoder('iso-2022-jp').decode(bytes);
  }
  if (unicode !== null) return unicode;
  const lenient = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (const character of lenient) {
    if (character === REPLACEMENT) broken += 1;
    else if (character > '\x7f') whole += 1;
  }
  return whole > broken ? lenient : new TextDecoder('windows-1252').decode(bytes);
}

/** RFC 2152, as old Exchange servers still write it. */
function decodeUtf7(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\+([A-Za-z\d+/]*)-?/g, (_, coded: string) => {
      if (coded === '') return '+';
      const units = Buffer.from(coded, 'base64');
      return new TextDecoder('utf-16be').decode(units.subarray(0, units.length - (units.length % 2)));
    });
}
