/** A night in a fridge of Valcendre, and the appointments of the day after. Invented by hand. */

/** Degrees on the middle shelf, every 15 minutes from 22:00. */
export const readings = [
	4.6, 4.8, 5.1, 5.9, 6.8, 7.6, 8, 8.7, 9.4, 10.1, 10.8, 11, 10.2, 8.6, 6.9, 5.2, 3.8, 2.7, 2, 1.2, 0.4, -0.6, -1.4,
	-2.1, -1.8, -0.9, 0.3, 1.4, 2.2, 3.1, 3.9, 4.4, 4.7
];

/** The same night on all shelves: at the top it stayed right, at the bottom it only froze. */
export const shelves = {
	top: readings.map((celsius) => 5 + (celsius - 4.5) / 3),
	middle: readings,
	bottom: readings.map((celsius) => Math.min(celsius, 6) - 0.5)
};

/** Who comes: the minute of the day, the shelf of the vaccine, and the kilometres to the other pharmacy, if they can go there. */
export const appointments: [minute: number, shelf: keyof typeof shelves, kilometres: number | null][] = [
	[540, 'middle', 4],
	[550, 'top', 12],
	[570, 'bottom', null],
	[585, 'middle', 18],
	[600, 'bottom', 3],
	[620, 'middle', null],
	[640, 'top', 6],
	[660, 'middle', 5],
	[690, 'bottom', 14],
	[720, 'middle', null],
	[840, 'middle', 9],
	[870, 'bottom', 2],
	[900, 'top', null],
	[930, 'middle', 16],
	[960, 'bottom', null],
	[1020, 'middle', 7]
];
