/** The bytes of a Base64 text. */
export function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.codePointAt(0) ?? 0);
}
