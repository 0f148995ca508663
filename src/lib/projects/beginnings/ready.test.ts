/** Tests every ready beginning: types, bundle, length, and one program for both languages. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-localized';
import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/domain/language.ts';
import { PAGE_FILE, PROGRAM_FILE, projectKindOf } from '#lib/domain/project.ts';
import { findTypeProblems } from '#lib/editor/testing/type-problems.ts';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { exportPlayerFunctions } from '#sandbox/compile/player-functions.ts';
import { buildKitFilesFor } from '#sandbox/kit-file.ts';
import { BEGINNING_PICTURE_BYTES, PROJECT_BEGINNINGS, beginningPicturePath } from '#lib/domain/project-beginnings.ts';
import { findReadyBeginning } from './ready.ts';

const SHORTEST = 15;
const LONGEST = 45;
const WIDEST = 180;

const all = PROJECT_BEGINNINGS.flatMap((beginning) =>
	LANGUAGES.map((language) => ({ beginning, language, ...findReadyBeginning(beginning, language) }))
);
const programOf = (files: Record<string, string>) => files[PROGRAM_FILE] ?? '';

const TEMPLATES = new Set([
	ts.SyntaxKind.NoSubstitutionTemplateLiteral,
	ts.SyntaxKind.TemplateHead,
	ts.SyntaxKind.TemplateMiddle,
	ts.SyntaxKind.TemplateTail
]);

/** Returns the tokens of a program without comments, and with empty strings, so that both languages can be compared. */
function skeletonOf(program: string): string[] {
	const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, program);
	const signs: string[] = [];
	/** Number of open braces within each open template string. */
	const braces: number[] = [];
	for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
		if (kind === ts.SyntaxKind.CloseBraceToken && braces.at(-1) === 0) {
			kind = scanner.reScanTemplateToken(false);
			if (kind === ts.SyntaxKind.TemplateTail) braces.pop();
		} else if (kind === ts.SyntaxKind.TemplateHead) braces.push(0);
		else if (kind === ts.SyntaxKind.OpenBraceToken) braces.push((braces.pop() ?? 0) + 1);
		else if (kind === ts.SyntaxKind.CloseBraceToken) braces.push((braces.pop() ?? 0) - 1);
		const isText = kind === ts.SyntaxKind.StringLiteral || TEMPLATES.has(kind);
		signs.push(isText ? String(kind) : scanner.getTokenText());
	}
	return signs;
}

test.each(LANGUAGES)('every beginning has right types, %s', (language) => {
	for (const kind of ['sketch', 'page'] as const) {
		const ofKind = all.filter((one) => one.language === language && projectKindOf(one.files) === kind);
		expect(ofKind.length).toBeGreaterThan(0);
		const programs = Object.fromEntries(ofKind.map(({ beginning, files }) => [beginning, programOf(files)]));
		expect(findTypeProblems(programs, kind, language)).toEqual([]);
	}
});

test('a wrong type would be found, with its line', () => {
	const wrong = findTypeProblems({ wrong: "circle(1, 2, 3);\ncircle('one', 2, 3);\ncircel(1, 2, 3);" }, 'sketch', 'en');
	expect(wrong).toEqual([expect.stringMatching(/^\/wrong\.ts:2 /), expect.stringMatching(/^\/wrong\.ts:3 /)]);
});

test.each(all)('$beginning compiles, $language', async ({ files }) => {
	const page = PAGE_FILE in files ? { page: PAGE_FILE } : {};
	const sources = {
		files: { ...files, ...(await buildKitFilesFor(files)) },
		program: PROGRAM_FILE,
		checks: [],
		...page
	};
	const compilation = await compileInNode(exportPlayerFunctions(sources));
	expect(compilation).toMatchObject({ kind: 'bundle' });
});

test.each(all)('$beginning is short, says itself and leaves no word in two languages, $language', ({ files }) => {
	const lines = programOf(files).trimEnd().split('\n');
	expect(lines.length).toBeGreaterThanOrEqual(SHORTEST);
	expect(lines.length).toBeLessThanOrEqual(LONGEST);
	expect(lines.filter((line) => line.length > WIDEST)).toEqual([]);
	expect(lines.filter((line) => line.trim().startsWith('// ')).length).toBeGreaterThanOrEqual(2);
	for (const text of Object.values(files)) expect(text).not.toMatch(/\{\{|\}\}/);
	if (projectKindOf(files) === 'sketch') expect(programOf(files)).toMatch(/\bdescribe\(/);
});

test.each(PROJECT_BEGINNINGS)('%s is the same program in both languages, but for its words', (beginning) => {
	const [french, english] = LANGUAGES.map((language) => findReadyBeginning(beginning, language).files);
	expect(Object.keys(french ?? {})).toEqual(Object.keys(english ?? {}));
	const [frenchProgram, englishProgram] = [programOf(french ?? {}), programOf(english ?? {})];
	expect(frenchProgram).not.toBe(englishProgram);
	expect(skeletonOf(frenchProgram)).toEqual(skeletonOf(englishProgram));
});

test.each(all)('$beginning has a small picture, $language', ({ beginning, language }) => {
	expect(statSync(join('static', beginningPicturePath(beginning, language))).size).toBeLessThanOrEqual(
		BEGINNING_PICTURE_BYTES
	);
});
