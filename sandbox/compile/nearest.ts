/** Finds the names most similar to a misspelt one. */
const MOST = 8;
/** Limits the comparisons, which go letter by letter; a challenge has some dozens of names. */
const MOST_COMPARED = 500;
const LONGEST = 100;

export function nearest(written: string, names: readonly string[]): string[] {
	return names
		.slice(0, MOST_COMPARED)
		.map((name) => name.slice(0, LONGEST))
		.map((name) => ({ name, distance: distance(bare(written), bare(name)) }))
		.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
		.slice(0, MOST)
		.map(({ name }) => name);
}

function bare(specifier: string): string {
	return specifier
		.slice(0, LONGEST)
		.replace(/^(\.{1,2}\/)+/, '')
		.replace(/\.(ts|js|json)$/, '')
		.toLowerCase();
}

function distance(a: string, b: string): number {
	let above = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const change = a[row - 1] === b[column - 1] ? 0 : 1;
			current[column] = Math.min(
				(above[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(above[column - 1] ?? 0) + change
			);
		}
		above = current;
	}
	return above[b.length] ?? 0;
}
