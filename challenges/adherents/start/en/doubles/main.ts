/** A member is a dictionary: for each name of a column, its value. */
export type Member = Record<string, string>;

/** Takes a name. Returns a key: the same for every way of writing this name. */
export function normalise(name: string): string {
	let key = name.toLowerCase();
	key = key.normalize('NFD').replace(/\p{M}/gu, '');
	key = key.replaceAll('-', ' ');
	const words = key.split(' ').filter((word) => word !== '');
	words.sort();
	return words.join(' ');
}

/** Takes the list of lines. Returns those of a person who was there before. */
export function duplicates(members: Member[]): Member[] {
	const seen: Record<string, boolean> = {};
	const found: Member[] = [];
	for (const member of members) {
		const key = normalise(member.name);
		// Go on here: if the key is already in seen, this is a duplicate. Then note the key in seen.
	}
	return found;
}
