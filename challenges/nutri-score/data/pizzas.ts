/**
 * The twelve pizzas of La Fournée du Lavoir, a firm that does not exist: per 100 g, as their labels declare them. Invented, in the
 * range of chilled pizzas that are sold in France. None carries red meat, for which the rule counts protein otherwise.
 */
import type { Grade, Nutrition } from './labels';

export type Topping =
	| 'sauce'
	| 'cream'
	| 'cheese'
	| 'olive'
	| 'basil'
	| 'mushroom'
	| 'tuna'
	| 'chicken'
	| 'goat'
	| 'anchovy'
	| 'salmon'
	| 'pear'
	| 'pepper'
	| 'blue';

/** What Awa worked out by hand, on paper, before the printer was there. */
export interface ByHand {
	salt: number;
	negative: number;
	score: number;
	letter: Grade;
}

export interface Made {
	name: string;
	/** Price of one. */
	cents: number;
	nutrition: Nutrition;
	toppings: Topping[];
	wholemeal?: true;
	/** Boxes sold in a week. */
	sold: number;
	byHand: ByHand;
}

type Row = [
	energy: number,
	saturates: number,
	sugars: number,
	salt: number,
	vegetables: number,
	fibre: number,
	protein: number
];

function nutrition([energy, saturates, sugars, salt, vegetables, fibre, protein]: Row): Nutrition {
	return { energy, saturates, sugars, salt, vegetables, fibre, protein };
}

function made(
	name: string,
	row: Row,
	[cents, sold]: [cents: number, sold: number],
	[salt, negative, score, letter]: [number, number, number, Grade],
	toppings: Topping[]
): Made {
	return { name, cents, sold, nutrition: nutrition(row), byHand: { salt, negative, score, letter }, toppings };
}

export const pizzas: Made[] = [
	made(
		'valcendre',
		[980, 4.2, 3.5, 0.9, 15, 2.2, 10.5],
		[345, 900],
		[4, 11, 11, 'D'],
		['sauce', 'cheese', 'mushroom', 'olive']
	),
	made('margherita', [960, 3.6, 3.1, 0.9, 31, 2.1, 9.8], [250, 1400], [4, 9, 5, 'C'], ['sauce', 'cheese', 'basil']),
	made(
		'fourcheeses',
		[1190, 8.4, 2.6, 1.7, 8, 1.9, 13.4],
		[420, 1100],
		[8, 19, 19, 'E'],
		['cream', 'cheese', 'blue', 'goat']
	),
	made(
		'garden',
		[690, 1, 3.4, 0.6, 62, 3.6, 5.9],
		[310, 450],
		[2, 4, -1, 'A'],
		['sauce', 'pepper', 'olive', 'basil', 'mushroom']
	),
	{
		...made(
			'wholemeal',
			[760, 1.6, 3, 0.8, 45, 4, 8.3],
			[335, 250],
			[3, 6, 1, 'B'],
			['sauce', 'cheese', 'pepper', 'basil']
		),
		wholemeal: true
	},
	made('tuna', [940, 2.4, 2.9, 1.1, 24, 2.1, 12.3], [365, 700], [5, 9, 4, 'C'], ['sauce', 'tuna', 'olive', 'cheese']),
	made('chicken', [930, 3, 4, 1, 22, 2.3, 12.1], [380, 800], [4, 9, 4, 'C'], ['sauce', 'cheese', 'chicken', 'pepper']),
	made('goat', [1080, 5.3, 7.4, 0.9, 14, 2, 10.2], [410, 600], [4, 14, 14, 'D'], ['cream', 'goat', 'basil']),
	made('mushroom', [860, 3.1, 2.2, 1.2, 41, 2.6, 8.9], [295, 500], [5, 10, 6, 'C'], ['cream', 'mushroom', 'cheese']),
	made('anchovy', [1010, 3.3, 3, 2.3, 20, 2.2, 11.9], [230, 150], [11, 17, 17, 'D'], ['sauce', 'anchovy', 'olive']),
	made('salmon', [1000, 4.6, 2.5, 1.1, 12, 2, 11.2], [470, 350], [5, 11, 11, 'D'], ['cream', 'salmon', 'basil']),
	made('pear', [1150, 6.3, 6.9, 1.4, 18, 2.4, 9.6], [440, 200], [6, 17, 17, 'D'], ['cream', 'pear', 'blue'])
];
