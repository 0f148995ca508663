import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROVIDE_DATA_FILES_FUNCTION_NAME } from '../../data-files.ts';
import { createDrawModule } from './index.ts';

const listDeclaredNames = (language: string) => {
	const declarations = readFileSync(new URL(`./draw.${language}.d.ts`, import.meta.url), 'utf8');
	return [...new Set([...declarations.matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name))].sort();
};

describe('the declarations of braise/draw', () => {
	const exportedNames = Object.keys(createDrawModule().module)
		.filter((name) => name !== PROVIDE_DATA_FILES_FUNCTION_NAME)
		.sort();
	it.each(['fr', 'en'])('name in %s exactly what a program may call', (language) => {
		expect(listDeclaredNames(language)).toEqual(exportedNames);
	});
	it('have the same types in both languages', () => {
		const readDeclarationsWithoutComments = (language: string) =>
			readFileSync(new URL(`./draw.${language}.d.ts`, import.meta.url), 'utf8').replace(
				/\/\*\*[\s\S]*?\*\/|\/\/.*/g,
				''
			);
		expect(readDeclarationsWithoutComments('fr')).toBe(readDeclarationsWithoutComments('en'));
	});
});
