const FORM_DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;
const HOUR_MILLISECONDS = 3_600_000;

export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Returns the canonical name of a time zone, or undefined for an unknown name. */
export function parseTimeZone(text: unknown): string | undefined {
	if (typeof text !== 'string' || text === '' || text.length > 64) return undefined;
	try {
		return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
	} catch {
		return undefined;
	}
}

/** Reads a date of a form; undefined when it is invalid. A time that a clock change skips means the time one hour later. */
export function parseFormDate(formDate: string, zone: string): Date | undefined {
	const match = FORM_DATE_PATTERN.exec(formDate.trim());
	if (!match) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
	const localTime = Date.UTC(year, month - 1, day, hour, minute);
	// `Date.UTC` turns an invalid date such as 30 February or month 13 into another date, so compare the result with the input.
	if (year < 2000 || year > 2100 || new Date(localTime).toISOString().slice(0, 16) !== formDate.trim().slice(0, 16))
		return undefined;
	// The zone's offset depends on the result, so compute it twice; only times in the hour that a clock change repeats stay
	// ambiguous.
	const firstEstimate = localTime - zoneOffsetMillisecondsAt(localTime, zone);
	const secondEstimate = localTime - zoneOffsetMillisecondsAt(firstEstimate, zone);
	return new Date(
		firstEstimate + zoneOffsetMillisecondsAt(firstEstimate, zone) === localTime ? firstEstimate : secondEstimate
	);
}

export function formatFormDate(moment: Date, zone: string): string {
	return new Date(moment.getTime() + zoneOffsetMillisecondsAt(moment.getTime(), zone)).toISOString().slice(0, 16);
}

export function countDaysSince1970(moment: Date, zone: string): number {
	return Math.floor((moment.getTime() + zoneOffsetMillisecondsAt(moment.getTime(), zone)) / (24 * HOUR_MILLISECONDS));
}

const dateFormatByZone = new Map<string, Intl.DateTimeFormat>();

function zoneOffsetMillisecondsAt(moment: number, zone: string): number {
	let zoneFormat = dateFormatByZone.get(zone);
	if (!zoneFormat) {
		zoneFormat = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric'
		});
		dateFormatByZone.set(zone, zoneFormat);
	}
	const parts = Object.fromEntries(zoneFormat.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const SATURDAY = 6;
const SUNDAY = 0;
const DAY_MILLISECONDS = 86_400_000;

export function addWorkingDays(moment: Date, days: number): Date {
	let at = moment.getTime();
	for (let remainingDays = days; remainingDays > 0;) {
		at += DAY_MILLISECONDS;
		if (isWorkingDay(new Date(at))) remainingDays -= 1;
	}
	return new Date(at);
}

const isWorkingDay = (day: Date): boolean => day.getUTCDay() !== SATURDAY && day.getUTCDay() !== SUNDAY;
