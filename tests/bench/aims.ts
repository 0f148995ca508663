/** Collects all aims of the bench in one list. */
import { atMost, type Aim } from './aim.ts';
import { classroomAims } from './classroom.ts';
import { hasClassroom, type AllFigures } from './figures.ts';
import { judgeAims } from './judge/report.ts';

export function aimsOf(figures: AllFigures): Aim[] {
	const { edit, rebuild, loops, starts, judge } = figures;
	const { braise, sucrase } = edit.plain;
	const slow = starts.find(({ slowdown, line }) => slowdown > 1 && line.bitsPerSecond === undefined);
	const gap = Math.max(loops.scene.longestGap.p50, loops.check.longestGap.p50);
	const late = Math.max(loops.scene.pastLimit.p50, loops.check.pastLimit.p50);
	return [
		atMost('edit → 20 results, p50, times sucrase', 1.3, braise.lastResult.p50 / sucrase.lastResult.p50),
		atMost('edit → 20 results, p95, times its p50', 2.5, braise.lastResult.p95 / braise.lastResult.p50),
		atMost('edit → first picture, p50, ms', 25, braise.drawn.p50),
		atMost('rebuild, p50, times native', 2.5, rebuild.street.worker.p50 / rebuild.street.native.p50),
		atMost('longest gap of the page under a loop, ms', 50, gap),
		atMost('a loop is stopped past its limit, ms', 100, late),
		...(slow === undefined
			? []
			: [
					atMost('cold, 4x slower: readable, ms', 1000, slow.cold.readable),
					atMost('cold, 4x slower: the scene runs, ms', 1500, slow.cold.scene),
					atMost('cold, 4x slower: editable, ms', 1000, slow.cold.editable),
					atMost('cold, 4x slower: first edit’s result, ms', 4000, slow.cold.result),
					atMost('second visit, kB', 100, slow.warm.bytes / 1000)
				]),
		...judgeAims(judge),
		...(hasClassroom(figures) ? classroomAims(figures) : [])
	];
}
