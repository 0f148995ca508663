import { readFileSync } from 'node:fs';
import ts from 'typescript-localized';
import { expect, test } from 'vitest';
import { declareGlobalNames, programKindOf } from './program-declarations.ts';

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

test.each([
	['challenge', ['program.d.ts', 'braise/draw']],
	['sketch', ['program.d.ts', 'braise/draw', 'braise/scene', 'draw-names.d.ts']],
	['page', ['program.d.ts', 'data-files.d.ts']],
	['p5', ['program.d.ts', 'data-files.d.ts', 'p5.d.ts', 'p5-names.d.ts']]
])('a program of the kind %s is recognised by its declarations', (kind, paths) => {
	expect(programKindOf(Object.fromEntries(paths.map((path) => [path, ''])))).toBe(kind);
});
