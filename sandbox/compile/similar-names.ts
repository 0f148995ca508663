const MAX_SUGGESTIONS = 8;
/** Upper limit of names, because each name is compared letter by letter. A challenge has some dozens of names. */
const MAX_NAMES_COMPARED = 500;
const MAX_NAME_CHARACTERS = 100;

export function nearestNames(written: string, names: readonly string[]): string[] {
	return names
		.slice(0, MAX_NAMES_COMPARED)
		.map((name) => name.slice(0, MAX_NAME_CHARACTERS))
		.map((name) => ({ name, distance: editDistance(simplifySpecifier(written), simplifySpecifier(name)) }))
		.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
		.slice(0, MAX_SUGGESTIONS)
		.map(({ name }) => name);
}

function simplifySpecifier(specifier: string): string {
	return specifier
		.slice(0, MAX_NAME_CHARACTERS)
		.replace(/^(\.{1,2}\/)+/, '')
		.replace(/\.(ts|js|json)$/, '')
		.toLowerCase();
}

export function editDistance(a: string, b: string): number {
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
