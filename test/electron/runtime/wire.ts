/**
 * Structured cloning between the page and this process, as text. It stands in both: in the page as source. What
 * can't be cloned is refused by the real `structuredClone` on the side that sends.
 */
export function makeWire(): { pack(value: unknown): string; unpack(text: string): unknown } {
  type Tagged = { readonly $: string; readonly v?: unknown; readonly k?: string };
  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  const tag = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: value.toString() };
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: `${value}` };
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([k, v]) => [tag(k), tag(v)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(tag) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: base64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return { $: 'view', k: value.constructor.name, v: base64(bytes) };
    }
    if (value instanceof Error) return { $: 'error', k: value.name, v: value.message };
    if (Array.isArray(value)) return value.map(tag);
    return { $: 'object', v: Object.entries(value).map(([k, v]) => [k, tag(v)]) };
  };
  const untag = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(untag);
    if (typeof value !== 'object' || value === null) return value;
    const { $, v, k } = value as Tagged;
    const pairs = (): [unknown, unknown][] =>
      (v as [unknown, unknown][]).map(([a, b]) => [untag(a), untag(b)]);
    if ($ === 'undefined') return undefined;
    if ($ === 'bigint') return BigInt(v as string);
    if ($ === 'number') return Number(v);
    if ($ === 'date') return new Date(v as number);
    if ($ === 'map') return new Map(pairs());
    if ($ === 'set') return new Set((v as unknown[]).map(untag));
    if ($ === 'buffer') return bytesOf(v as string).buffer;
    if ($ === 'error') return Object.assign(new Error(v as string), { name: k });
    if ($ === 'view') {
      const { buffer } = bytesOf(v as string);
      // Node's Buffer arrives as plain bytes, as it does in Electron.
      const View = {
        DataView,
        Int8Array,
        Uint16Array,
        Int16Array,
        Uint32Array,
        Int32Array,
        Float32Array,
        Float64Array,
      };
      const Kind = View[k as keyof typeof View] as (new (from: unknown) => unknown) | undefined;
      return Kind === undefined ? new Uint8Array(buffer as ArrayBuffer) : new Kind(buffer);
    }
    return Object.fromEntries((v as [string, unknown][]).map(([key, inner]) => [key, untag(inner)]));
  };
  return {
    pack: (value) => JSON.stringify(tag(structuredClone(value))),
    unpack: (text) => untag(JSON.parse(text)),
  };
}
