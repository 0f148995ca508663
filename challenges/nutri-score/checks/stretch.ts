import { expect, test } from 'vitest';
import { pizzas } from './data/pizzas.ts';
import type { Pizza } from './given.ts';
import * as program from './main.ts';

/** What the student adds in this step. */
interface Added {
	cheapest?: (pizzas: Pizza[]) => Pizza | undefined;
	grade: (score: number) => string;
}

const { cheapest }: Added = program;
const named = (name: string) => pizzas.filter((pizza) => pizza.name === name);
const without = (...names: string[]) => pizzas.filter((pizza) => !names.includes(pizza.name));

test('own-cheapest', () => {
	expect(typeof cheapest).toBe('function');
});

test('cheapest-of-twelve', () => {
	expect(cheapest?.(pizzas)?.name).toBe('margherita');
	expect(cheapest?.([...pizzas].reverse())?.name).toBe('margherita');
});

test('cheapest-a-and-b-too', () => {
	expect(cheapest?.(without('margherita', 'mushroom'))?.name).toBe('garden');
	expect(cheapest?.([...named('tuna'), ...named('wholemeal')])?.name).toBe('wholemeal');
});

test('cheapest-none', () => {
	expect(typeof cheapest).toBe('function');
	expect(cheapest?.([])).toBe(undefined);
	expect(cheapest?.([...named('goat'), ...named('anchovy')])).toBe(undefined);
});
