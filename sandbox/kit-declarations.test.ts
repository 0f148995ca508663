import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openKit, type KitExports } from './kit-testing.ts';

const readDeclarations = (language: string) =>
	readFileSync(new URL(`./kit/scene.${language}.d.ts`, import.meta.url), 'utf8');

test.each(['fr', 'en'])('the declarations in %s name exactly what the kit exports', async (language) => {
	const declaredNames = [...readDeclarations(language).matchAll(/export (?:const|function) (\w+)/g)].map(
		([, name]) => name
	);
	const { kit } = await openKit(700, 500);
	expect([...new Set(declaredNames)].sort()).toEqual(Object.keys(kit).sort());
});

test('the declarations have the same types in both languages, and match the kit’s types', async () => {
	const typesIn = (language: string) => readDeclarations(language).replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, '');
	expect(typesIn('fr').replace(/\s+/g, ' ')).toBe(typesIn('en').replace(/\s+/g, ' '));
	const { kit } = await openKit(700, 500);
	// These assignments fail the type check when the kit has other types than its declarations.
	const declaredKit: typeof import('braise/scene') = kit;
	const realKit: KitExports = declaredKit;
	expect(realKit).toBe(kit);
});
