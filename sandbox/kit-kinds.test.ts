import { expect, test } from 'vitest';
import { openCodelessScene, openKit } from './kit-testing.ts';

const sceneLabels = {
	night: 'La nuit du frigo',
	minutes: 'Minutes hors limites',
	'option-wait': 'Attendre',
	'figure-late': 'Rendez-vous reportés'
};
const measure = () => [{ id: 'late', value: 3, unit: 'count', of: 16 }];
const lineFields = {
	title: 'night',
	list: [5, 9, 1, 8, 2],
	starts: 1320,
	every: 15,
	unit: '°C',
	right: { from: 2, to: 8 },
	point: { function: 'status', below: 'cold', right: 'ok', above: 'warm' },
	total: { function: 'minutesOut', label: 'minutes' },
	beside: 'fridge',
	hand: { situation: 'discover', id: 'celsius', start: 3 },
	decision: { situation: 'decide', option: 'wait', measure }
} as const;
const classifyTemperature = (celsius: number) => (celsius < 2 ? 'cold' : celsius > 8 ? 'warm' : 'ok');

const openLineScene = (program: object) => openCodelessScene('lineScene', program, lineFields, sceneLabels);

test('a line scene’s description starts with one summary sentence, and then lists only mistakes', async () => {
	const rightScene = await openLineScene({ status: classifyTemperature, minutesOut: () => 30 });
	expect(rightScene.describeSituation('en', 'build')).toEqual(['The program is right for 5 of 5 values.']);
	const wrongScene = await openLineScene({ status: () => 'ok', minutesOut: () => 2 });
	expect(wrongScene.describeSituation('en', 'build')).toEqual([
		'The program is right for 3 of 5 values.',
		"At 22:15, 9\u00a0°C: the program returns 'ok'; it should be 'warm'.",
		"At 22:30, 1\u00a0°C: the program returns 'ok'; it should be 'cold'.",
		'Minutes hors limites: the program returns 2; it should be 30.'
	]);
});

test('a line scene describes the stage dial’s value first, and in the decision the option’s figures', async () => {
	const { describeSituation } = await openLineScene({ status: () => 'ok' });
	expect(describeSituation('fr', 'discover', { celsius: -2.5 })[0]).toBe(
		"−2,5\u00a0°C\u00a0: le programme renvoie 'ok'\u202f; il faut 'cold'."
	);
	expect(describeSituation('fr', 'discover')[0]).toBe("3\u00a0°C\u00a0: le programme renvoie 'ok', c’est juste.");
	expect(describeSituation('fr', 'decide', { celsius: 3 })).toEqual([
		'Attendre\u00a0: Rendez-vous reportés\u00a0: 3 / 16.'
	]);
});

test.each<[string, object]>([
	['is right', { status: classifyTemperature, minutesOut: () => 30 }],
	['is empty', {}],
	['returns odd answers', { status: () => NaN, minutesOut: () => 'nothing' }]
])('a line scene is painted with a program that %s', async (_, program) => {
	const { playForPaintCount } = await openLineScene(program);
	const plays = ['build', 'decide'].map((situation) => playForPaintCount(situation));
	plays.push(...[-20, 5, 45].map((celsius) => playForPaintCount('discover', { celsius })));
	for (const { paintCount, strayCalls } of plays) {
		expect(paintCount).toBeGreaterThan(0);
		expect(strayCalls).toEqual([]);
	}
});

const trayRows = [
	{ who: 'Awa', given: [8], right: 1 },
	{ who: 'Malik', given: [9], right: 2 },
	{ who: 'Nadia', given: [20], right: 3 }
];
const tableFields = {
	rows: trayRows,
	function: 'trays',
	given: ['meals'],
	returns: 'trays',
	decision: lineFields.decision
};
const trayProgram = { trays: (meals: number) => meals / 8 };

test.each([
	['tableScene', 'repas 9\u00a0: le', 'repas 20\u00a0: le'],
	['queueScene', 'Malik, repas 9\u00a0: le', 'Nadia, repas 20\u00a0: le']
] as const)('%s is painted, and describes the wrong rows and the option’s figures', async (maker, first, second) => {
	const openedKit = await openKit(360, 300);
	openedKit.draw.setLabels({ ...sceneLabels, meals: 'repas', trays: 'bacs' });
	const { init, step, draw, describe } = openedKit.kit[maker](trayProgram, { ...tableFields, title: 'trays' });
	const input = {
		labels: sceneLabels,
		language: 'fr',
		theme: 'dark',
		situation: 'build',
		reducedMotion: false
	} as const;
	let state = init(1, input);
	for (let frame = 0; frame <= 1000; frame++) {
		state = step(state, input);
		if (frame % 40 !== 0) continue;
		openedKit.draw.beginFrame(frame * 16);
		draw(state, input);
		openedKit.draw.endFrame();
	}
	expect(openedKit.takePaintCount()).toBeGreaterThan(0);
	expect(openedKit.strayCalls).toEqual([]);
	expect(describe(state, input)).toEqual([
		'Le programme a raison 1 fois sur 3.',
		`${first} programme renvoie 1.13\u202f; il faut 2.`,
		`${second} programme renvoie 2.5\u202f; il faut 3.`
	]);
	const decidingInput = { ...input, situation: 'decide' };
	expect(describe(init(1, decidingInput), decidingInput)).toEqual([
		'Attendre\u00a0: Rendez-vous reportés\u00a0: 3 / 16.'
	]);
});

test('a table shows minutes of the day as clock times, and any other answer unchanged', async () => {
	const right = 1256;
	const nightRows = [16.5, 17, 18, 19].map((celsius) => ({ given: [celsius, 840], right }));
	const answers: Record<number, unknown> = { 16.5: 90, 17: -21, 18: 1440, 19: '90' };
	const kneadAt = (celsius: number) => answers[celsius];
	const columns = { given: ['celsius', 'from'], returns: 'knead', times: ['from', 'knead'] };
	const describeIn = async (language: string) => {
		const { kit, draw } = await openKit(360, 300);
		draw.setLabels({ celsius: '°C', from: 'from', knead: 'knead' });
		const scene = kit.tableScene({ kneadAt }, { ...tableFields, ...columns, rows: nightRows, function: 'kneadAt' });
		const input = { labels: sceneLabels, language, theme: 'light', situation: 'build', reducedMotion: false } as const;
		return scene.describe(scene.init(1, input), input);
	};
	expect(await describeIn('en')).toEqual([
		'The program is right for 0 of 4 values.',
		'°C 16.5, from 14:00: the program returns 1:30; it should be 20:56.',
		'°C 17, from 14:00: the program returns −21; it should be 20:56.',
		'°C 18, from 14:00: the program returns 1440; it should be 20:56.',
		"°C 19, from 14:00: the program returns '90'; it should be 20:56."
	]);
	expect((await describeIn('fr'))[1]).toBe(
		'°C 16,5, from 14\u00a0h\u00a0: le programme renvoie 1\u00a0h\u00a030\u202f; il faut 20\u00a0h\u00a056.'
	);
});
