import { describe, expect, it } from 'vitest';
import { DEFAULT_SIZE, openingBounds } from './window-bounds.ts';

const SCREEN = { x: 0, y: 25, width: 1920, height: 1055 };
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 };

describe('where the window opens', () => {
  it('is where it was left', () => {
    const left = { x: 2000, y: 100, width: 1000, height: 700 };
    expect(openingBounds(left, [SCREEN, SECOND])).toEqual(left);
  });

  it('is the middle when the display it was on is gone', () => {
    expect(openingBounds({ x: 2000, y: 100, width: 1000, height: 700 }, [SCREEN])).toEqual(DEFAULT_SIZE);
  });

  it('is the middle when the title bar is above or below every screen', () => {
    expect(openingBounds({ x: 10, y: -300, width: 1000, height: 700 }, [SCREEN])).toEqual(DEFAULT_SIZE);
    expect(openingBounds({ x: 10, y: 1070, width: 1000, height: 700 }, [SCREEN])).toEqual(DEFAULT_SIZE);
  });

  it('is never too small to use', () => {
    const opened = openingBounds({ x: 10, y: 100, width: 20, height: 20 }, [SCREEN]);
    expect(opened).toEqual(DEFAULT_SIZE);
    expect(openingBounds({ x: 100, y: 100, width: 200, height: 100 }, [SCREEN])).toEqual({
      x: 100,
      y: 100,
      width: 800,
      height: 560,
    });
  });

  it.each([[undefined], [null], ['wide'], [{ x: 1, y: 2 }], [{ x: 1, y: 2, width: Number.NaN, height: 3 }]])(
    'does not trust %j from the settings file',
    (left) => {
      expect(openingBounds(left, [SCREEN])).toEqual(DEFAULT_SIZE);
    },
  );
});
