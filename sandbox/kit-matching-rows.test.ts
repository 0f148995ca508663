import { expect, test } from 'vitest';
import { openCodelessScene } from './kit-testing.ts';

const tableLabels = {
	name: 'nom',
	town: 'commune',
	key: 'clé',
	person: 'n°',
	doubles: 'Doublons',
	hall: 'La mairie reçoit'
};
const groupedNameRows = ['Léa Roy', 'Ali Bey', 'ROY Lea'].map((name, index) => {
	return { given: [name], right: index === 1 ? 'ali' : 'lea', record: { name, town: 'Valcendre' } };
});
const tableFields = {
	rows: groupedNameRows,
	function: 'key',
	given: ['name'],
	returns: 'key',
	same: { title: 'person', function: 'doubles', label: 'doubles' },
	shares: { function: 'share', columns: ['name', 'town'], to: { hall: ['town'] } },
	hand: { situation: 'discover', id: 'lines', start: 2 },
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};

const openTableScene = (program: object) => openCodelessScene('tableScene', program, tableFields, tableLabels);

const lowerCaseProgram = { key: (name: string) => name.toLowerCase() };

test('a table describes how many repeats are missed, and which matching rows the program separates', async () => {
	const { describeSituation } = await openTableScene(lowerCaseProgram);
	expect(describeSituation('fr', 'build')).toEqual([
		'Doublons\u00a0: le programme en trouve 0\u202f; il y en a 1.',
		'Le programme a raison 2 fois sur 3.',
		"'ROY Lea' et 'Léa Roy' vont ensemble. Le programme les sépare."
	]);
});

test('the stage dial sets how many rows of a table are looked at', async () => {
	const { describeSituation } = await openTableScene(lowerCaseProgram);
	expect(describeSituation('en', 'discover')).toEqual([
		'2 rows.',
		'Doublons: the program finds 0, which is right.',
		'The program is right for 2 of 2 values.'
	]);
	expect(describeSituation('en', 'discover', { lines: 3 })[1]).toBe('Doublons: the program finds 0; there are 1.');
});

test('a table describes which columns a receiver gets, and which are too many or lacking', async () => {
	const tableWithAllColumns = await openTableScene({ ...lowerCaseProgram, share: (records: object[]) => records });
	expect(tableWithAllColumns.describeSituation('fr', 'share')).toEqual([
		'La mairie reçoit\u00a0: nom, commune. De trop\u00a0: nom.'
	]);
	const tableWithoutAnswer = await openTableScene({ ...lowerCaseProgram, share: () => undefined });
	expect(tableWithoutAnswer.describeSituation('en', 'share')).toEqual([
		'La mairie reçoit: undefined. Lacking: commune.'
	]);
});

test.each<[string, object]>([
	['lacks two functions', lowerCaseProgram],
	['is empty', {}],
	['returns odd answers', { key: () => NaN, doubles: () => [null, 3, 'x'], share: () => [null, 'x', { name: NaN }] }],
	[
		'is complete',
		{ ...lowerCaseProgram, doubles: () => [groupedNameRows[2]?.record], share: () => [{ town: 'Valcendre' }] }
	]
])('a table of matching rows is painted with a program that %s', async (_, program) => {
	const { playForPaintCount } = await openTableScene(program);
	const plays = ['build', 'decide'].map((situation) => playForPaintCount(situation));
	plays.push(...[0, 1, 3, 99].map((lines) => playForPaintCount('discover', { lines })));
	for (const { paintCount, strayCalls } of plays) {
		expect(paintCount).toBeGreaterThan(0);
		expect(strayCalls).toEqual([]);
	}
});
