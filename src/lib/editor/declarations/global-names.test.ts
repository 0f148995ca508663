import { readFileSync } from 'node:fs';
import ts from 'typescript-localized';
import { expect, test } from 'vitest';
import { declareGlobalNames } from './global-names.ts';

test.each(['fr', 'en'])('the global declarations are whole TypeScript, in %s', (language) => {
	const declared = readFileSync(`sandbox/run/draw/draw.${language}.d.ts`, 'utf8');
	const text = declareGlobalNames(declared);
	const file = ts.createSourceFile('names.d.ts', text, ts.ScriptTarget.ES2022, true);
	const names = file.statements.flatMap((statement) => {
		if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ''];
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.map(({ name }) => name.getText());
	});
	const exportedNames = [...declared.matchAll(/export (?:const|function) (\w+)/g)].map(([, name]) => name);
	expect(new Set(names)).toEqual(new Set(exportedNames));
	expect(ts.isExternalModule(file)).toBe(false);
});
