import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import ts from 'typescript-localized';
import french from 'typescript-localized/lib/fr/diagnosticMessages.generated.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { TYPESCRIPT_OPTIONS, isImplicitAnyError } from './file-problems.ts';
import { MISTAKES } from '#lib/explanations/explanation.ts';
import { createExplainer, type Language } from '#lib/explanations/index.ts';
import { englishMistakeTexts as englishTexts } from '#lib/explanations/texts.en.ts';
import { frenchMistakeTexts as frenchTexts } from '#lib/explanations/texts.fr.ts';

const GIVEN_PROGRAM = 'export function halfHours(minutes: number): number {\n\treturn Math.ceil(minutes / 30);\n}\n';
const CONSOLE_DECLARATION = 'declare const console: { log(...values: unknown[]): void };';

/** The wrong program of each mistake. */
const wrongPrograms = new Map(
	readFileSync('tests/fixtures/mistakes.txt', 'utf8')
		.split(/^##### /m)
		.slice(1)
		.map((program) => {
			const [mistake = ''] = program.split('\n', 1);
			return [mistake, program.slice(mistake.length + 1)];
		})
);
const readFixture = (mistake: string) => wrongPrograms.get(mistake) ?? '';

/**
 * Returns TypeScript's errors as the editor asks for them: first those of syntax, then those of names and types, in the order of the text.
 */
function findTypeScriptDiagnostics(text: string, language: Language): readonly ts.Diagnostic[] {
	(
		ts as unknown as { setLocalizedDiagnosticMessages(messages: object | undefined): void }
	).setLocalizedDiagnosticMessages(language === 'fr' ? french : undefined);
	const files: Record<string, string> = {
		'/main.ts': text,
		'/given.ts': GIVEN_PROGRAM,
		'/console.d.ts': CONSOLE_DECLARATION
	};
	const options = { ...TYPESCRIPT_OPTIONS, lib: ['lib.es2022.d.ts'], types: [] };
	const host = ts.createCompilerHost(options);
	const readLibraryText = host.readFile.bind(host);
	host.readFile = (path) => files[path] ?? readLibraryText(path);
	host.fileExists = (path) => path in files || ts.sys.fileExists(path);
	const getSourceFile = host.getSourceFile.bind(host);
	host.getSourceFile = (path, target) => {
		const ownText = files[path];
		return ownText === undefined
			? cacheLibraryFile(path, () => getSourceFile(path, target))
			: ts.createSourceFile(path, ownText, target);
	};
	const program = ts.createProgram(Object.keys(files), options, host);
	const mainFile = program.getSourceFile('/main.ts');
	return [...program.getSyntacticDiagnostics(mainFile), ...program.getSemanticDiagnostics(mainFile)].filter(
		({ category, code }) => category === ts.DiagnosticCategory.Error && !isImplicitAnyError(code)
	);
}

function splitLineAt(text: string, at: number): { before: string; after: string } {
	const before = text.slice(0, at).split('\n').at(-1) ?? '';
	return { before, after: text.slice(at).split('\n', 1)[0] ?? '' };
}

const libraryFiles = new Map<string, ts.SourceFile | undefined>();
function cacheLibraryFile(path: string, readSourceFile: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
	if (!libraryFiles.has(path)) libraryFiles.set(path, readSourceFile());
	return libraryFiles.get(path);
}

function catchThrownError(text: string): { name: string; message: string } {
	const code = ts.transpile(text, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS });
	try {
		runInNewContext(`"use strict";${code}`, { console: { log: () => undefined }, exports: {} });
	} catch (error) {
		const { name, message } = error as Error;
		return { name, message };
	}
	throw new Error('the program ran to its end');
}

const compilerMistakes = MISTAKES.filter((mistake) => !mistake.startsWith('ran'));
/** Endless loops and lack of memory end a program from outside, so that nothing is thrown. */
const thrownMistakes = MISTAKES.filter(
	(mistake) => mistake.startsWith('ran') && !['ranEndless', 'ranMemory'].includes(mistake)
);

test('parameters without types, and an empty list that is filled later, are not errors', () => {
	const text =
		'const kept = [];\nkept.push(3);\nfunction twice(n) {\n\treturn n * 2;\n}\nconsole.log(kept, twice(2));\n';
	expect(findTypeScriptDiagnostics(text, 'en')).toEqual([]);
});

test('at least forty mistakes are known, and each has its wrong program', () => {
	expect(compilerMistakes.length + thrownMistakes.length).toBeGreaterThanOrEqual(40);
	expect([...wrongPrograms.keys()].sort()).toEqual([...compilerMistakes, ...thrownMistakes].sort());
});

describe.each(['fr', 'en'] as const)('in %s', (language) => {
	test.each(compilerMistakes)('the mistake %s is recognised in TypeScript’s first error', async (mistake) => {
		const explainer = await createExplainer(language);
		const [first] = findTypeScriptDiagnostics(readFixture(mistake), language);
		expect(first).toBeDefined();
		const message = ts.flattenDiagnosticMessageText(first?.messageText, '\n');
		const explanation = explainer.explainDiagnostic(
			first?.code ?? 0,
			message,
			splitLineAt(readFixture(mistake), first?.start ?? 0)
		);
		expect({ code: first?.code, message, mistake: explanation?.mistake }).toMatchObject({ mistake });
		expect(`${explanation?.meaning} ${explanation?.advice}`).not.toMatch(
			/\{\d\}|undefined\b(?! ou|\)| or)|\b(?:ceci|this) (?:est|is) /
		);
	});

	test.each(thrownMistakes)('the mistake %s is recognised in the thrown error', async (mistake) => {
		const explainer = await createExplainer(language);
		const { name, message } = catchThrownError(readFixture(mistake));
		const explanation = explainer.explainThrownError(name, message, 'challenge');
		expect({ name, message, mistake: explanation?.mistake }).toMatchObject({ mistake });
	});
});

test.each([
	['ReferenceError', 'minuttes is not defined', 'ranUnknown'],
	['ReferenceError', "'minuttes' is not defined", 'ranUnknown'],
	['ReferenceError', "can't access lexical declaration 'price' before initialization", 'ranTooEarly'],
	['TypeError', 'can\'t access property "minutes", tickets[3] is undefined', 'ranOfNothing'],
	['TypeError', "cannot read property 'minutes' of undefined", 'ranOfNothing'],
	['TypeError', 'tickets is undefined', undefined],
	['TypeError', 'not a function', 'ranNotFunction'],
	['TypeError', "invalid assignment to const 'price'", 'ranConstant'],
	['TypeError', "'price' is read-only", 'ranReadOnly'],
	['TypeError', '"minutes" is read-only', 'ranReadOnly'],
	['InternalError', 'too much recursion', 'ranRecursion'],
	['RangeError', 'Maximum call stack size exceeded', 'ranRecursion'],
	['Error', 'minuttes is not defined', undefined]
])('the thrown %s "%s" is recognised as the mistake %s', async (name, message, mistake) => {
	expect((await createExplainer('en')).explainThrownError(name, message, 'challenge')?.mistake).toBe(mistake);
});

test('the texts of each mistake have the same placeholders in both languages', () => {
	for (const mistake of MISTAKES) {
		const placeholdersIn = (texts: readonly string[]) => [...new Set(texts.join(' ').match(/\{\d\}/g))].sort();
		expect([mistake, placeholdersIn(frenchTexts[mistake])]).toEqual([mistake, placeholdersIn(englishTexts[mistake])]);
	}
});
