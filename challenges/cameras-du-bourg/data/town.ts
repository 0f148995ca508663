/** The town of Valcendre, which does not exist: where a camera may stand, what it sees, and the thefts of a year. */
import { rows as corners } from './corners.ts';
import { rows } from './streets.ts';

export type Camera = { corner: string; reach: number };
export type Street = { name: string; from: string; to: string; metres: number; people: number };

/** Metres. */
const REACH = 60;

/** The places of the tender, in its order. */
export const spots: Camera[] = corners.map(({ name }) => ({ corner: name, reach: REACH }));
export const streets: Street[] = rows.map(({ name, from, to, metres, people }) => ({ name, from, to, metres, people }));
export const camerasAt = (...names: string[]): Camera[] => spots.filter(({ corner }) => names.includes(corner));

export function streetsSeenBy(cameras: Camera[]): Street[] {
	const isCorner = (name: string) => cameras.some(({ corner }) => corner === name);
	return streets.filter(({ from, to, metres }) => metres <= REACH && (isCorner(from) || isCorner(to)));
}

/** In the table, hours since 23:00 and days until the owner said so, as in `5/35`; here, those of the night come last. */
export const thefts = rows
	.flatMap(({ name, thefts }) => (thefts?.split(' ') ?? []).map((code) => ({ street: name, code: code.split('/') })))
	.map(({ street, code }) => ({ street, late: Number(code[0]), days: Number(code[1]) }))
	.sort((one, other) => other.late - one.late);
