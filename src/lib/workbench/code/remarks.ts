/** What someone else wrote about lines of this code, for the editor to show and for a list below it. */
import type { Snippet } from 'svelte';
import type { LineRemark } from '#lib/editor/contract.ts';
import type { SourcePlace } from '#sandbox/report.ts';
import type { WorkSession } from '../session/work-session.svelte.ts';

export interface Remarks {
	/** Those that are to be seen in the code. */
	lines: LineRemark[];
	/** All of them, in words; it may show a line. Null: there are none. */
	list: Snippet<[workSession: WorkSession, show: (place: SourcePlace) => void]> | null;
}
