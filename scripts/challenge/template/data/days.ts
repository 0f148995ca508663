/** FR  Cinq jours de cantine, inventés.   EN  Five days at the canteen, invented. */
export interface Day {
	booked: number;
	came: number;
}

export const days: Day[] = [
	{ booked: 96, came: 81 },
	{ booked: 104, came: 90 },
	{ booked: 88, came: 61 },
	{ booked: 110, came: 98 },
	{ booked: 79, came: 70 }
];
