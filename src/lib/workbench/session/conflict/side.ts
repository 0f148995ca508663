/** One side of a comparison: what differs there, and what is the same around it. */
import type { Change, Part } from '../../history/difference.ts';

export type SideLine =
	| { kind: 'line'; /** The other side has it otherwise. */ own: boolean; parts: Part[] }
	| { kind: 'skipped'; count: number };

export function sideOf({ lines }: Change, side: 'mine' | 'theirs'): SideLine[] {
	const other = side === 'mine' ? 'new' : 'gone';
	const shown = lines.flatMap((line): SideLine[] => {
		if (line.kind === 'skipped') return [line];
		return line.kind === other ? [] : [{ kind: 'line', own: line.kind !== 'same', parts: line.parts }];
	});
	return shown.some(({ kind }) => kind === 'line') ? shown : [];
}
