/** Tests that the global declarations for sketches name everything that the drawing module exports, in both languages. */
import { readFileSync } from 'node:fs';
import ts from 'typescript-localized';
import { expect, test } from 'vitest';
import { declareGlobalNames } from './global-names.ts';

test.each(['fr', 'en'])(
	'the global declarations declare every name that the drawing module exports, in %s',
	(language) => {
		const drawDeclarations = readFileSync(`sandbox/run/draw/draw.${language}.d.ts`, 'utf8');
		const globalDeclarations = declareGlobalNames(drawDeclarations);
		const sourceFile = ts.createSourceFile('names.d.ts', globalDeclarations, ts.ScriptTarget.ES2022, true);
		const names = sourceFile.statements.flatMap((statement) => {
			if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ''];
			if (!ts.isVariableStatement(statement)) return [];
			return statement.declarationList.declarations.map(({ name }) => name.getText());
		});
		const exportedNames = [...drawDeclarations.matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name);
		expect(new Set(names)).toEqual(new Set(exportedNames));
		expect(ts.isExternalModule(sourceFile)).toBe(false);
	}
);
