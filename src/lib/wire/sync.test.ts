import { expect, test } from 'vitest';
import {
	LARGEST_SYNC_REQUEST,
	MOST_VERSION_BYTES,
	MOST_VERSIONS_PER_REQUEST,
	parentsNotSent,
	parseSyncAnswer,
	parseSentWork
} from './sync.ts';
import { MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import type { Version } from '#lib/domain/work.ts';

const version = (id: string, changes: Partial<Version> = {}): Version => ({
	id,
	work: 'w',
	parent: null,
	savedAt: 1,
	files: { 'main.ts': 'let a = 1;\n' },
	steps: { current: 'build' },
	decision: { option: null, position: '' },
	project: null,
	...changes
});
const makeSent = (versions: unknown[] = [version('a')], changes: object = {}) => ({
	format: 1,
	account: 'person',
	work: { id: 'w', kind: 'project', challenge: null, language: 'fr', createdAt: 1 },
	head: 'a',
	expected: null,
	versions,
	...changes
});

test('a work that a browser sends is parsed', () => {
	expect(parseSentWork(makeSent())).toEqual({ kind: 'sent', sent: makeSent() });
	expect(parseSentWork(JSON.parse(JSON.stringify(makeSent())))).toMatchObject({ kind: 'sent' });
	const remix = version('a', { project: { title: '', card: null, remixOf: { classId: 'c', exhibit: 'e' } } });
	expect(parseSentWork(makeSent([remix]))).toEqual({ kind: 'sent', sent: makeSent([remix]) });
	const names = { 'main.ts': '', 'salade/pâte à pizza.ts': '', 'data/a.b.json': '' };
	expect(parseSentWork(makeSent([version('a', { files: names })]))).toMatchObject({ kind: 'sent' });
});

const wrong: [string, unknown][] = [
	['nothing', undefined],
	['another format', makeSent([version('a')], { format: 2 })],
	['an id that is none', makeSent([version('../a')])],
	['a version of another work', makeSent([version('a', { work: 'x' })])],
	['a child before its parent', makeSent([version('b', { parent: 'a' }), version('a')])],
	['its own parent', makeSent([version('a', { parent: 'a' })])],
	['one id twice', makeSent([version('a'), version('a')])],
	['a clock that is none', makeSent([version('a', { savedAt: Infinity })])],
	['half a character', makeSent([version('a', { files: { 'main.ts': '\ud800' } })])],
	['a character that Postgres lacks', makeSent([version('a', { files: { 'main.ts': '\0' } })])],
	['a list in the place of files', { ...makeSent(), versions: [{ ...version('a'), files: ['main.ts'] }] }],
	['the same inside the steps', makeSent([version('a', { steps: [{ deep: ['\0'] }] })])],
	...['../main.ts', '/main.ts', 'a//b', 'a/../b', '.hidden', 'a\\b', 'a/.git/x', 'con:', '', 'a\nb'].map(
		(path): [string, unknown] => [
			`the path ${JSON.stringify(path)}`,
			makeSent([version('a', { files: { [path]: '' } })])
		]
	)
];

test.each(wrong)('%s is refused', (_, input) => {
	expect(parseSentWork(input)).toEqual({ kind: 'refused', reason: 'malformed' });
});

test.each([
	[
		'too many files',
		version('a', {
			files: Object.fromEntries(Array.from({ length: MOST_VERSION_FILES + 1 }, (_, at) => [`f${at}`, '']))
		})
	],
	['too much text', version('a', { files: { 'main.ts': 'é'.repeat(MOST_VERSION_BYTES / 2) } })]
])('%s is said to be too large', (_, large) => {
	expect(parseSentWork(makeSent([large]))).toEqual({ kind: 'refused', reason: 'too-large' });
});

test('too many versions are said to be too large', () => {
	const many = Array.from({ length: MOST_VERSIONS_PER_REQUEST + 1 }, (_, at) => version(`v${at}`));
	expect(parseSentWork(makeSent(many))).toEqual({ kind: 'refused', reason: 'too-large' });
});

test('the largest version fits into a request, also where every character is escaped', () => {
	const full = version('a', { files: { 'main.ts': '"'.repeat(MOST_VERSION_BYTES - 7) } });
	expect(parseSentWork(makeSent([full])).kind).toBe('sent');
	expect(JSON.stringify(makeSent([full])).length).toBeLessThan(LARGEST_SYNC_REQUEST);
});

test('nested for ever is refused, and not an end of the process', () => {
	let deep: unknown = 'x';
	for (let depth = 0; depth < 200_000; depth++) deep = [deep];
	expect(parseSentWork(makeSent([version('a', { steps: deep })]))).toMatchObject({ kind: 'refused' });
});

test('parents that the request does not bring have to be there already', () => {
	const versions = [version('a', { parent: 'old' }), version('b', { parent: 'a' }), version('c', { parent: 'old' })];
	expect(parentsNotSent(versions)).toEqual(['old']);
});

test.each(['<!doctype html>', { kind: 'stored', head: 'a' }, { format: 2, kind: 'stored', head: 'a' }, null])(
	'%j is no answer of ours',
	(input) => {
		expect(parseSyncAnswer(input)).toBeUndefined();
	}
);
