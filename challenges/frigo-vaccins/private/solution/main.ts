export function status(celsius: number): string {
	if (celsius > 8) return 'warm';
	if (celsius < 2) return 'cold';
	return 'ok';
}

export function minutesOut(readings: number[]): number {
	let minutes = 0;
	for (const celsius of readings) if (status(celsius) !== 'ok') minutes = minutes + 15;
	return minutes;
}

export function longestOut(readings: number[]): number {
	let longest = 0;
	let run = 0;
	for (const celsius of readings) {
		if (status(celsius) === 'ok') run = 0;
		else run = run + 15;
		if (run > longest) longest = run;
	}
	return longest;
}
