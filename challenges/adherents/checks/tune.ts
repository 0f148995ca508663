import { expect, test } from 'vitest';
import { normalise } from './main.ts';
test('space-at-the-end', () => expect(normalise('Aïcha Diallo ')).toBe(normalise('Aïcha Diallo')));
test('two-hugos', () => expect(normalise('Hugo Petitjean')).not.toBe(normalise('Hugo Petit')));
