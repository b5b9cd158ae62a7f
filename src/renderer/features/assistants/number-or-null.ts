/** A number field's value; null while it is empty or no whole number. */
export function numberOrNull(value: number | string): number | null {
  const number = typeof value === 'number' ? value : value === '' ? Number.NaN : Number(value);
  return Number.isSafeInteger(number) ? number : null;
}
