/** Degrees on the middle shelf, every 15 minutes from 22:00. */
export const readings = [
	4.6, 4.8, 5.1, 5.9, 6.8, 7.6, 8, 8.7, 9.4, 10.1, 10.8, 11, 10.2, 8.6, 6.9, 5.2, 3.8, 2.7, 2, 1.2, 0.4, -0.6, -1.4,
	-2.1, -1.8, -0.9, 0.3, 1.4, 2.2, 3.1, 3.9, 4.4, 4.7
];
/** The same night on all shelves: at the top it stayed right, at the bottom it only froze. */
export const shelves: Record<string, number[]> = {
	top: readings.map((celsius) => 5 + (celsius - 4.5) / 3),
	middle: readings,
	bottom: readings.map((celsius) => Math.min(celsius, 6) - 0.5)
};
