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
	const minute = OPENS - BAKING - rise(celsius);
	return minute < 0 ? minute + DAY : minute;
}

/** Takes the temperature and the hour of kneading. Returns when to put the dough into the fridge. */
export function fridgeAt(celsius: number, kneaded: number): number {
	return (kneaded + rise(celsius)) % DAY;
}

/** Takes the temperatures of the dough, one an hour. Returns how far it has risen, in per cent. */
export function risen(hours: number[]): number {
	let percent = 0;
	for (const celsius of hours) percent = percent + 6000 / rise(celsius);
	return percent;
}
