/** A short sketch for each piece of the kit, to look at and to take along. */
import type { Language } from '#lib/domain/language.ts';

interface KitExample {
	/** What it imports, the piece that it is about first. */
	pieces: string[];
	/** Statements of `draw`; a text in braces is a word that differs between languages. */
	draws: string[];
}

type Words = Record<string, Record<Language, string>>;

const WORDS: Words = {
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
	tonight: { fr: 'Ce soir', en: 'Tonight' },
	note: { fr: 'Rien n’est gardé.', en: 'Nothing is kept.' }
};

const AREA = '{ x: 20, y: 20, width: width - 40, height: height - 40 }';

const EXAMPLES: KitExample[] = [
	{ pieces: ['street'], draws: ["street({ shops: ['bakery', 'pharmacy', 'hall'], sign: '{pharmacy}' });"] },
	{
		pieces: ['parking', 'street', 'timeline'],
		draws: ['street();', "parking([{ name: 'Léonie' }, {}], timeline({ each: 7 }).at(millis() / 1000, 2));"]
	},
	{
		pieces: ['parkedCars', 'pavement', 'person', 'slip', 'street'],
		draws: [
			'street();',
			'const roofs = parkedCars([{ model: 1, x: 120 }, { model: 4, x: 320 }]);',
			"person(pavement(60), { mood: 'paying', holds: 'torch' });",
			"slip('{right}', 120, roofs);"
		]
	},
	{ pieces: ['room'], draws: ["room('kitchen', { window: 0.6 });"] },
	{
		pieces: ['person', 'look', 'place', 'room'],
		draws: [
			"room('office');",
			"person(place('middle', -1), { look: look('Malik'), mood: 'puzzled' });",
			"person(place('middle'), { look: look('Léonie'), mood: 'content' });",
			"person(place('middle', 1), { look: look('Nadia'), mood: 'indignant' });"
		]
	},
	{
		pieces: ['says', 'queue', 'place', 'room'],
		draws: [
			"room('shop');",
			"const people = queue(place('right'), [{ name: 'Awa', mood: 'indignant' }, { name: 'Malik' }, { name: 'Karim' }]);",
			"says(people[0], '{dear}', { tone: 'wrong', top: 20 });"
		]
	},
	{
		pieces: ['machine', 'coins', 'place', 'room'],
		draws: [
			"room('shop');",
			"machine(place('middle'), { title: '{till}', given: '{loaves}', shows: '{price}' });",
			"coins(place('middle'), 240, (millis() / 1000) % 4);"
		]
	},
	{ pieces: ['shelf'], draws: [`shelf(${AREA}, { item: 'bread', count: 13, most: 20, label: '13 / 20' });`] },
	{
		pieces: ['item', 'room'],
		draws: [
			"room('kitchen');",
			"item('bread', 60, 200, 2);",
			"item('jar', 160, 200, 2);",
			"item('bottle', 240, 200, 2);"
		]
	},
	{
		pieces: ['clock', 'room', 'sign'],
		draws: ["room('shop');", 'clock(width / 2, 120, 110, 8 * 60 + millis() / 1000);', "sign('{bakery}', 20, 20);"]
	},
	{
		pieces: ['table'],
		draws: [
			`table(${AREA}, {`,
			"	columns: ['{stay}', '{asked}'],",
			"	rows: [['10 min', 20], ['25 min', 50], ['30 min', 60]],",
			"	marks: { 0: 'wrong', 1: 'right' },",
			'	slate: true',
			'});'
		]
	},
	{
		pieces: ['bars'],
		draws: [`bars(${AREA}, { values: [3, 5, 9, 7, 4], unit: '{trays}', limit: { value: 6, label: '{limit}' } });`]
	},
	{
		pieces: ['chart'],
		draws: [`chart(${AREA}, { values: [4, 5, NaN, 7, 9, 6], unit: '°C', limit: { value: 8, label: '+8 °C' } });`]
	},
	{
		pieces: ['calendar'],
		draws: [
			`calendar(${AREA}, {`,
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
		draws: [
			"room('shop');",
			"const rows = [{ words: '{bread}', amount: '{one}' }];",
			"receipt(width / 2, 20, 200, { title: '{till}', rows, printed: millis() / 2000 });"
		]
	},
	{
		pieces: ['tickets', 'room'],
		draws: ["room('office');", "tickets([{ title: '30 min', value: '50 c', note: '{right}', right: true }], 0);"]
	},
	{
		pieces: ['nameTag', 'numberPlate', 'person', 'place', 'room'],
		draws: [
			"room('office');",
			"const there = place('middle');",
			'person(there);',
			"nameTag('Léonie', there.x, there.y - 236 * there.size);",
			"numberPlate('WO-450-OM', 20, 20, 20);"
		]
	},
	{
		pieces: ['townMap'],
		draws: [
			'const places = { market: [0.3, 0.3], station: [0.7, 0.6] } as const;',
			"const town = { places, roads: ['market-station'] };",
			`townMap(${AREA}, town, [{ place: 'market', marked: true }, { place: 'station' }]);`
		]
	},
	{
		pieces: ['notice', 'notes'],
		draws: [
			`const free = notice(${AREA}, { heading: '{tonight}', size: 18 });`,
			"notes(free, [{ words: '{note}', tone: 'good', sign: 'home' }], 18);"
		]
	}
];

/** Every example, by the name of the piece that it is about. */
export const EXAMPLE_NAMES: string[] = EXAMPLES.map(({ pieces: [about = ''] }) => about);

/** Returns the text of an example, a whole program. */
export function exampleText(index: number, language: Language): string {
	const { pieces, draws } = EXAMPLES[index] ?? { pieces: [], draws: [] };
	const lines = draws.map((line) =>
		line.replace(/\{(\w+)\}/g, (whole, word: string) => WORDS[word]?.[language] ?? whole)
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

export type Hour = 'day' | 'dusk' | 'night';

const WALLS: Record<Hour, string> = { day: '#e9dcc3', dusk: '#574c57', night: '#33354f' };

/** Returns the program that draws the example `main.ts` in a light, before a wall, and says what the picture is. */
export const frameText = (
	hour: Hour,
	description: string
): string => `import { background, describe } from 'braise/draw';
import { light } from 'braise/scene';
import * as example from './main';
export const draw = () => {
	background('${WALLS[hour]}');
	light('${hour}');
	describe(${JSON.stringify(description)});
	example.draw();
};
`;
