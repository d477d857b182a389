import { describe, expect, test } from 'vitest';
import { place, type Bounds } from '../../../../src-main/electron/window/bounds';
import { SCREEN, SECOND } from './main-window';

describe('where it goes', () => {
  const saved: Bounds = { x: 100, y: 80, width: 1000, height: 700, maximized: false };
  test.for([
    { what: 'at first', saved: undefined, areas: [SCREEN], at: { width: 1100, height: 720 } },
    { what: 'as it was left', saved, areas: [SCREEN], at: { x: 100, y: 80, width: 1000, height: 700 } },
    {
      what: 'on the second screen',
      saved: { ...saved, x: 2000 },
      areas: [SCREEN, SECOND],
      at: { x: 2000, y: 80, width: 1000, height: 700 },
    },
    {
      what: 'its screen is gone',
      saved: { ...saved, x: 2000 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'only a sliver is left on the screen',
      saved: { ...saved, x: 1850 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'enough is left to pull it back',
      saved: { ...saved, x: 1800 },
      areas: [SCREEN],
      at: { x: 1800, y: 80, width: 1000, height: 700 },
    },
    {
      what: 'its title bar hangs over the lower edge',
      saved: { ...saved, y: 1030 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'its title bar is above the screen',
      saved: { ...saved, y: -40 },
      areas: [SCREEN],
      at: { width: 1000, height: 700 },
    },
    {
      what: 'larger than the screen',
      saved: { ...saved, x: 0, y: 0, width: 4000, height: 3000 },
      areas: [SCREEN],
      at: { x: 0, y: 0, width: 1920, height: 1040 },
    },
    {
      what: 'smaller than it may be',
      saved: { ...saved, width: 10, height: 10 },
      areas: [{ ...SCREEN, x: 0 }],
      at: { width: 380, height: 420 },
    },
    {
      what: 'a small screen at first',
      saved: undefined,
      areas: [{ x: 0, y: 0, width: 800, height: 600 }],
      at: { width: 800, height: 600 },
    },
    { what: 'no screen at all', saved, areas: [], at: { width: 1000, height: 700 } },
  ])('$what', ({ saved: given, areas, at }) => {
    expect(place(given, areas)).toEqual(at);
  });
});
