/** The measures of one bed, as the program's `Observation`. */
export interface Measures {
	breaths: number;
	saturation: number | null;
	onOxygen: boolean;
	systolic: number;
	pulse: number | null;
	alert: boolean;
	temperature: number;
}

/** Somebody who is well, but for what is said: every measure scores 0. */
export function bedWith(changes: Partial<Measures> = {}): Measures {
	return {
		breaths: 16,
		saturation: 97,
		onOxygen: false,
		systolic: 125,
		pulse: 72,
		alert: true,
		temperature: 36.8,
		...changes
	};
}
