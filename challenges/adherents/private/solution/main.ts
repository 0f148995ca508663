export type Member = Record<string, string>;

export function normalise(name: string): string {
	let key = name.toLowerCase();
	key = key.normalize('NFD').replace(/\p{M}/gu, '');
	key = key.replaceAll('-', ' ');
	const words = key.split(' ').filter((word) => word !== '');
	words.sort();
	return words.join(' ');
}

export function duplicates(members: Member[]): Member[] {
	const seen: Record<string, boolean> = {};
	const found: Member[] = [];
	for (const member of members) {
		const key = normalise(member.name);
		if (seen[key]) found.push(member);
		seen[key] = true;
	}
	return found;
}

export function share(members: Member[], columns: string[]): Member[] {
	const rows: Member[] = [];
	for (const member of members) {
		const row: Member = {};
		for (const column of columns) row[column] = member[column];
		rows.push(row);
	}
	return rows;
}

export function countBy(members: Member[], column: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { [column]: value } of members) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}
