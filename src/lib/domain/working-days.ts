/** Counts working days, Monday to Friday; public holidays count too, so that due dates come early rather than late. */
const SATURDAY = 6;
const SUNDAY = 0;
const DAY_MILLISECONDS = 86_400_000;

/** Returns the moment `days` working days later, at the same hour. */
export function addWorkingDays(moment: Date, days: number): Date {
	let at = moment.getTime();
	for (let remainingDays = days; remainingDays > 0;) {
		at += DAY_MILLISECONDS;
		if (isWorkingDay(new Date(at))) remainingDays -= 1;
	}
	return new Date(at);
}

const isWorkingDay = (day: Date): boolean => day.getUTCDay() !== SATURDAY && day.getUTCDay() !== SUNDAY;
