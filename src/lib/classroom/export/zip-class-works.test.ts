import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { describeOwnFile, sha256Of } from '#lib/domain/own-file/content-hash.ts';
import { formatOwnFile } from '#lib/domain/own-file/own-file.ts';
import { ONE_PIXEL_PNG } from '#lib/domain/own-file/testing.ts';
import type { AssignmentResults, HandedInWork } from '#lib/wire/results.ts';
import { zipClassWorks, safeFolderNameOf, safePathOf } from './zip-class-works.ts';

const createAssignmentResults = (id: string, works: number): AssignmentResults => ({
	id,
	title: { fr: `Défi ${id}`, en: id },
	dueAt: null,
	rubric: [],
	decision: {
		titles: { fr: { paper: 'Un ticket de papier', another: 'Autre règle' }, en: {} },
		values: { fr: { keepDays: { label: 'durée', unit: 'jours' } }, en: {} }
	},
	results: [],
	works
});
const createHandedInWork = (id: string, more: Partial<HandedInWork> = {}): HandedInWork => ({
	id,
	authors: ['Loup'],
	turn: 1,
	files: { 'main.ts': 'const é = 1;\n' },
	decisions: [],
	reviews: [],
	...more
});

const pictureByWorkAndHash = new Map<string, Uint8Array>();

async function zipAndReadEntries(
	works: HandedInWork[],
	signal = new AbortController().signal,
	onprogress = (_: number) => {}
) {
	const fetchTwoWorks = async (_: string, after: number) => works.slice(after, after + 2);
	const blob = await zipClassWorks({
		assignments: [createAssignmentResults('a', works.length)],
		language: 'fr',
		fetch: fetchTwoWorks,
		fetchFile: async (_assignment, work, file) => pictureByWorkAndHash.get(`${work} ${file.sha256}`),
		onprogress,
		signal
	});
	return unzipSync(new Uint8Array(await blob.arrayBuffer()));
}

test('works are fetched in parts, and two with the same author name get separate folders', async () => {
	const progressCounts: number[] = [];
	const works = [
		createHandedInWork('1'),
		createHandedInWork('2', { authors: ['loup'] }),
		createHandedInWork('3', { authors: ['Renard', 'Ours'] })
	];
	const entries = await zipAndReadEntries(works, undefined, (done) => progressCounts.push(done));
	expect(Object.keys(entries)).toEqual([
		'Défi a/Loup/main.ts',
		'Défi a/loup (2)/main.ts',
		'Défi a/Renard Ours/main.ts'
	]);
	expect(strFromU8(entries['Défi a/Loup/main.ts'] ?? new Uint8Array())).toBe('const é = 1;\n');
	expect(progressCounts).toEqual([2, 3]);
});

test('no path in the zip leads out of its folder', async () => {
	const files = { '../../etc/passwd': 'x', '/abs.ts': 'x', con: 'x', 'a\\b.ts': 'x' };
	const entries = await zipAndReadEntries([createHandedInWork('1', { authors: ['../..'], files })]);
	for (const path of Object.keys(entries)) expect(path).toMatch(/^Défi a\/[^/]+\/[^/]/);
	expect(Object.keys(entries).join('\n')).not.toMatch(/\.\.|\\/);
	expect(safePathOf('data/../x.ts')).not.toContain('..');
	expect(safeFolderNameOf('CON', 'id')).toBe('x-id');
	expect(safeFolderNameOf(' .Été: 2026? ', 'id')).toBe('Été 2026');
});

test('a cancelled export fails instead of giving a zip', async () => {
	const abortController = new AbortController();
	const works = [createHandedInWork('1'), createHandedInWork('2'), createHandedInWork('3')];
	await expect(zipAndReadEntries(works, abortController.signal, () => abortController.abort())).rejects.toThrow();
});

test('decisions are written as text with option titles, values and positions', async () => {
	const decisions = [
		{ author: 'Loup', option: 'paper', values: {}, position: 'Personne ne sait qui je suis.' },
		{ author: 'Renard', option: 'another', values: { keepDays: 7.5 }, position: '' },
		{ author: 'Ours', option: null, values: {}, position: '' }
	];
	const entries = await zipAndReadEntries([createHandedInWork('1', { decisions })]);
	const path = Object.keys(entries).find((path) => path.endsWith('.txt')) ?? '';
	expect(strFromU8(entries[path] ?? new Uint8Array())).toBe(
		'Loup : Un ticket de papier\nPersonne ne sait qui je suis.\n\nRenard : Autre règle (durée 7,5 jours)\n\n'
	);
});

test('a picture is added as its bytes, or as its description when they cannot be fetched', async () => {
	const picture = formatOwnFile(
		describeOwnFile(ONE_PIXEL_PNG, { type: 'image/png', width: 1, height: 1 }, { kind: 'mine' })
	);
	pictureByWorkAndHash.set(`1 ${sha256Of(ONE_PIXEL_PNG)}`, ONE_PIXEL_PNG);
	const files = { 'cat.png': picture };
	const entries = await zipAndReadEntries([createHandedInWork('1', { files }), createHandedInWork('2', { files })]);
	expect(entries['Défi a/Loup/cat.png']).toEqual(ONE_PIXEL_PNG);
	expect(strFromU8(entries['Défi a/Loup (2)/cat.png'] ?? new Uint8Array())).toBe(picture);
});
