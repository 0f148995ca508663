/**
 * A date and time as a form's field has it (2026-11-27T18:00), and the moment that it means in a time zone. The zone is the browser's;
 * without a script it is that of the server.
 */

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;
const HOUR = 3_600_000;

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone, if there is one of that name. */
export function parseZone(text: unknown): string | undefined {
	if (typeof text !== 'string' || text === '' || text.length > 64) return undefined;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
}

/** Undefined: it is no date and time. A time that the clocks jump over means the one an hour later. */
export function momentOf(local: string, zone: string): Date | undefined {
	const found = LOCAL.exec(local.trim());
	if (!found) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
	const wanted = Date.UTC(year, month - 1, day, hour, minute);
	// What is no date would be another: the 30th of February, the 13th month.
	if (year < 2000 || year > 2100 || new Date(wanted).toISOString().slice(0, 16) !== local.trim().slice(0, 16))
		return undefined;
	// The offset is that of the moment itself, which is not known yet: the second guess is right but in the hour of a change.
	const first = wanted - offsetAt(wanted, zone);
	const second = wanted - offsetAt(first, zone);
	return new Date(first + offsetAt(first, zone) === wanted ? first : second);
}

/** As a field shows it. */
export function localOf(moment: Date, zone: string): string {
	return new Date(moment.getTime() + offsetAt(moment.getTime(), zone)).toISOString().slice(0, 16);
}

/** Days since 1970 in that zone: for telling today from tomorrow. */
export function dayNumber(moment: Date, zone: string): number {
	return Math.floor((moment.getTime() + offsetAt(moment.getTime(), zone)) / (24 * HOUR));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of universal time, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
	let clock = clocks.get(zone);
	if (!clock) {
		clock = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric'
		});
		clocks.set(zone, clock);
	}
	const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}
