/** Default values of the form for a new assignment. */
import { localOf, momentOf } from '#lib/domain/local-time.ts';
import { daysAfter } from '#lib/domain/school-class.ts';

const DAYS = 7;
const HOUR = '18:00';

export function defaultDue(now: Date, zone: string): Date {
	const day = localOf(daysAfter(now, DAYS), zone).slice(0, 10);
	return momentOf(`${day}T${HOUR}`, zone) ?? daysAfter(now, DAYS);
}
