import { expect, test } from 'vitest';
import { LANGUAGES } from '#lib/domain/language.ts';
import { makeNewProjectFiles } from '#lib/projects/new-project-files.ts';
import { findTypeProblems } from '#lib/editor/testing/type-problems.ts';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { buildKitFilesFor } from '#sandbox/kit-file.ts';
import type { Idea } from './idea.ts';
import { filterIdeas, ideaGroups, type IdeaKind } from './groups.ts';
import { appendPageIdea, insertIdea } from './insertion.ts';
import { writePreviewSketch } from './preview.ts';

/** Upper limit of lines of code on an idea's card. */
const MOST_IDEA_LINES = 5;
const NEW_SKETCH_PROGRAM = makeNewProjectFiles('sketch', 'en')['main.ts'] ?? '';
const listIdeas = (language: 'fr' | 'en', kind: IdeaKind = 'sketch') =>
	ideaGroups(language, kind).flatMap(({ ideas }) => ideas);
/** Returns a sketch that already uses each name of an idea for something else. */
function writeSketchWithTakenNames({ linesAbove, code }: Idea): string {
	const names = [...`${linesAbove}\n${code}`.matchAll(/^(?:const|let) (\w+)/gm)].map(([, name = '']) => name);
	const functionNames = [...linesAbove.matchAll(/^function (\w+)/gm)].map(([, name = '']) => name);
	return [
		...names.map((name) => `let ${name} = { other: true };`),
		...functionNames.map((name) => `const ${name} = () => noLoop();`),
		NEW_SKETCH_PROGRAM
	].join('\n');
}
const previewSketches = LANGUAGES.flatMap((language) =>
	listIdeas(language).map((idea) => ({ id: idea.id, language, program: writePreviewSketch(idea) }))
);

test('at least 38 ideas exist for sketches, each with its own id', () => {
	const ids = listIdeas('fr').map(({ id }) => id);
	expect(ids.length).toBeGreaterThanOrEqual(38);
	expect(new Set(ids).size).toBe(ids.length);
});

test.each(LANGUAGES)('%s: each idea for a sketch has no type errors, alone, previewed or inserted', (language) => {
	const programs = listIdeas(language).flatMap((idea) => [
		[`alone-${idea.id}`, insertIdea('', 0, idea).text],
		[`preview-${idea.id}`, writePreviewSketch(idea)],
		[`taken-${idea.id}`, insertIdea(writeSketchWithTakenNames(idea), 0, idea).text],
		[`inserted-${idea.id}`, insertIdea(NEW_SKETCH_PROGRAM, 0, idea).text],
		[`twice-${idea.id}`, insertIdea(insertIdea(NEW_SKETCH_PROGRAM, 0, idea).text, 0, idea).text]
	]);
	expect(findTypeProblems(Object.fromEntries(programs) as Record<string, string>, 'sketch', language)).toEqual([]);
});

test.each(LANGUAGES)(
	'%s: each idea for a page has no type errors, and all of them together compile',
	async (language) => {
		const start = makeNewProjectFiles('page', language)['main.ts'] ?? '';
		const programs = listIdeas(language, 'page').flatMap((idea) => [
			[`alone-${idea.id}`, appendPageIdea('', idea).text],
			[`twice-${idea.id}`, appendPageIdea(appendPageIdea(start, idea).text, idea).text]
		]);
		expect(findTypeProblems(Object.fromEntries(programs) as Record<string, string>, 'page', language)).toEqual([]);
		const all = listIdeas(language, 'page').reduce((text, idea) => appendPageIdea(text, idea).text, start);
		const files = { ...makeNewProjectFiles('page', language), 'main.ts': all };
		const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
		expect(compilation).toMatchObject({ kind: 'bundle' });
	}
);

test('all ideas inserted into one sketch have no type errors', () => {
	const all = listIdeas('fr').reduce((text, idea) => insertIdea(text, 0, idea).text, NEW_SKETCH_PROGRAM);
	expect(findTypeProblems({ all }, 'sketch', 'fr')).toEqual([]);
});

test.each(previewSketches)('the preview of $id compiles, $language', { tags: ['more'] }, async ({ program }) => {
	const files = { 'main.ts': program, ...(await buildKitFilesFor({ 'main.ts': program })) };
	expect(await compileInNode({ files, program: 'main.ts', checks: [] })).toMatchObject({ kind: 'bundle' });
});

test.each(LANGUAGES)('%s: each idea is short and has no placeholder left', (language) => {
	for (const { id, title, description, code, linesAbove: before } of [
		...listIdeas(language),
		...listIdeas(language, 'page')
	]) {
		expect([title, description, code, before].join('').match(/\{\{|\}\}/), id).toBeNull();
		expect(`${before}\n${code}`.trim().split('\n').length, id).toBeLessThanOrEqual(MOST_IDEA_LINES);
		expect(description, id).toMatch(/[.!?]$/);
		// Opacity goes from 0 to 255: a colour with 0.5 would be nearly invisible.
		expect(code, id).not.toMatch(/\b(?:fill|stroke|background)\((?:\d+, ){3}0?\.\d+\)/);
	}
});

test('the search finds words in titles, descriptions and code, with or without accents', () => {
	const groups = ideaGroups('fr', 'sketch');
	const findIdeaIds = (search: string) => filterIdeas(groups, search).flatMap(({ ideas }) => ideas.map(({ id }) => id));
	expect(findIdeaIds('ETOILE')).toEqual(['starry-sky']);
	expect(findIdeaIds('mousePressed')).toEqual(['count-clicks']);
	expect(findIdeaIds('  ')).toHaveLength(listIdeas('fr').length);
	expect(findIdeaIds('son')).toContain('play-notes');
	expect(findIdeaIds('son'), 'a sound is no corner').not.toContain('rectangle');
	expect(findIdeaIds('jeu')).toEqual(
		expect.arrayContaining(['points', 'touch', 'jump', 'falling', 'game-over', 'arrows'])
	);
	expect(findIdeaIds('rameCount'), 'part of a word serves where no word begins so').toContain('advance');
	expect(findIdeaIds('xylophone')).toEqual([]);
});
