import type { NumberSettingWithStart } from '#lib/domain/challenge.ts';

/** Largest number of evenly spaced stops, as many as a finger can find. With more values, the stops lie ever wider apart. */
const MOST_EVEN_DIAL_STOPS = 100;
const DIAL_STOP_GROWTH_FACTOR = 1.1;

/** Returns the values of the stops in order, from `min` to `max`; `start` is always among them. */
export function dialStopsOf({ min, max, step, start }: Omit<NumberSettingWithStart, 'id'>): number[] {
	const valueOfStep = (index: number) => Number((min + index * step).toFixed(9));
	const stepIndexOf = (value: number) => Math.round((value - min) / step);
	const lastIndex = stepIndexOf(max);
	const indices = new Set([stepIndexOf(start)]);
	for (let index = 0; index < lastIndex;) {
		indices.add(index);
		const widerIndex =
			lastIndex < MOST_EVEN_DIAL_STOPS
				? index
				: stepIndexOf(roundToTwoDigits(valueOfStep(index) * DIAL_STOP_GROWTH_FACTOR));
		index = Math.max(index + 1, widerIndex);
	}
	return [...indices.add(lastIndex)].sort((one, other) => one - other).map(valueOfStep);
}

export function nearestStopIndex(stops: number[], value: number): number {
	const distances = stops.map((stop) => Math.abs(stop - value));
	return distances.indexOf(Math.min(...distances));
}

const roundToTwoDigits = (value: number) => Number(value.toPrecision(2));
