import type { Snippet } from 'svelte';
import type { LineRemark } from '#lib/editor/contract.ts';
import type { SourcePlace } from '#sandbox/report.ts';
import type { WorkSession } from '../session/work-session.svelte.ts';

export interface CodeRemarks {
	lines: LineRemark[];
	/** Renders all comments as a list, in which `show` goes to a line of the code. Null without comments. */
	list: Snippet<[workSession: WorkSession, show: (place: SourcePlace) => void]> | null;
}
