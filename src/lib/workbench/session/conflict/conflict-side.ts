import type { FileChange, TextPart } from '../../history/difference.ts';

export type ConflictSideLine =
	| { kind: 'line'; /** Whether the line differs from the other side. */ isDifferent: boolean; parts: TextPart[] }
	| { kind: 'skipped'; count: number };

export function linesOfConflictSide({ lines }: FileChange, side: 'mine' | 'theirs'): ConflictSideLine[] {
	const otherKind = side === 'mine' ? 'new' : 'gone';
	const sideLines = lines.flatMap((line): ConflictSideLine[] => {
		if (line.kind === 'skipped') return [line];
		return line.kind === otherKind ? [] : [{ kind: 'line', isDifferent: line.kind !== 'same', parts: line.parts }];
	});
	return sideLines.some(({ kind }) => kind === 'line') ? sideLines : [];
}
