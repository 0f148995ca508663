import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDrawModule } from './index.ts';

const declared = (language: string) => {
	const text = readFileSync(new URL(`./draw.${language}.d.ts`, import.meta.url), 'utf8');
	return [...new Set([...text.matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name))].sort();
};

describe('the declarations of braise/draw', () => {
	const real = Object.keys(createDrawModule().module).sort();
	it.each(['fr', 'en'])('name in %s exactly what the module exports', (language) => {
		expect(declared(language)).toEqual(real);
	});
	it('promise the same types in both languages', () => {
		const types = (language: string) =>
			readFileSync(new URL(`./draw.${language}.d.ts`, import.meta.url), 'utf8').replace(
				/\/\*\*[\s\S]*?\*\/|\/\/.*/g,
				''
			);
		expect(types('fr')).toBe(types('en'));
	});
});
