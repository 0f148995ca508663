/** The story of a line: what the program says of each value, and what is right. It draws nothing. */
import { ask, verdict, type Answer, type Verdict } from '../ask.ts';
import type { LineFields } from './fields.ts';

/** Where a value lies; `odd` is what the program says when it says none of the three. */
type Zone = 'below' | 'right' | 'above';
export type SaidZone = Zone | 'odd';

export interface LinePoint {
	value: number;
	/** The minute of the day. */
	minute: number;
	answer: Answer;
	/** What the program says of it. */
	said: SaidZone;
	/** What it should say, and where the value lies. */
	expected: string;
	zone: Zone;
	verdict: Verdict;
}

export interface LineTotal {
	answer: Answer;
	right: number;
	verdict: Verdict;
}

export interface LineStory {
	points: LinePoint[];
	/** The value that a hand sets. */
	moved: LinePoint | undefined;
	/** Absent while the program has no such function. */
	total: LineTotal | undefined;
}

const ZONES = ['below', 'right', 'above'] as const;
const DAY = 1440;

function zoneOf(value: number, { from, to }: LineFields['right']): Zone {
	if (value < from) return 'below';
	return value > to ? 'above' : 'right';
}

function pointOf(program: object, { point, right }: LineFields, value: number, minute: number): LinePoint {
	const answer = ask(program, point.function, value);
	const zone = zoneOf(value, right);
	const said = ZONES.find((each) => verdict(answer, point[each]) === 'right') ?? 'odd';
	return { value, minute, answer, said, expected: point[zone], zone, verdict: verdict(answer, point[zone]) };
}

/** Asks the program all that the line shows. `moved` is a value that a hand sets, as one more value at the end. */
export function lineStory(program: object, fields: LineFields, moved: number | undefined): LineStory {
	const { list, starts, every, total } = fields;
	const minuteOf = (index: number) => (starts + index * every) % DAY;
	const points = list.map((value, index) => pointOf(program, fields, value, minuteOf(index)));
	return {
		points,
		moved: moved === undefined ? undefined : pointOf(program, fields, moved, minuteOf(list.length)),
		total: total && Reflect.has(program, total.function) ? totalOf(program, fields, total.function, points) : undefined
	};
}

function totalOf(program: object, { list, every }: LineFields, name: string, points: LinePoint[]): LineTotal {
	const right = every * points.filter(({ zone }) => zone !== 'right').length;
	// A copy, because the program may change what it is given.
	const answer = ask(program, name, [...list]);
	return { answer, right, verdict: verdict(answer, right) };
}

/** A stretch of values that follow each other, by index. */
export interface Run {
	from: number;
	to: number;
}

/** Finds where the program is wrong, as stretches of values that follow each other. */
export function wrongRuns(points: readonly LinePoint[]): Run[] {
	const runs: Run[] = [];
	for (const [index, point] of points.entries()) {
		if (point.verdict === 'right') continue;
		const last = runs.at(-1);
		if (last?.to === index - 1) last.to = index;
		else runs.push({ from: index, to: index });
	}
	return runs;
}
