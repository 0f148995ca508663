import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openKit, type KitExports } from './kit-testing.ts';

const text = (language: string) => readFileSync(new URL(`./kit/scene.${language}.d.ts`, import.meta.url), 'utf8');

test.each(['fr', 'en'])('the declarations in %s name exactly what the kit exports', async (language) => {
	const declared = [...text(language).matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name);
	const { kit } = await openKit(700, 500);
	expect([...new Set(declared)].sort()).toEqual(Object.keys(kit).sort());
});

test('the declarations promise the same types in both languages, and those that the kit has', async () => {
	const types = (language: string) => text(language).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '');
	expect(types('fr').replace(/\s+/g, ' ')).toBe(types('en').replace(/\s+/g, ' '));
	const { kit } = await openKit(700, 500);
	// Fails the type check when the kit has other types than its declarations.
	const declared: typeof import('braise/scene') = kit;
	const real: KitExports = declared;
	expect(real).toBe(kit);
});
