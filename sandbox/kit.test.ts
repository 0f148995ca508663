import { describe, expect, test } from 'vitest';
import { openKit, type KitExports, type KitTestHarness } from './kit-testing.ts';

const townPlan = {
	places: { market: [0.2, 0.3], sleeps: [0.8, 0.6, 'home'], odd: [0, 1] },
	roads: ['market-sleeps', 'odd-nowhere']
} as const;
const countrysideMap = {
	extent: { left: 0, right: 10, bottom: 0, top: 7 },
	villages: [
		{ name: 'Anse', x: 2, y: 2, sign: ['lighthouse', -24, 8] },
		{ name: 'Lande', x: 3.4, y: 5, sign: ['ponds', 0, 0] },
		{ name: 'Bois', x: 8.4, y: 5.2, sign: ['windmill', 22, 2] },
		{ name: 'Bourg', x: 8.3, y: 5.3, sign: ['church', 18, 2] },
		{ name: 'Val', x: 6, y: 3, isKitchen: true }
	],
	coast: [1, -2, 1.2, 2, 0.8, 5, 1.3, 9],
	river: [10, 5, 7, 4.2, 4, 4, 1, 3.4],
	bridges: [[4, 4]],
	hills: [[9, 1, 2.4, 1.8, 4]],
	woods: [[4.6, 1.4, 12]]
} as const;
const area = { x: 10, y: 20, width: 300, height: 200 };
const ticketCard = {
	title: '30 min',
	value: '50 c',
	note: 'the tariff that was voted: 100 c',
	short: '≠ 100 c',
	right: false
};
const cookLook = {
	skin: '#7d4e34',
	hair: '#1f1613',
	coat: '#f4efe4',
	fold: '#d9d0bf',
	scarf: '#a8472f',
	legs: '#34404f',
	style: 'bun'
} as const;

/** Functions that draw each piece of the kit in its different states, by the piece's name. */
const PAINTER_BY_PIECE: Record<string, (kit: KitExports) => void> = {
	street: ({ street }) => street({ shops: ['bakery', 'hall', 'pharmacy'], sign: 'Pharmacie' }),
	parking: ({ parking, timeline }) => {
		for (const time of [0, 1, 5, 9])
			parking([{ model: 3, name: 'Léonie', overgrowth: 0.9 }, {}], timeline({ each: 7 }).at(time, 2));
	},
	'parked cars': ({ parkedCars }) => expect(parkedCars([{ model: 2, x: 100 }])).toBeGreaterThan(0),
	person: ({ person, place, look }) => {
		for (const mood of ['waiting', 'paying', 'content', 'indignant', 'amazed', 'puzzled'] as const)
			for (let each = 0; each < 5; each++)
				person(place('middle', each), { look: each, mood, comes: 0.5, shakes: 1, holds: 'torch' });
		person(place('left'), { look: look('Awa'), goes: 0.5 });
	},
	machine: ({ machine, place }) => {
		machine(place('right'), { title: 'Parcmètre', given: '10 min' });
		machine(place('right'), { title: 'Parcmètre', given: '10 min', shows: '20 c', verdict: 'wrong', sign: 'P' });
		machine(place('right'), { title: '', given: '', shows: 'undefined', verdict: 'odd', note: '?', overgrowth: 1 });
	},
	coins: ({ coins, place }) => {
		for (const cents of [150, -50, 1e12, 0.001]) for (const time of [0.5, 2]) coins(place('right'), cents, time);
	},
	says: ({ says, place }) => {
		for (const tone of ['right', 'wrong', 'odd'] as const)
			says(place('right', 1), 'J’ai payé 20 c pour 10 minutes !', { tone, aside: 'tarif voté : 0 c' });
	},
	tickets: ({ tickets }) => tickets([ticketCard, { ...ticketCard, value: 'B', isGrade: true, right: true }], 1),
	tags: ({ nameTag, slip, numberPlate }) => {
		nameTag('Léonie', 50, 60);
		slip('noticed', 50, 60, { tone: 'doubt', right: 100 });
		numberPlate('WO-450-OM', 10, 10, 16);
	},
	notice: ({ notice, notes }) => {
		const free = notice(area, { heading: 'Ce soir', count: '3', tone: 'good', size: 15 });
		notes(free, [{ plate: 'WO-450-OM' }, { words: 'sleeps here', tone: 'bad', sign: 'home' }, { words: 'x' }], 15);
	},
	room: ({ room }) => {
		for (const kind of ['kitchen', 'shop', 'office'] as const) room(kind, { window: 0.6 });
		room('office');
	},
	shelf: ({ shelf }) => {
		for (const [count, most] of [
			[12, 20],
			[0, 1],
			[500, 2000],
			[-3, 10],
			[NaN, NaN],
			[1e9, 4]
		] as const)
			for (const item of ['bread', 'box', 'bottle', 'jar', 'letter', 'medicine', 'tray'] as const)
				shelf(area, { item, count, most, label: '12 / 20' });
	},
	'clock and sign': ({ clock, sign }) => {
		for (const minutes of [0, 510, -20, NaN]) clock(60, 60, 70, minutes);
		expect(sign('Boulangerie', 10, 10).width).toBeGreaterThan(0);
	},
	queue: ({ queue, place }) =>
		expect(queue(place('right', 1), [{ name: 'Awa' }, { name: 'Malik', mood: 'indignant' }])).toHaveLength(2),
	table: ({ table }) => {
		const rows = [
			['10 min', -20],
			['30 min', 50],
			['', NaN]
		];
		for (const slate of [true, false])
			table(area, { columns: ['stay', 'price'], rows, marks: { 0: 'wrong', 1: 'right' }, current: 1, slate });
		table(area, { columns: [], rows: [] });
	},
	'bars and chart': ({ bars, chart }) => {
		const plan = { labels: ['a', 'b'], limit: { value: 6, label: '6 °C' }, unit: '°C', current: 1 };
		for (const values of [[3, NaN, 8, -2], [], [5], [0, 0], [Infinity, 1e9]]) {
			bars(area, { ...plan, values });
			chart(area, { ...plan, values });
		}
	},
	calendar: ({ calendar }) => {
		const marks = { 3: 'right', 4: 'wrong', 5: 'busy' } as const;
		calendar(area, { title: 'Mai', weekdays: [...'LMMJVSD'], days: 31, begins: 6, current: 7, marks });
		calendar(area, { title: '', weekdays: [], days: 0 });
	},
	receipt: ({ receipt }) => {
		const rows = [{ words: 'Une baguette bien cuite', amount: '1,20' }];
		for (const printedShare of [0, 0.4, 1])
			receipt(100, 10, 140, {
				title: 'Caisse 2',
				rows,
				total: { words: 'Total', amount: '9' },
				wrong: '≠ 1,20',
				printed: printedShare
			});
		receipt(100, 10, 140, { title: '', rows: [] });
	},
	country: (kit) => {
		for (const strip of [0, kit.dashboardHeight()]) {
			const map = kit.country(countrysideMap, strip);
			kit.cottage(map.place({ x: 3, y: 3 }));
			kit.villageNames(countrysideMap, map);
			for (const part of [0, 0.5, 2]) kit.nightfall(part, strip);
		}
		kit.country({ extent: countrysideMap.extent, villages: [] });
		expect(kit.coastAt(countrysideMap, 2)).toBeCloseTo(1.2);
		expect(kit.coastAt({ extent: countrysideMap.extent, villages: [] }, 2)).toBe(-Infinity);
	},
	'a round': (kit) => {
		const map = kit.country(countrysideMap);
		const path = [...countrysideMap.villages, { x: 6, y: 1 }].map(map.place);
		for (const line of ['wool', 'pencil', 'dots'] as const)
			for (const driver of [0, 1, 7]) kit.route(path, { line, driver });
		kit.route([]);
		for (const at of path) {
			kit.ruler(at, { x: 1, y: 1 }, 20);
			kit.ruler(at, at, 0);
			kit.cross(at);
			kit.mark(false, at.x, at.y);
			for (const kind of ['awaited', 'hot', 'cold', 'forgotten'] as const) kit.meal(at, kind, { heart: true });
			for (const afloat of [true, false]) kit.van(at, { afloat, drives: true, looks: 'left', driver: 2 });
			kit.mapWords(at, '12:30 ✓', { line: 1, tone: 'right' });
			kit.bubble(at, 'Odette', 'It is 12:30, and nice and hot. Thank you!', { tone: 'right', grown: 0.5, top: 56 });
		}
		kit.bubble({ x: -900, y: 9000, size: 1 }, 'Bastien', 'Splash!');
	},
	dashboard: ({ dashboard }) => {
		const items = (['right', 'wrong', 'cold', undefined] as const).map((tone) => ({
			title: 'km',
			value: '104,1 km',
			tone
		}));
		for (const minutes of [undefined, 660, NaN]) dashboard(items, { minutes, late: true });
		dashboard([]);
	},
	'packing line': ({ workshop, packingLine, person, timeline }) => {
		const { board, worker } = workshop();
		expect(board.height).toBeGreaterThan(0);
		person(worker, { look: { ...cookLook, apron: '#a8472f' }, faces: 'left', mood: 'indignant' });
		const pizza = { toppings: ['sauce', 'cheese', 'anchovy'] } as const;
		const boxes = [
			{ pizza, title: 'letter', prints: 'E', verdict: 'right' },
			{ pizza, title: 'letter', prints: 'undefined', verdict: 'odd', pile: { cheeses: 1e9, hasMouse: true } },
			{ pizza: { toppings: [], wholemeal: true }, title: '', prints: '−12', verdict: 'wrong' }
		] as const;
		for (const time of [0, 1.4, 1.7, 3, 5.5, 11.5, 18, 200])
			packingLine(boxes, timeline({ each: 6.2 }).at(time, boxes.length));
		packingLine([], timeline({ each: 6.2 }).at(0, 0));
	},
	slate: ({ slate }) => {
		const rows = [
			{ words: 'salt 0.9 g', value: '4' },
			{ words: 'protein', value: '0', isStruck: true }
		];
		const squares = [0.2, 1.2].map((limit) => ({ words: String(limit), isFilled: limit < 1 }));
		const grades = { notes: ['≤ 0', '≤ 2'], current: 'D' };
		slate(area, { title: 'La Valcendre', rows, squares, total: { words: 'by hand', value: '11' } });
		slate({ ...area, height: 60 }, { title: '', rows: [], grades, total: { words: '', value: 'D' } });
	},
	cabinet: ({ cabinet }) => {
		const pizza = { toppings: ['cream', 'goat', 'salmon', 'pear', 'blue', 'tuna', 'chicken'] } as const;
		const boxes = [{ grade: 'C', before: 'D' }, { grade: 'A' }, { grade: '?', before: 'B' }, {}];
		cabinet(
			'6 letters',
			[0, 1, 2, 3].flatMap((name) => boxes.map((each) => ({ ...each, pizza, name: String(name) })))
		);
		cabinet('', []);
	},
	'pizza and grade': ({ pizza, grade }) => {
		pizza(100, 100, 80, { toppings: ['mushroom', 'pepper', 'basil', 'olive'] }, 0.6);
		for (const words of ['A', 'constructor', '11', '']) grade(words, 50, 50, 30, { square: true });
		grade('A', 50, 50, 30, { odd: true });
	},
	map: ({ townMap }) => {
		townMap(area, townPlan, [{ place: 'market', marked: true }, { place: 'odd' }, {}]);
		const places = [
			{ name: 'Halles', x: 0.2, y: 0.3, sign: 'market' },
			{ name: 'Pont', x: 0.7, y: 0.8, sign: 'nothing' }
		];
		const ends = { from: 'Halles', to: 'Pont' };
		const tones = ['right', 'wrong', 'doubt', 'odd'] as const;
		const counts = [3, -2, NaN, 1e9];
		const roads = tones.map((tone, index) => ({ ...ends, tone, lit: counts[index] ?? 0, events: counts[index] ?? 0 }));
		const unknown = { from: 'Halles', to: 'Nowhere' };
		townMap(area, { places, roads: [...roads, unknown], hasNames: true, cameras: ['Pont', 'Pont', 'Nowhere'] });
	},
	bird: ({ bird, place }) => {
		for (const [comes, goes] of [
			[0.5, 0],
			[1, 0],
			[1, 0.5]
		] as const)
			for (const carries of [undefined, 'bread', 'letter'] as const) bird(place('middle'), { comes, goes, carries });
		bird(place('left'));
	},
	exhibit: ({ exhibit }) => {
		for (const verdict of ['right', 'wrong', 'doubt', 'odd'] as const)
			for (const words of ['', 'Personne n’a rien vu !'])
				exhibit({ heading: 'Le bourg', count: '3', tone: 'alarming', who: { look: 2 }, words, verdict, grown: 0.5 });
		expect(exhibit({ heading: 'Le bourg' }).height).toBeGreaterThan(0);
	},
	bed: ({ bed, place }) => {
		const trend = { values: [3, -2, 1e9], warns: [5, 7], rises: true, isWrong: true } as const;
		const chart = { shows: '1000000000', verdict: 'wrong' } as const;
		for (const lamp of ['calm', 'watch', 'call', 'alarm', 'measure', 'odd'] as const)
			for (const rest of ['asleep', 'woken', 'ill', 'faint'] as const)
				bed(place('middle'), {
					who: 12,
					rest,
					lamp,
					number: 4,
					pulse: null,
					hasOxygen: true,
					waits: 0.5,
					trend,
					chart
				});
		bed(place('middle'), { hasFever: true, hasNote: true, dreams: true, isLit: true, weather: 'hot' });
		bed(place('middle'), { isAnswered: true, lamp: 'alarm', weather: 'cold', chart: { shows: '7' } });
		bed(place('middle'));
	},
	ward: ({ ward, wardPlan, nurseRound }) => {
		const walk = nurseRound([{ bed: 3, runs: true }, { bed: 9 }, { bed: 12 }], { begins: 1, foot: 40 });
		for (const time of [0, 1.4, walk.reached.get(3) ?? 0, Infinity])
			ward({ beds: Array.from({ length: 10 }, (_, who) => ({ who })), nurse: walk.at(time), foot: 40 });
		ward({ isMorning: true, minutes: 480 });
		expect(wardPlan().beds).toHaveLength(10);
	},
	nurse: ({ nurse, place }) => {
		nurse(place('left'), { runs: true, walks: true, faces: 'left' });
		nurse(place('left'), { bed: 2 });
	},
	'remark and strip': ({ remark, footStrip, footHeight }) => {
		for (const tone of ['right', 'wrong', 'odd'] as const) remark(0, 0, 'Personne ne vient…', { tone, aside: '2, 7' });
		footStrip('Nuit 1', [{ words: 'Jamais vus : 2', isLoud: true }, { words: 'Pour rien : 16' }]);
		footStrip('Nuit 1');
		expect(footHeight(true)).toBeGreaterThanOrEqual(footHeight(false));
	}
};

function drawPiece(
	{ kit, draw, takePaintCount, strayCalls }: KitTestHarness,
	paint: (kit: KitExports) => void
): number {
	draw.beginFrame(1000);
	takePaintCount();
	paint(kit);
	draw.endFrame();
	expect(strayCalls).toEqual([]);
	return takePaintCount();
}

describe.each([
	[900, 620],
	[360, 480],
	[320, 240]
])('on a stage of %i × %i pixels', (width, height) => {
	test.each(Object.keys(PAINTER_BY_PIECE))('%s is painted by day, at dusk and by night', async (name) => {
		const openedKit = await openKit(width, height);
		for (const light of ['day', 'dusk', 'night'] as const) {
			openedKit.kit.light(light);
			expect(drawPiece(openedKit, PAINTER_BY_PIECE[name] as (kit: KitExports) => void)).toBeGreaterThan(0);
		}
	});
});

describe('the frame of a scene', () => {
	const input = { labels: {}, language: 'en', theme: 'light', situation: 'build', reducedMotion: false } as const;

	test('prepares one story for each situation, and hands the previous story to describe', async () => {
		const { kit, takePaintCount } = await openKit(700, 500);
		const situationsOfPrepareCalls: string[] = [];
		const storyTimes: number[] = [];
		const { init, step, draw, describe } = kit.scene<{ name: string }>({
			prepare({ situation }) {
				situationsOfPrepareCalls.push(situation);
				return { name: situation };
			},
			play: (_story, { time }) => void storyTimes.push(time),
			describe: ({ name }, { before }) => [name, before?.name ?? 'nothing before']
		});
		let state = init(1, input);
		for (let count = 0; count < 30; count++) state = step(state, input);
		draw(state, input);
		expect(describe(state, input)).toEqual(['build', 'nothing before']);
		const nextInput = { ...input, situation: 'tune' };
		state = step(state, nextInput);
		draw(state, nextInput);
		expect(describe(state, nextInput)).toEqual(['tune', 'build']);
		expect(situationsOfPrepareCalls).toEqual(['build', 'tune']);
		expect(storyTimes).toEqual([0.5, 0]);
		expect(takePaintCount()).toBeGreaterThan(0);
	});

	test('lights the stage by the theme, or by the hour that the scene sets', async () => {
		const { kit, draw } = await openKit(700, 500);
		const nearestColours: unknown[] = [];
		const drawScene = (theme: 'light' | 'dark', hour?: 'night') => {
			const { init, draw: paint } = kit.scene({
				prepare: () => 0,
				play: () => nearestColours.push(draw.module.drawingContext.fillStyle),
				describe: () => [],
				...(hour && { hour: () => hour })
			});
			paint(init(1, { ...input, theme }), { ...input, theme });
		};
		drawScene('light');
		drawScene('dark');
		drawScene('dark', 'night');
		expect(new Set(nearestColours).size).toBe(3);
	});
});

test('a nurse’s round goes to each bed in turn, and back to the desk', async () => {
	const { kit } = await openKit(700, 500);
	const { reached, ends, at } = kit.nurseRound([{ bed: 7 }, { bed: 2, runs: true }], { begins: 2, stays: 1 });
	const { beside, desk } = kit.wardPlan();
	expect([...reached.keys()]).toEqual([7, 2]);
	expect(at(0)).toMatchObject({ ...desk, walks: false, bed: null });
	for (const [bed, time] of reached) expect(at(time + 0.5)).toMatchObject({ ...beside[bed], walks: false, bed });
	expect(at((reached.get(2) ?? 0) - 0.01)).toMatchObject({ walks: true, runs: true, bed: null });
	expect(at(ends)).toMatchObject({ ...desk, walks: false });
});

test('a position along a road lies between its places, or mid-map when a place is unknown', async () => {
	const { kit } = await openKit(700, 500);
	const places = [
		{ name: 'Halles', x: 0.2, y: 0.3 },
		{ name: 'Pont', x: 0.6, y: 0.7 }
	];
	const { along } = kit.townMap({ x: 100, y: 50, width: 500, height: 200 }, { places, roads: ['Halles-Pont'] });
	expect(along({ from: 'Halles', to: 'Pont' }, 0)).toMatchObject({ x: 200, y: 110 });
	expect(along({ from: 'Halles', to: 'Pont' }, 0.5)).toMatchObject({ x: 300, y: 150 });
	expect(along({ from: 'Halles', to: 'Nowhere' }, 0)).toMatchObject({ x: 350, y: 150 });
});

test('a person’s name always gives the same look', async () => {
	const { kit } = await openKit(700, 500);
	const looks = ['Awa', 'Malik', 'Léonie', 'Nadia', 'Karim'].map(kit.look);
	expect(looks).toEqual(['Awa', 'Malik', 'Léonie', 'Nadia', 'Karim'].map(kit.look));
	expect(new Set(looks).size).toBeGreaterThan(1);
});
