import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screenFile } from './screen-files.ts';

const FOLDER = join('/', 'opt', 'baton', 'out', 'renderer');

describe('files of the window', () => {
  it.each([
    ['app://baton/', 'index.html', 'text/html; charset=utf-8'],
    ['app://baton/#/leads/7', 'index.html', 'text/html; charset=utf-8'],
    ['app://baton/assets/index-1.js?v=2', 'assets/index-1.js', 'text/javascript; charset=utf-8'],
    ['app://baton/assets/index-1.css', 'assets/index-1.css', 'text/css; charset=utf-8'],
    ['app://baton/baton.svg', 'baton.svg', 'image/svg+xml'],
  ])('%s is %s', (address, path, type) => {
    expect(screenFile(address, FOLDER)).toEqual({ path: join(FOLDER, path), type });
  });

  it.each([
    'app://baton/..%2f..%2fpackage.json',
    'app://baton/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://baton/assets/..%2f..%2f..%2fpackage.json',
    'app://baton/%00.js',
    'app://baton/%E0%A4%A',
    'app://baton/..%2frenderer-of-another%2findex.html',
    'app://baton/assets/',
    'app://other/index.html',
    'file:///opt/baton/out/renderer/index.html',
  ])('nothing is served for %s', (address) => {
    expect(screenFile(address, FOLDER)).toBeNull();
  });
});
