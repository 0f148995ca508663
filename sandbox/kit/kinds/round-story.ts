import { ask } from '../ask.ts';
import type { RoundFields, RoundStop } from './fields.ts';

/** A visited stop, with the minutes of arrival and departure, from the beginning of the round. */
export interface StopVisit extends RoundStop {
	arrives: number;
	leaves: number;
	isLate: boolean;
}

/** Reason why a round ends early: the program returned a stop for the second time, or a value that is no stop. */
export interface RoundFault {
	kind: 'again' | 'none';
	shown: string;
}

export interface RoundStory {
	from: RoundStop;
	visits: StopVisit[];
	missedStops: RoundStop[];
	fault: RoundFault | undefined;
	kilometres: number;
	/** Minutes until the van is back. */
	minutes: number;
	/** Minute of the day at which the last stop is reached. */
	last: number;
	isLong: boolean;
	isRight: boolean;
	isMoved: boolean;
}

export type RoundPlan = Pick<RoundFields, 'stops' | 'starts' | 'pace' | 'function' | 'gives' | 'most'>;

const EMPTY_STOP: RoundStop = { name: '', x: 0, y: 0, minutes: 0 };
/** Largest difference, in kilometres, that counts as a rounding error; `verdict` allows the same difference. */
const MAX_ROUNDING_ERROR_KILOMETRES = 0.005;

/** Calls the program for a round through all stops, or through as many stops as the dial sets. */
export function createRoundStory(program: object, fields: RoundPlan, stopCount: number | undefined): RoundStory {
	const { starts, pace, most } = fields;
	const [from = EMPTY_STOP, ...all] = fields.stops;
	const stops = all.slice(0, stopCount ?? all.length);
	const { route, fault } = askForStops(program, fields, from, stops);
	const visits: StopVisit[] = [];
	let [here, minute, kilometres] = [from, 0, 0];
	for (const stop of route) {
		const kilometresToStop = kilometresBetween(here, stop);
		const arrives = minute + kilometresToStop * pace;
		const leaves = arrives + stop.minutes;
		visits.push({ ...stop, arrives, leaves, isLate: stop.until !== undefined && starts + arrives > stop.until });
		[here, minute, kilometres] = [stop, leaves, kilometres + kilometresToStop];
	}
	const kilometresBack = kilometresBetween(here, from);
	kilometres += kilometresBack;
	const missedStops = stops.filter((stop) => !route.includes(stop));
	const isLong =
		most !== undefined &&
		stopCount === undefined &&
		missedStops.length === 0 &&
		kilometres > most + MAX_ROUNDING_ERROR_KILOMETRES;
	return {
		from,
		visits,
		missedStops,
		fault,
		kilometres,
		minutes: minute + kilometresBack * pace,
		last: starts + (visits.at(-1)?.arrives ?? 0),
		isLong,
		isRight: fault === undefined && missedStops.length === 0 && !isLong && !visits.some(({ isLate }) => isLate),
		isMoved: stopCount !== undefined
	};
}

/** Returns the length, times and faults of the round that the program chooses, for authors who compute figures in code. */
export function roundFigures(
	program: object,
	plan: RoundPlan
): { kilometres: number; minutes: number; last: number; missed: number; late: number } {
	const { kilometres, minutes, last, missedStops, visits } = createRoundStory(program, plan, undefined);
	return { kilometres, minutes, last, missed: missedStops.length, late: visits.filter(({ isLate }) => isLate).length };
}

const kilometresBetween = (a: RoundStop, b: RoundStop): number => Math.hypot(b.x - a.x, b.y - a.y);

interface ChosenRoute {
	route: RoundStop[];
	fault?: RoundFault;
}

/** Returns the stops in the program's order, up to the first returned value that is not a remaining stop. */
function askForStops(
	program: object,
	{ function: name, gives }: RoundPlan,
	from: RoundStop,
	stops: readonly RoundStop[]
): ChosenRoute {
	if (gives === 'order') return followReturnedOrder(ask(program, name, { ...from }, copyStops(stops)), from, stops);
	const route: RoundStop[] = [];
	while (route.length < stops.length) {
		const remainingStops = stops.filter((stop) => !route.includes(stop));
		// The program gets copies, because it may change what it gets.
		const answer = ask(program, name, { ...(route.at(-1) ?? from) }, copyStops(remainingStops));
		const nextStop = remainingStops.find((stop) => stop.name === stopNameIn(answer.value));
		if (nextStop === undefined) return { route, fault: roundFaultOf(answer.value, answer.shown, [from, ...stops]) };
		route.push(nextStop);
	}
	return { route };
}

function followReturnedOrder(
	{ value, shown }: { value?: unknown; shown: string },
	from: RoundStop,
	stops: readonly RoundStop[]
): ChosenRoute {
	if (!Array.isArray(value)) return { route: [], fault: { kind: 'none', shown } };
	const route: RoundStop[] = [];
	for (const [index, each] of (value as unknown[]).entries()) {
		const name = stopNameIn(each);
		// The program may list the place where the round begins and ends, or leave it out.
		if (name === from.name && (index === 0 || index === value.length - 1)) continue;
		const nextStop = stops.find((stop) => stop.name === name && !route.includes(stop));
		if (nextStop === undefined) return { route, fault: roundFaultOf(each, String(name ?? each), [from, ...stops]) };
		route.push(nextStop);
	}
	return { route };
}

function stopNameIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
	return typeof name === 'string' ? name : undefined;
}

function roundFaultOf(value: unknown, shown: string, knownStops: readonly RoundStop[]): RoundFault {
	const name = stopNameIn(value);
	return knownStops.some((stop) => stop.name === name) ? { kind: 'again', shown: name ?? '' } : { kind: 'none', shown };
}

const copyStops = (stops: readonly RoundStop[]): RoundStop[] => stops.map((stop) => ({ ...stop }));
