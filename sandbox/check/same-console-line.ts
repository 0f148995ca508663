import type { ConsoleValue } from '../report.ts';

export function isSameConsoleLine(one: ConsoleValue[], other: ConsoleValue[]): boolean {
	return one.length === other.length && one.every((value, index) => isSameConsoleValue(value, other[index]));
}

function isSameConsoleValue(one: ConsoleValue, other: ConsoleValue | undefined): boolean {
	if (other === undefined || one.kind !== other.kind || one.text !== other.text || one.more !== other.more)
		return false;
	const [mine, theirs] = [one.entries ?? [], other.entries ?? []];
	if (mine.length !== theirs.length) return false;
	return mine.every(
		({ key, value }, index) => key === theirs[index]?.key && isSameConsoleValue(value, theirs[index]?.value)
	);
}
