/** The figures of the decision, on the 200 stays and with the student's own `price`. Pure. */
import { purge } from '../given';
import { mistakes, stays, tonight, type Stay } from '../data/tickets';
import { priceOf } from './stays';

export interface Figure {
	id: string;
	value: number;
	unit: 'cents' | 'count' | 'days';
	of?: number;
}

/** What the meter remembers: `days` is null when no plate is typed at all. */
export interface Rule {
	days: number | null;
	places: boolean;
	freeStay: number;
}

/** As many passages as recognise nearly anyone, see the challenge's sources. */
const ENOUGH = 4;
const DAY = 1440;
/** Days that `kept` keeps a plate: all that our data cover. */
const WHOLE_TRIAL = 14;
/** Invented: the cents that are owed for a stay noticed as unpaid. */
const FEE = 2000;
/** Minutes between two free tickets that follow each other. */
const RIGHT_AFTER = 5;

export function ruleOf(option: string, values: Record<string, number> = {}): Rule {
	if (option === 'erased') return { days: 0, places: true, freeStay: 20 };
	if (option === 'kept') return { days: WHOLE_TRIAL, places: true, freeStay: 20 };
	if (option === 'another') {
		return { days: values['keepDays'] ?? 7, places: (values['noteZone'] ?? 0) > 0, freeStay: values['freeStay'] ?? 20 };
	}
	return { days: null, places: false, freeStay: 20 };
}

/** What the student's program asks; nothing at all when it answers nonsense, and that is seen in the takings. */
export function asked(minutes: number, rule: Rule): number {
	if (minutes === 0) return 0;
	// A longer free time than the voted one is the council's to give: the program is asked for what is beyond it.
	if (rule.freeStay > 20 && minutes <= rule.freeStay) return 0;
	return Math.round((priceOf(minutes).number ?? 0) * 100) / 100;
}

/** The passages still written somewhere tonight. Without a plate there is nothing to write. */
export function storedTonight(rule: Rule): Stay[] {
	if (rule.days === null) return [];
	const typed = stays.filter((stay) => stay.minutes > 0);
	const running = new Set(stillRunning(typed));
	const oldest = tonight - rule.days * DAY;
	return typed.filter((stay) => running.has(stay) || stay.start + stay.minutes >= oldest);
}

function stillRunning(typed: Stay[]): Stay[] {
	try {
		const answer: unknown = purge(typed, tonight);
		return Array.isArray(answer) ? (answer as Stay[]) : [];
	} catch {
		return [];
	}
}

const isFree = (stay: Stay): boolean => stay.minutes > 0 && stay.minutes <= 20;

/** Free minutes taken again as soon as they end, by the same plate in the same place. */
const takenAgain: Stay[] = stays.filter(
	(stay) =>
		isFree(stay) &&
		stays.some(
			(before) =>
				isFree(before) &&
				before.plate === stay.plate &&
				before.zone === stay.zone &&
				before.start < stay.start &&
				stay.start - (before.start + before.minutes) <= RIGHT_AFTER
		)
);

/** Whether a plate noted for `earlier` is still there at a minute. What was erased can prove nothing, to anybody. */
const remembered = (earlier: Stay, minute: number, days: number): boolean =>
	earlier.start + earlier.minutes >= minute - days * DAY;

const dayOf = ({ start }: Stay): number => Math.floor(start / DAY);

/** Once may be chance, and twice: a habit is noticed on the third day, if both others are still on record, with their place. */
function habits({ days, places }: Rule): Stay[] {
	if (days === null || !places) return [];
	return takenAgain.filter((stay) => {
		const before = takenAgain.filter(
			(each) =>
				each.plate === stay.plate &&
				each.zone === stay.zone &&
				dayOf(each) < dayOf(stay) &&
				remembered(each, stay.start, days)
		);
		return new Set(before.map(dayOf)).size >= 2;
	});
}

export function noticed(rule: Rule): Stay[] {
	const again = new Set(habits(rule));
	return stays.filter((stay) => {
		if (again.has(stay)) return true;
		if (stay.seenAt === null) return false;
		// A borrowed paper ticket looks like any other; a plate does not pass from car to car.
		if (stay.borrowed) return rule.days !== null;
		const limit = stay.minutes === 0 ? 0 : Math.max(stay.minutes, rule.freeStay > 20 ? rule.freeStay : 0);
		return stay.seenAt > stay.start + limit;
	});
}

/** Fees asked by mistake that are cancelled: by the driver's paper ticket, or by what the town hall still has on record. */
export function cancelled({ days }: Rule): number {
	return mistakes.filter(({ stay, contestedAt, paperKept }) =>
		days === null ? paperKept : remembered(stay, contestedAt, days)
	).length;
}

export function platesTold(rule: Rule, stored: Stay[]): string[] {
	if (!rule.places) return [];
	const counts = new Map<string, number>();
	for (const { plate } of stored) counts.set(plate, (counts.get(plate) ?? 0) + 1);
	return [...counts].filter(([, count]) => count >= ENOUGH).map(([plate]) => plate);
}

const plates = new Set(stays.map(({ plate }) => plate)).size;

export function measure(option: string, values: Record<string, number> = {}): Figure[] {
	const rule = ruleOf(option, values);
	const stored = storedTonight(rule);
	const unpaid = noticed(rule).length;
	const tickets = stays.reduce((sum, stay) => sum + asked(stay.minutes, rule), 0);
	return [
		{ id: 'takings', value: tickets + unpaid * FEE, unit: 'cents' },
		{ id: 'unpaid', value: unpaid, unit: 'count', of: stays.length },
		{ id: 'cancelled', value: cancelled(rule), unit: 'count', of: mistakes.length },
		{ id: 'stored', value: stored.length, unit: 'count', of: stays.length },
		{ id: 'told', value: platesTold(rule, stored).length, unit: 'count', of: plates },
		{ id: 'kept', value: rule.days ?? 0, unit: 'days' }
	];
}
