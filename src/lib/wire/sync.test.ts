import { expect, test } from 'vitest';
import {
	LARGEST_SYNC_REQUEST_BYTES,
	MOST_VERSION_BYTES,
	MOST_VERSIONS_PER_REQUEST,
	findParentsNotSent,
	parseSyncAnswer,
	parseSentWork
} from './sync.ts';
import { MOST_VERSION_FILES } from '#lib/domain/file-size.ts';
import type { Version } from '#lib/domain/work.ts';

const createVersion = (id: string, changes: Partial<Version> = {}): Version => ({
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
const createSentWork = (versions: unknown[] = [createVersion('a')], changes: object = {}) => ({
	format: 1,
	account: 'person',
	work: { id: 'w', kind: 'project', challenge: null, language: 'fr', createdAt: 1 },
	head: 'a',
	expected: null,
	versions,
	...changes
});

test('a work that a browser sends is parsed', () => {
	expect(parseSentWork(createSentWork())).toEqual({ kind: 'sent', sentWork: createSentWork() });
	expect(parseSentWork(JSON.parse(JSON.stringify(createSentWork())))).toMatchObject({ kind: 'sent' });
	const remix = createVersion('a', { project: { title: '', card: null, remixOf: { classId: 'c', exhibit: 'e' } } });
	expect(parseSentWork(createSentWork([remix]))).toEqual({ kind: 'sent', sentWork: createSentWork([remix]) });
	const filesWithOddNames = { 'main.ts': '', 'salade/pâte à pizza.ts': '', 'data/a.b.json': '' };
	expect(parseSentWork(createSentWork([createVersion('a', { files: filesWithOddNames })]))).toMatchObject({
		kind: 'sent'
	});
});

const invalidSentWorks: [string, unknown][] = [
	['no data', undefined],
	['another format', createSentWork([createVersion('a')], { format: 2 })],
	['a malformed id', createSentWork([createVersion('../a')])],
	['a version of another work', createSentWork([createVersion('a', { work: 'x' })])],
	['a version before its parent', createSentWork([createVersion('b', { parent: 'a' }), createVersion('a')])],
	['a version that is its own parent', createSentWork([createVersion('a', { parent: 'a' })])],
	['the same version twice', createSentWork([createVersion('a'), createVersion('a')])],
	['an infinite time of saving', createSentWork([createVersion('a', { savedAt: Infinity })])],
	['half a surrogate pair', createSentWork([createVersion('a', { files: { 'main.ts': '\ud800' } })])],
	['a zero byte in a file', createSentWork([createVersion('a', { files: { 'main.ts': '\0' } })])],
	['a list instead of files', { ...createSentWork(), versions: [{ ...createVersion('a'), files: ['main.ts'] }] }],
	['a zero byte inside its steps', createSentWork([createVersion('a', { steps: [{ deep: ['\0'] }] })])],
	...['../main.ts', '/main.ts', 'a//b', 'a/../b', '.hidden', 'a\\b', 'a/.git/x', 'con:', '', 'a\nb'].map(
		(path): [string, unknown] => [
			`the path ${JSON.stringify(path)}`,
			createSentWork([createVersion('a', { files: { [path]: '' } })])
		]
	)
];

test.each(invalidSentWorks)('a work with %s is refused', (_, input) => {
	expect(parseSentWork(input)).toEqual({ kind: 'refused', reason: 'malformed' });
});

test.each([
	[
		'too many files',
		createVersion('a', {
			files: Object.fromEntries(Array.from({ length: MOST_VERSION_FILES + 1 }, (_, at) => [`f${at}`, '']))
		})
	],
	['too much text', createVersion('a', { files: { 'main.ts': 'é'.repeat(MOST_VERSION_BYTES / 2) } })]
])('a version with %s is refused as too large', (_, large) => {
	expect(parseSentWork(createSentWork([large]))).toEqual({ kind: 'refused', reason: 'too-large' });
});

test('a work with too many versions is refused as too large', () => {
	const tooManyVersions = Array.from({ length: MOST_VERSIONS_PER_REQUEST + 1 }, (_, at) => createVersion(`v${at}`));
	expect(parseSentWork(createSentWork(tooManyVersions))).toEqual({ kind: 'refused', reason: 'too-large' });
});

test('the largest version fits into a request, also where every character is escaped', () => {
	const largestVersion = createVersion('a', { files: { 'main.ts': '"'.repeat(MOST_VERSION_BYTES - 7) } });
	expect(parseSentWork(createSentWork([largestVersion])).kind).toBe('sent');
	expect(JSON.stringify(createSentWork([largestVersion])).length).toBeLessThan(LARGEST_SYNC_REQUEST_BYTES);
});

test('steps nested 200,000 deep are refused without crashing the process', () => {
	let deep: unknown = 'x';
	for (let depth = 0; depth < 200_000; depth++) deep = [deep];
	expect(parseSentWork(createSentWork([createVersion('a', { steps: deep })]))).toMatchObject({ kind: 'refused' });
});

test('parents that a request does not contain are found, each once', () => {
	const versions = [
		createVersion('a', { parent: 'old' }),
		createVersion('b', { parent: 'a' }),
		createVersion('c', { parent: 'old' })
	];
	expect(findParentsNotSent(versions)).toEqual(['old']);
});

test.each(['<!doctype html>', { kind: 'stored', head: 'a' }, { format: 2, kind: 'stored', head: 'a' }, null])(
	'%j is not parsed as an answer of the server',
	(input) => {
		expect(parseSyncAnswer(input)).toBeUndefined();
	}
);
