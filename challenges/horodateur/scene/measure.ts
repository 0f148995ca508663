/** The figures of the decision, on the 200 stays and with the student's own `price`. Pure. */
import { purge } from '../given';
import { stays, tonight, type Stay } from '../data/tickets';
import { ask } from './stays';

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

export function ruleOf(option: string, values: Record<string, number> = {}): Rule {
	if (option === 'erased') return { days: 0, places: true, freeStay: 20 };
	if (option === 'kept') return { days: 365, places: true, freeStay: 20 };
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
	const answer = ask(minutes);
	return answer.kind === 'cents' ? answer.cents : 0;
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

/** Free minutes taken again as soon as they end, by the same plate in the same place. */
function takenAgain(): Stay[] {
	return stays.filter(
		(stay) =>
			stay.minutes > 0 &&
			stay.minutes <= 20 &&
			stays.some(
				(before) =>
					before !== stay &&
					before.plate === stay.plate &&
					before.zone === stay.zone &&
					before.minutes > 0 &&
					before.minutes <= 20 &&
					before.start < stay.start &&
					stay.start - (before.start + before.minutes) <= 5
			)
	);
}

export function noticed(rule: Rule): Stay[] {
	const again = new Set(rule.days !== null && rule.days > 0 ? takenAgain() : []);
	return stays.filter((stay) => {
		if (again.has(stay)) return true;
		if (stay.seenAt === null) return false;
		// A borrowed paper ticket looks like any other; a plate does not pass from car to car.
		if (stay.borrowed) return rule.days !== null;
		const limit = stay.minutes === 0 ? 0 : Math.max(stay.minutes, rule.freeStay > 20 ? rule.freeStay : 0);
		return stay.seenAt > stay.start + limit;
	});
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
	return [
		{ id: 'takings', value: stays.reduce((sum, stay) => sum + asked(stay.minutes, rule), 0), unit: 'cents' },
		{ id: 'unpaid', value: noticed(rule).length, unit: 'count', of: stays.length },
		{ id: 'stored', value: stored.length, unit: 'count', of: stays.length },
		{ id: 'told', value: platesTold(rule, stored).length, unit: 'count', of: plates },
		{ id: 'kept', value: rule.days ?? 0, unit: 'days' }
	];
}
