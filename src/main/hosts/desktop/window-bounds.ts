/** Where a window is, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const DEFAULT_SIZE = { width: 1280, height: 840 } as const;

/** A window smaller than this cannot be used; a part of the title bar this wide is enough to pull it back. */
export const SMALLEST = { width: 800, height: 560 } as const;
const GRIP = 80;

/**
 * Where the window opens: as it was left, unless that is no longer on a screen (a display was unplugged) or is no
 * place at all; then in the middle, at the default size.
 */
export function openingBounds(left: unknown, workAreas: readonly Bounds[]): Bounds | typeof DEFAULT_SIZE {
  if (!isBounds(left)) return DEFAULT_SIZE;
  const reachable = workAreas.some(
    (area) =>
      left.x + left.width >= area.x + GRIP &&
      left.x <= area.x + area.width - GRIP &&
      left.y >= area.y &&
      left.y <= area.y + area.height - GRIP,
  );
  if (!reachable) return DEFAULT_SIZE;
  return {
    ...left,
    width: Math.max(left.width, SMALLEST.width),
    height: Math.max(left.height, SMALLEST.height),
  };
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const numbers: Record<string, unknown> = { ...value };
  return ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(numbers[name]));
}
