import { expect, test } from 'vitest';
import { openKit } from './kit-testing.ts';

const tableLabels = {
	name: 'nom',
	town: 'commune',
	key: 'clé',
	person: 'n°',
	doubles: 'Doublons',
	hall: 'La mairie reçoit'
};
const nameRows = ['Léa Roy', 'Ali Bey', 'ROY Lea'].map((name, index) => {
	return { given: [name], right: index === 1 ? 'ali' : 'lea', record: { name, town: 'Valcendre' } };
});
const tableFields = {
	rows: nameRows,
	function: 'key',
	given: ['name'],
	returns: 'key',
	same: { title: 'person', function: 'doubles', label: 'doubles' },
	shares: { function: 'share', columns: ['name', 'town'], to: { hall: ['town'] } },
	hand: { situation: 'discover', id: 'lines', start: 2 },
	decision: { situation: 'decide', option: 'one', measure: () => [] }
};

async function openTableScene(program: object, language: string) {
	const { kit, draw: drawing, strayCalls, takePaintCount } = await openKit(360, 300);
	drawing.setLabels(tableLabels);
	const { init, step, draw, describe } = kit.tableScene(program, tableFields);
	const inputOf = (situation: string, values?: Record<string, number>) => {
		return {
			labels: tableLabels,
			language,
			theme: 'light',
			situation,
			reducedMotion: false,
			...(values && { values })
		} as const;
	};
	return {
		say: (situation: string, values?: Record<string, number>) => {
			const input = inputOf(situation, values);
			return describe(init(1, input), input);
		},
		/** Plays ten seconds of a scene, draws one picture a second, and returns the number of painting calls. */
		play(situation: string, values?: Record<string, number>): number {
			const input = inputOf(situation, values);
			let state = init(1, input);
			for (let frame = 0; frame <= 600; frame++) {
				state = step(state, input);
				if (frame % 60 !== 0) continue;
				drawing.beginFrame(frame * 16);
				draw(state, input);
				drawing.endFrame();
			}
			expect(strayCalls).toEqual([]);
			return takePaintCount();
		}
	};
}

const lowerCaseProgram = { key: (name: string) => name.toLowerCase() };

test('a table says which rows belong together, and how many repeat one', async () => {
	const { say } = await openTableScene(lowerCaseProgram, 'fr');
	expect(say('build')).toEqual([
		'Doublons\u00a0: le programme en trouve 0\u202f; il y en a 1.',
		'Le programme a raison 2 fois sur 3.',
		"'ROY Lea' et 'Léa Roy' vont ensemble. Le programme les sépare."
	]);
});

test('a hand sets how many rows of a table are looked at', async () => {
	const { say } = await openTableScene(lowerCaseProgram, 'en');
	expect(say('discover')).toEqual([
		'2 rows.',
		'Doublons: the program finds 0, which is right.',
		'The program is right for 2 of 2 values.'
	]);
	expect(say('discover', { lines: 3 })[1]).toBe('Doublons: the program finds 0; there are 1.');
});

test('a table says what each one gets, and what of it is too much or lacking', async () => {
	const tableWithAllColumns = await openTableScene(
		{ ...lowerCaseProgram, share: (records: object[]) => records },
		'fr'
	);
	expect(tableWithAllColumns.say('share')).toEqual(['La mairie reçoit\u00a0: nom, commune. De trop\u00a0: nom.']);
	const tableWithoutAnswer = await openTableScene({ ...lowerCaseProgram, share: () => undefined }, 'en');
	expect(tableWithoutAnswer.say('share')).toEqual(['La mairie reçoit: undefined. Lacking: commune.']);
});

test.each<[string, object]>([
	['halfway', lowerCaseProgram],
	['empty', {}],
	['odd', { key: () => NaN, doubles: () => [null, 3, 'x'], share: () => [null, 'x', { name: NaN }] }],
	['complete', { ...lowerCaseProgram, doubles: () => [nameRows[2]?.record], share: () => [{ town: 'Valcendre' }] }]
])('a table of rows that belong together is painted with a program that is %s', async (_, program) => {
	const { play } = await openTableScene(program, 'fr');
	for (const situation of ['build', 'decide']) expect(play(situation)).toBeGreaterThan(0);
	for (const lines of [0, 1, 3, 99]) expect(play('discover', { lines })).toBeGreaterThan(0);
});
