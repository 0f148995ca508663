import type { VisitTimes } from '../visit.ts';
import { SLICE_MILLISECONDS, type StartTrace } from './read-trace.ts';

const BAR_CHARACTERS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const LABEL_WIDTH = 44;
const SHOWN_WORK_KIND_COUNT = 8;

export interface WaterfallFigures extends StartTrace {
	name: string;
	marks: Pick<VisitTimes, 'readable' | 'editable' | 'scene'>;
}

export function formatWaterfall({ name, marks, threads, files }: WaterfallFigures): string[] {
	return [
		`${name}, one column is ${SLICE_MILLISECONDS} ms: ${formatMarks(marks).join(' · ')}`,
		...files.map(({ path, start, end, kilobytes }) =>
			formatRow(
				`${shortenPath(path)} ${Math.round(kilobytes)} kB`,
				drawSpan(start, end),
				`${Math.round(start)} to ${Math.round(end)}`
			)
		),
		...threads.flatMap(({ name: thread, busyBySlice, kinds }) => [
			formatRow(thread, busyBySlice.map(drawBar).join('')),
			`${' '.repeat(LABEL_WIDTH)} ${kinds
				.slice(0, SHOWN_WORK_KIND_COUNT)
				.map(({ kind, milliseconds }) => `${kind} ${Math.round(milliseconds)}`)
				.join(' · ')}`
		])
	];
}

const formatMarks = (marks: WaterfallFigures['marks']): string[] =>
	Object.entries(marks).map(([mark, milliseconds]) => `${mark} ${Math.round(milliseconds)}`);

const formatRow = (label: string, drawing: string, note = ''): string =>
	`${label.padEnd(LABEL_WIDTH)}|${drawing}${note === '' ? '' : ` ${note}`}`;

/** Keeps a path's end, which names the file. */
const shortenPath = (path: string): string => (path.length <= 32 ? path : `…${path.slice(-31)}`);

function drawSpan(start: number, end: number): string {
	const first = Math.floor(start / SLICE_MILLISECONDS);
	const count = Number.isFinite(end) ? Math.max(1, Math.ceil(end / SLICE_MILLISECONDS) - first) : 1;
	return ' '.repeat(first) + '─'.repeat(count);
}

function drawBar(milliseconds: number): string {
	const share = Math.min(1, milliseconds / SLICE_MILLISECONDS);
	return BAR_CHARACTERS[Math.ceil(share * (BAR_CHARACTERS.length - 1))] ?? ' ';
}
