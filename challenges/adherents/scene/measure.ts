/** The figures of the decision, with the student's own functions: what the club gets, and what it gives. */
import { ask } from 'braise/scene';
import { members } from '../data/members.ts';
import * as program from '../main.ts';

type Row = Record<string, unknown>;

/** How many of these columns each one gets, and what they pay by that number. */
const COLUMNS = { hall: ['born', 'town'], shop: ['phone', 'name'] };
/** Invented: cents for each young member of Valcendre, and for each person. */
const HALL = [3000, 4000, 6000];
const SHOP = [0, 1200, 1500];
/** Invented: minutes to prove the number to the town hall, and to ask one person for their consent. */
const PROOF = [240, 180, 60];
const CONSENT = 15;
const RULES: Record<string, Record<string, number>> = {
	numbers: { hall: 0, shop: 0 },
	lines: { hall: 2, shop: 0 },
	all: { hall: 2, shop: 2 }
};

function listOf(name: string, ...args: unknown[]): Row[] {
	const { value } = ask(program, name, ...args);
	return Array.isArray(value) ? value.map((each): Row => ({ ...each })) : [];
}

/** Somebody is known by their name or telephone, or when nobody else has the same line. */
function isKnown(row: Row | undefined, file: Row[]): boolean {
	if (row === undefined) return false;
	const same = file.filter((other) => JSON.stringify(other) === JSON.stringify(row));
	return row['name'] !== undefined || row['phone'] !== undefined || same.length === 1;
}

export function measure(option: string, values: Record<string, number> = {}) {
	const { hall = 0, shop = 0 } = RULES[option] ?? values;
	const doubles = listOf('duplicates', [...members]).map(({ name }) => name);
	const people = members.filter(({ name }) => !doubles.includes(name));
	const young = people.filter(({ born, town }) => town === 'Valcendre' && Number(born) >= 2008).length;
	const files = [COLUMNS.hall.slice(0, hall), COLUMNS.shop.slice(0, shop)]
		.filter((columns) => columns.length > 0)
		.map((columns) => listOf('share', [...people], columns));
	const known = people.filter((_, index) => files.some((file) => isKnown(file[index], file)));
	return [
		{ id: 'money', value: young * (HALL[hall] ?? 0) + people.length * (SHOP[shop] ?? 0), unit: 'cents' },
		{ id: 'given', value: files.flat().flatMap((row) => Object.values(row)).length, unit: 'count' },
		{ id: 'known', value: known.length, unit: 'count', of: people.length },
		{ id: 'work', value: (PROOF[hall] ?? 0) + (shop > 0 ? people.length * CONSENT : 0), unit: 'minutes' }
	];
}
