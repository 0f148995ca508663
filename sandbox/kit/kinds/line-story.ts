import { ask, verdict, type Answer, type Verdict } from '../ask.ts';
import type { LineFields } from './fields.ts';

/** Where a value lies relative to the band. `odd`: the program returned none of the three answers. */
type BandZone = 'below' | 'right' | 'above';
export type AnsweredBandZone = BandZone | 'odd';

export interface LinePoint {
	value: number;
	/** Minute of the day. */
	minute: number;
	answer: Answer;
	answeredZone: AnsweredBandZone;
	/** The right answer; `zone` is where the value really lies. */
	expected: string;
	zone: BandZone;
	verdict: Verdict;
}

export interface LineTotal {
	answer: Answer;
	right: number;
	verdict: Verdict;
}

export interface LineStory {
	points: LinePoint[];
	movedPoint: LinePoint | undefined;
	/** The program's count; undefined while the program has no such function. */
	total: LineTotal | undefined;
}

const BAND_ZONES = ['below', 'right', 'above'] as const;
const MINUTES_PER_DAY = 1440;

function bandZoneOf(value: number, { from, to }: LineFields['right']): BandZone {
	if (value < from) return 'below';
	return value > to ? 'above' : 'right';
}

function createLinePoint(program: object, { point, right }: LineFields, value: number, minute: number): LinePoint {
	const answer = ask(program, point.function, value);
	const zone = bandZoneOf(value, right);
	const answeredZone = BAND_ZONES.find((each) => verdict(answer, point[each]) === 'right') ?? 'odd';
	return {
		value,
		minute,
		answer,
		answeredZone,
		expected: point[zone],
		zone,
		verdict: verdict(answer, point[zone])
	};
}

/** Calls the program for everything that the line shows. `movedValue` is the value that the dial sets, after all others. */
export function createLineStory(program: object, fields: LineFields, movedValue: number | undefined): LineStory {
	const { list, starts, every, total } = fields;
	const minuteOf = (index: number) => (starts + index * every) % MINUTES_PER_DAY;
	const points = list.map((value, index) => createLinePoint(program, fields, value, minuteOf(index)));
	return {
		points,
		movedPoint:
			movedValue === undefined ? undefined : createLinePoint(program, fields, movedValue, minuteOf(list.length)),
		total:
			total && Reflect.has(program, total.function)
				? createLineTotal(program, fields, total.function, points)
				: undefined
	};
}

function createLineTotal(
	program: object,
	{ list, every }: LineFields,
	functionName: string,
	points: LinePoint[]
): LineTotal {
	const rightMinutes = every * points.filter(({ zone }) => zone !== 'right').length;
	// The program gets a copy, because it may change the list.
	const answer = ask(program, functionName, [...list]);
	return { answer, right: rightMinutes, verdict: verdict(answer, rightMinutes) };
}

export interface PointRange {
	from: number;
	to: number;
}

export function findWrongRanges(points: readonly LinePoint[]): PointRange[] {
	const wrongRanges: PointRange[] = [];
	for (const [index, point] of points.entries()) {
		if (point.verdict === 'right') continue;
		const lastRange = wrongRanges.at(-1);
		if (lastRange?.to === index - 1) lastRange.to = index;
		else wrongRanges.push({ from: index, to: index });
	}
	return wrongRanges;
}
