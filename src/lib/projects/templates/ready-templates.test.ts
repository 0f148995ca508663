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
import { MOST_TEMPLATE_PICTURE_BYTES, PROJECT_TEMPLATES, templatePicturePath } from '#lib/domain/ready-made.ts';
import { findReadyTemplate } from './ready-templates.ts';

const FEWEST_PROGRAM_LINES = 15;
const MOST_PROGRAM_LINES = 45;
const LONGEST_LINE_CHARACTERS = 180;

const allTemplates = PROJECT_TEMPLATES.flatMap((template) =>
	LANGUAGES.map((language) => ({ template, language, ...findReadyTemplate(template, language) }))
);
const findMainProgram = (files: Record<string, string>) => files[PROGRAM_FILE] ?? '';

const TEMPLATE_SYNTAX_KINDS = new Set([
	ts.SyntaxKind.NoSubstitutionTemplateLiteral,
	ts.SyntaxKind.TemplateHead,
	ts.SyntaxKind.TemplateMiddle,
	ts.SyntaxKind.TemplateTail
]);

/** Returns a program's tokens, without comments and with all strings emptied, to compare both languages. */
function listProgramTokens(program: string): string[] {
	const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, program);
	const tokenTexts: string[] = [];
	/** For each open template string, the number of open braces inside its placeholder. */
	const openBraceCounts: number[] = [];
	for (let tokenKind = scanner.scan(); tokenKind !== ts.SyntaxKind.EndOfFileToken; tokenKind = scanner.scan()) {
		if (tokenKind === ts.SyntaxKind.CloseBraceToken && openBraceCounts.at(-1) === 0) {
			tokenKind = scanner.reScanTemplateToken(false);
			if (tokenKind === ts.SyntaxKind.TemplateTail) openBraceCounts.pop();
		} else if (tokenKind === ts.SyntaxKind.TemplateHead) openBraceCounts.push(0);
		else if (tokenKind === ts.SyntaxKind.OpenBraceToken) openBraceCounts.push((openBraceCounts.pop() ?? 0) + 1);
		else if (tokenKind === ts.SyntaxKind.CloseBraceToken) openBraceCounts.push((openBraceCounts.pop() ?? 0) - 1);
		const isText = tokenKind === ts.SyntaxKind.StringLiteral || TEMPLATE_SYNTAX_KINDS.has(tokenKind);
		tokenTexts.push(isText ? String(tokenKind) : scanner.getTokenText());
	}
	return tokenTexts;
}

test.each(LANGUAGES)('no ready beginning has type errors, %s', (language) => {
	for (const kind of ['sketch', 'page'] as const) {
		const templatesOfKind = allTemplates.filter(
			(one) => one.language === language && projectKindOf(one.files) === kind
		);
		expect(templatesOfKind.length).toBeGreaterThan(0);
		const programs = Object.fromEntries(
			templatesOfKind.map(({ template, files }) => [template, findMainProgram(files)])
		);
		expect(findTypeProblems(programs, kind, language)).toEqual([]);
	}
});

test('the type check finds wrong types and unknown names with their lines', () => {
	const foundProblems = findTypeProblems(
		{ wrong: "circle(1, 2, 3);\ncircle('one', 2, 3);\ncircel(1, 2, 3);" },
		'sketch',
		'en'
	);
	expect(foundProblems).toEqual([expect.stringMatching(/^\/wrong\.ts:2 /), expect.stringMatching(/^\/wrong\.ts:3 /)]);
});

test.each(allTemplates)('$beginning compiles, $language', async ({ files }) => {
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

test.each(allTemplates)(
	'$beginning is short, has comments, describes its sketch and leaves no placeholder, $language',
	({ files }) => {
		const lines = findMainProgram(files).trimEnd().split('\n');
		expect(lines.length).toBeGreaterThanOrEqual(FEWEST_PROGRAM_LINES);
		expect(lines.length).toBeLessThanOrEqual(MOST_PROGRAM_LINES);
		expect(lines.filter((line) => line.length > LONGEST_LINE_CHARACTERS)).toEqual([]);
		expect(lines.filter((line) => line.trim().startsWith('// ')).length).toBeGreaterThanOrEqual(2);
		for (const text of Object.values(files)) expect(text).not.toMatch(/\{\{|\}\}/);
		if (projectKindOf(files) === 'sketch') expect(findMainProgram(files)).toMatch(/\bdescribe\(/);
	}
);

test.each(PROJECT_TEMPLATES)(
	'%s has the same program in both languages, except for its texts and comments',
	(template) => {
		const [french, english] = LANGUAGES.map((language) => findReadyTemplate(template, language).files);
		expect(Object.keys(french ?? {})).toEqual(Object.keys(english ?? {}));
		const [frenchProgram, englishProgram] = [findMainProgram(french ?? {}), findMainProgram(english ?? {})];
		expect(frenchProgram).not.toBe(englishProgram);
		expect(listProgramTokens(frenchProgram)).toEqual(listProgramTokens(englishProgram));
	}
);

test.each(allTemplates)('$beginning has a small picture, $language', ({ template, language }) => {
	expect(statSync(join('static', templatePicturePath(template, language))).size).toBeLessThanOrEqual(
		MOST_TEMPLATE_PICTURE_BYTES
	);
});
