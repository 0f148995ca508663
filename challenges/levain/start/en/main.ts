/** When the shop opens, in minutes since midnight: 7 o’clock. */
const OPENS = 7 * 60;
/** From baking to cooling: an hour and a half. */
const BAKING = 90;
/** A day, in minutes. */
const DAY = 24 * 60;

/** Takes the temperature of the bakehouse. Returns how many minutes the dough takes to rise. */
export function rise(celsius: number): number {
	let minutes = 240;
	for (let degree = 24; degree < celsius; degree++) minutes = minutes * 0.9;
	for (let degree = 24; degree > celsius; degree--) minutes = minutes * 1.1;
	return Math.round(minutes);
}

/** Takes the temperature of the bakehouse. Returns when to knead, in minutes since midnight. */
export function kneadAt(celsius: number): number {
	// Four hours, in every season.
	return OPENS - BAKING - 240;
}

/** Takes the temperature and the hour of kneading. Returns when to put the dough into the fridge. */
export function fridgeAt(celsius: number, kneaded: number): number {
	// Straight from kneading into the cold.
	return kneaded;
}
