/** Text to insert into code, and the line that each offset is in. */

export interface TextInsertion {
	offset: number;
	text: string;
}

export function insertTexts(code: string, insertions: TextInsertion[]): string {
	let result = '';
	let from = 0;
	for (const { offset, text } of insertions) {
		result += code.slice(from, offset) + text;
		from = offset;
	}
	return result + code.slice(from);
}

export function lineStartOffsets(code: string): number[] {
	const starts = [0];
	for (let at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

export function lineIndexAt(starts: number[], at: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= at) low = middle;
		else high = middle - 1;
	}
	return low;
}
