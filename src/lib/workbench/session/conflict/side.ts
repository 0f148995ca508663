/** Defines one side of a comparison: its differences, and the unchanged lines around them. */
import type { Change, Part } from '../../history/difference.ts';

export type SideLine =
	| { kind: 'line'; /** Differs from the other side. */ own: boolean; parts: Part[] }
	| { kind: 'skipped'; count: number };

export function sideOf({ lines }: Change, side: 'mine' | 'theirs'): SideLine[] {
	const other = side === 'mine' ? 'new' : 'gone';
	const shown = lines.flatMap((line): SideLine[] => {
		if (line.kind === 'skipped') return [line];
		return line.kind === other ? [] : [{ kind: 'line', own: line.kind !== 'same', parts: line.parts }];
	});
	return shown.some(({ kind }) => kind === 'line') ? shown : [];
}
