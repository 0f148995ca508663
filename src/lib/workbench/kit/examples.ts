import type { Language } from '#lib/domain/language.ts';

interface KitExample {
	/** Names of the kit's pieces that the example imports; the first is the piece that the example shows. */
	pieces: string[];
	/** Statements of `draw`. A name in braces stands for a text that differs between languages. */
	drawStatements: string[];
}

type WordTranslations = Record<string, Record<Language, string>>;

const EXAMPLE_WORDS: WordTranslations = {
	till: { fr: 'Caisse', en: 'Till' },
	loaves: { fr: '2 pains', en: '2 loaves' },
	price: { fr: '2,40 €', en: '€2.40' },
	dear: { fr: 'Trop cher !', en: 'Too much!' },
	bakery: { fr: 'Boulangerie', en: 'Bakery' },
	pharmacy: { fr: 'Pharmacie', en: 'Pharmacy' },
	limit: { fr: '6 bacs', en: '6 trays' },
	trays: { fr: 'bacs', en: 'trays' },
	stay: { fr: 'durée', en: 'stay' },
	asked: { fr: 'prix', en: 'price' },
	right: { fr: 'juste', en: 'right' },
	month: { fr: 'Mai', en: 'May' },
	week: { fr: 'LMMJVSD', en: 'MTWTFSS' },
	bread: { fr: 'Pain', en: 'Bread' },
	one: { fr: '1,20', en: '1.20' },
	length: { fr: 'Longueur', en: 'Length' },
	hot: { fr: 'Bien chaud, merci !', en: 'Nice and hot, thank you!' },
	tonight: { fr: 'Ce soir', en: 'Tonight' },
	note: { fr: 'Rien n’est gardé.', en: 'Nothing is kept.' },
	salt: { fr: 'sel', en: 'salt' },
	hand: { fr: 'à la main', en: 'by hand' },
	letter: { fr: 'la lettre', en: 'the letter' },
	shop: { fr: 'Au rayon', en: 'On the shelf' },
	goat: { fr: 'Chèvre', en: 'Goat’s cheese' },
	wholemeal: { fr: 'Complète', en: 'Wholemeal' },
	coming: { fr: 'J’arrive.', en: 'I’m coming.' },
	night: { fr: 'Nuit 1', en: 'Night 1' },
	missed: { fr: 'Jamais vus : 2', en: 'Never seen: 2' }
};

const WHOLE_CANVAS_AREA_EXPRESSION = '{ x: 20, y: 20, width: width - 40, height: height - 40 }';

const COUNTRY_MAP_CODE_LINES = [
	'const villages = [',
	"	{ name: 'Anse', x: 2, y: 2, sign: ['lighthouse', -24, 8] },",
	"	{ name: 'Lande', x: 3.4, y: 5, sign: ['church', -18, 2] },",
	"	{ name: 'Bois', x: 8.4, y: 5.2, sign: ['windmill', 22, 2] },",
	"	{ name: 'Val', x: 6, y: 3, isKitchen: true }",
	'] as const;',
	'const land = {',
	'	extent: { left: 0, right: 10, bottom: 0, top: 7 },',
	'	villages,',
	'	coast: [1, -2, 1.2, 2, 0.8, 5, 1.3, 9],',
	'	river: [10, 5, 7, 4.2, 4, 4, 1, 3.4],',
	'	hills: [[9, 1, 2.4, 1.8, 4]],',
	'	woods: [[4.6, 1.4, 12]]',
	'} as const;'
];
const VILLAGE_ROUND_CODE_LINES = [
	'const [anse, lande, bois, val] = villages;',
	'const path = [val, anse, bois, lande, val].map((village, stop) => ({',
	'	...village,',
	'	arrives: stop * 30,',
	'	leaves: stop * 30 + 4',
	'}));'
];

const KIT_EXAMPLES: KitExample[] = [
	{ pieces: ['street'], drawStatements: ["street({ shops: ['bakery', 'pharmacy', 'hall'], sign: '{pharmacy}' });"] },
	{
		pieces: ['parking', 'street', 'timeline'],
		drawStatements: ['street();', "parking([{ name: 'Léonie' }, {}], timeline({ each: 7 }).at(millis() / 1000, 2));"]
	},
	{
		pieces: ['parkedCars', 'pavement', 'person', 'slip', 'street'],
		drawStatements: [
			'street();',
			'const roofs = parkedCars([{ model: 1, x: 120 }, { model: 4, x: 320 }]);',
			"person(pavement(60), { mood: 'paying', holds: 'torch' });",
			"slip('{right}', 120, roofs);"
		]
	},
	{ pieces: ['room'], drawStatements: ["room('kitchen', { window: 0.6 });"] },
	{
		pieces: ['person', 'look', 'place', 'room'],
		drawStatements: [
			"room('office');",
			"person(place('middle', -1), { look: look('Malik'), mood: 'puzzled' });",
			"person(place('middle'), { look: look('Léonie'), mood: 'content' });",
			"person(place('middle', 1), { look: look('Nadia'), mood: 'indignant' });"
		]
	},
	{
		pieces: ['says', 'queue', 'place', 'room'],
		drawStatements: [
			"room('shop');",
			"const people = queue(place('right'), [{ name: 'Awa', mood: 'indignant' }, { name: 'Malik' }, { name: 'Karim' }]);",
			"says(people[0], '{dear}', { tone: 'wrong', top: 20 });"
		]
	},
	{
		pieces: ['machine', 'coins', 'place', 'room'],
		drawStatements: [
			"room('shop');",
			"machine(place('middle'), { title: '{till}', given: '{loaves}', shows: '{price}' });",
			"coins(place('middle'), 240, (millis() / 1000) % 4);"
		]
	},
	{
		pieces: ['shelf'],
		drawStatements: [
			`shelf(${WHOLE_CANVAS_AREA_EXPRESSION}, { item: 'bread', count: 13, most: 20, label: '13 / 20' });`
		]
	},
	{
		pieces: ['item', 'room'],
		drawStatements: [
			"room('kitchen');",
			"item('bread', 60, 200, 2);",
			"item('jar', 160, 200, 2);",
			"item('bottle', 240, 200, 2);"
		]
	},
	{
		pieces: ['clock', 'room', 'sign'],
		drawStatements: [
			"room('shop');",
			'clock(width / 2, 120, 110, 8 * 60 + millis() / 1000);',
			"sign('{bakery}', 20, 20);"
		]
	},
	{
		pieces: ['table'],
		drawStatements: [
			`table(${WHOLE_CANVAS_AREA_EXPRESSION}, {`,
			"	columns: ['{stay}', '{asked}'],",
			"	rows: [['10 min', 20], ['25 min', 50], ['30 min', 60]],",
			"	marks: { 0: 'wrong', 1: 'right' },",
			'	slate: true',
			'});'
		]
	},
	{
		pieces: ['bars'],
		drawStatements: [
			`bars(${WHOLE_CANVAS_AREA_EXPRESSION}, { values: [3, 5, 9, 7, 4], unit: '{trays}', limit: { value: 6, label: '{limit}' } });`
		]
	},
	{
		pieces: ['chart'],
		drawStatements: [
			`chart(${WHOLE_CANVAS_AREA_EXPRESSION}, { values: [4, 5, NaN, 7, 9, 6], unit: '°C', limit: { value: 8, label: '+8 °C' } });`
		]
	},
	{
		pieces: ['calendar'],
		drawStatements: [
			`calendar(${WHOLE_CANVAS_AREA_EXPRESSION}, {`,
			"	title: '{month}',",
			"	weekdays: [...'{week}'],",
			'	days: 31,',
			'	current: 12,',
			"	marks: { 3: 'right', 4: 'wrong', 9: 'busy' }",
			'});'
		]
	},
	{
		pieces: ['receipt', 'room'],
		drawStatements: [
			"room('shop');",
			"const rows = [{ words: '{bread}', amount: '{one}' }];",
			"receipt(width / 2, 20, 200, { title: '{till}', rows, printed: millis() / 2000 });"
		]
	},
	{
		pieces: ['tickets', 'room'],
		drawStatements: [
			"room('office');",
			"tickets([{ title: '30 min', value: '50 c', note: '{right}', right: true }], 0);"
		]
	},
	{
		pieces: ['nameTag', 'numberPlate', 'person', 'place', 'room'],
		drawStatements: [
			"room('office');",
			"const there = place('middle');",
			'person(there);',
			"nameTag('Léonie', there.x, there.y - 236 * there.size);",
			"numberPlate('WO-450-OM', 20, 20, 20);"
		]
	},
	{
		pieces: ['townMap'],
		drawStatements: [
			"const places = { Halles: [0.25, 0.3, 'market'], Gare: [0.8, 0.4, 'station'], Port: [0.45, 0.8] } as const;",
			'const roads = [',
			"	{ from: 'Halles', to: 'Gare', tone: 'right', events: 2 },",
			"	{ from: 'Gare', to: 'Port', tone: 'wrong' },",
			"	{ from: 'Port', to: 'Halles', lit: 1, events: 5 }",
			'] as const;',
			"const town = { places, roads, hasNames: true, cameras: ['Halles'] };",
			`townMap(${WHOLE_CANVAS_AREA_EXPRESSION}, town, [{ place: 'Halles', marked: true }, { place: 'Gare' }]);`
		]
	},
	{
		pieces: ['bird', 'street', 'timeline'],
		drawStatements: [
			'street();',
			'const { now, part } = timeline({ each: 6, begins: 2.6 }).at(millis() / 1000, 1);',
			"const carries = now > 2.4 ? 'bread' : undefined;",
			'bird({ x: width / 2, y: height - 40, size: 2 }, { comes: part(0, 1.4), goes: part(3.6, 5.4), carries });'
		]
	},
	{
		pieces: ['exhibit', 'bars', 'room'],
		drawStatements: [
			"room('office');",
			"const free = exhibit({ heading: '{tonight}', who: { look: 3 }, words: '{note}', verdict: 'right' });",
			"bars(free, { values: [3, 5, 9, 7, 4], unit: '{trays}' });"
		]
	},
	{
		pieces: ['country', 'villageNames', 'cottage', 'nightfall'],
		drawStatements: [
			...COUNTRY_MAP_CODE_LINES,
			'const map = country(land);',
			'cottage(map.place({ x: 4.6, y: 2.6 }));',
			'nightfall(0.5 - 0.5 * Math.cos(millis() / 3000));',
			'villageNames(land, map);'
		]
	},
	{
		pieces: ['route', 'country', 'cross', 'crossings', 'van', 'whereabouts'],
		drawStatements: [
			...COUNTRY_MAP_CODE_LINES,
			...VILLAGE_ROUND_CODE_LINES,
			'const map = country(land);',
			'const { driven, point, drives, looks } = whereabouts(path, (millis() / 60) % 150);',
			"route(path.map(map.place), { line: 'pencil' });",
			'route(driven.map(map.place));',
			'for (const point of crossings(driven)) cross(map.place(point));',
			'van(map.place(point), { drives, looks });'
		]
	},
	{
		pieces: ['meal', 'bubble', 'country', 'mapWords'],
		drawStatements: [
			...COUNTRY_MAP_CODE_LINES,
			'const map = country(land);',
			'const [anse, lande, bois] = villages;',
			"meal(map.place(anse), 'hot', { heart: true });",
			"meal(map.place(lande), 'cold');",
			"meal(map.place(bois), 'awaited');",
			"mapWords(map.place(lande), '13:20 ✗', { tone: 'wrong' });",
			"bubble(map.place(anse), 'Odette', '{hot}', { tone: 'right' });"
		]
	},
	{
		pieces: ['ruler', 'country', 'coastAt', 'mark', 'van'],
		drawStatements: [
			...COUNTRY_MAP_CODE_LINES,
			'const map = country(land);',
			'const [, lande, , val] = villages;',
			'const end = map.place(lande);',
			'ruler(map.place(val), end, map.scale);',
			'const x = 6 - ((millis() / 500) % 6);',
			"van(map.place({ x, y: 3 }), { looks: 'left', drives: true, afloat: x < coastAt(land, 3) });",
			'mark(true, end.x, end.y);'
		]
	},
	{
		pieces: ['dashboard', 'country', 'dashboardHeight', 'numberText', 'timeText'],
		drawStatements: [
			...COUNTRY_MAP_CODE_LINES,
			'country(land, dashboardHeight());',
			'const minutes = 11 * 60 + millis() / 100;',
			"const items = [{ title: '{length}', value: `${numberText(12.5)} km`, tone: 'right' }] as const;",
			"dashboard([...items, { title: '→', value: timeText(minutes + 30) }], { minutes });"
		]
	},
	{
		pieces: ['packingLine', 'slate', 'timeline', 'workshop'],
		drawStatements: [
			"const margherita = { toppings: ['sauce', 'cheese', 'basil'] } as const;",
			"const anchovy = { toppings: ['sauce', 'anchovy', 'olive'] } as const;",
			'const { board } = workshop();',
			"slate(board, { title: 'Margherita', rows: [{ words: '{salt}', value: '4' }], total: { words: '{hand}', value: 'C' } });",
			'const boxes = [',
			"	{ pizza: margherita, title: '{letter}', prints: 'C', verdict: 'right' },",
			"	{ pizza: anchovy, title: '{letter}', prints: 'A', verdict: 'wrong' }",
			'] as const;',
			'packingLine(boxes, timeline({ each: 6.2 }).at(millis() / 1000, boxes.length));'
		]
	},
	{
		pieces: ['cabinet'],
		drawStatements: [
			"cabinet('{shop}', [",
			"	{ pizza: { toppings: ['cream', 'goat', 'basil'] }, name: '{goat}', grade: 'C', before: 'D' },",
			"	{ pizza: { toppings: ['sauce', 'pepper', 'olive'], wholemeal: true }, name: '{wholemeal}', grade: 'A' }",
			']);'
		]
	},
	{
		pieces: ['pizza', 'grade'],
		drawStatements: [
			"pizza(width / 2, height / 2, 220, { toppings: ['sauce', 'cheese', 'mushroom', 'olive'] });",
			"grade('B', width / 2 + 120, height / 2 + 60, 80);"
		]
	},
	{
		pieces: ['notice', 'notes'],
		drawStatements: [
			`const free = notice(${WHOLE_CANVAS_AREA_EXPRESSION}, { heading: '{tonight}', size: 18 });`,
			"notes(free, [{ words: '{note}', tone: 'good', sign: 'home' }], 18);"
		]
	},
	{
		pieces: ['ward', 'nurseRound'],
		drawStatements: [
			"const beds = [{ number: 1 }, { number: 2, lamp: 'call' }, { number: 3, dreams: true }] as const;",
			'const walk = nurseRound([{ bed: 1, runs: true }]);',
			'ward({ beds, nurse: walk.at((millis() / 1000) % (walk.ends + 1)) });'
		]
	},
	{
		pieces: ['bed'],
		drawStatements: [
			"bed({ x: width * 0.28, y: 50, size: 1.1 }, { who: 3, rest: 'ill', lamp: 'alarm', chart: { shows: '7' } });",
			"bed({ x: width * 0.7, y: 50, size: 1.1 }, { who: 7, lamp: 'calm', weather: 'cold' });"
		]
	},
	{
		pieces: ['remark', 'nurse'],
		drawStatements: [
			'nurse({ x: width / 2, y: height - 30, size: 1.8 }, { walks: true });',
			"remark(width / 2, height - 250, '{coming}', { tone: 'right' });"
		]
	},
	{
		pieces: ['footStrip', 'footHeight', 'ward', 'wardPlan', 'nameTag'],
		drawStatements: [
			'const foot = footHeight(true);',
			'ward({ foot });',
			'wardPlan(foot).beds.forEach(({ x, y }, index) => nameTag(String(index + 1), x, y + 40));',
			"footStrip('{night}', [{ words: '{missed}', isLoud: true }]);"
		]
	}
];

export const KIT_EXAMPLE_NAMES: string[] = KIT_EXAMPLES.map(({ pieces: [about = ''] }) => about);

export function writeKitExampleProgram(index: number, language: Language): string {
	const { pieces, drawStatements: draws } = KIT_EXAMPLES[index] ?? { pieces: [], drawStatements: [] };
	const lines = draws.map((line) =>
		line.replace(/\{(\w+)\}/g, (whole, word: string) => EXAMPLE_WORDS[word]?.[language] ?? whole)
	);
	const drawing = ['height', 'millis', 'width'].filter((name) =>
		new RegExp(`\\b${name}\\b(?!:)`).test(lines.join('\n'))
	);
	return [
		...(drawing.length > 0 ? [`import { ${drawing.join(', ')} } from 'braise/draw';`] : []),
		`import { ${[...pieces].sort().join(', ')} } from 'braise/scene';`,
		'',
		'export function draw() {',
		...lines.map((line) => `\t${line}`),
		'}',
		''
	].join('\n');
}

export type LightHour = 'day' | 'dusk' | 'night';

const WALL_COLOUR_BY_HOUR: Record<LightHour, string> = { day: '#e9dcc3', dusk: '#574c57', night: '#33354f' };

/**
 * Returns a program that draws the example `main.ts` before a wall, in the light of an hour of the day, and describes the
 * picture.
 */
export const writeKitExampleScene = (
	hour: LightHour,
	description: string
): string => `import { background, describe } from 'braise/draw';
import { light } from 'braise/scene';
import * as example from './main';
export const draw = () => {
	background('${WALL_COLOUR_BY_HOUR[hour]}');
	light('${hour}');
	describe(${JSON.stringify(description)});
	example.draw();
};
`;
