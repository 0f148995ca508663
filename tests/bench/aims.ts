import { aimAtMost, type Aim } from './aim.ts';
import { classroomAims } from './classroom.ts';
import { hasClassroomFigures, type AllBenchFigures } from './figures.ts';
import { judgeAims } from './judge.ts';
import { BENCH_SCENES, type BenchScene } from './lab/sources.ts';

/** Aims for edits, compared with sucrase and a fresh worker in the same run. */
function listEditAims(scene: BenchScene, { edit, rebuild }: AllBenchFigures): Aim[] {
	const [editFigures, rebuildFigures] = [edit[scene], rebuild[scene]];
	if (editFigures === undefined || rebuildFigures === undefined) return [];
	const { braise, sucrase } = editFigures;
	const { untilLastResult: lastResult } = braise;
	const medianRatio = (name: keyof typeof braise) => braise[name].p50 / sucrase[name].p50;
	return [
		...(scene === 'plain'
			? [aimAtMost('plain: edit → first result, p50, times sucrase', 0.35, medianRatio('untilFirstResult'))]
			: []),
		aimAtMost(`${scene}: edit → last result, p50, times sucrase`, 0.5, medianRatio('untilLastResult')),
		aimAtMost(`${scene}: edit → last result, p95, times its p50`, 2.5, lastResult.p95 / lastResult.p50),
		aimAtMost(`${scene}: edit → first picture, p50, times sucrase`, 0.6, medianRatio('untilDrawn')),
		aimAtMost(`${scene}: rebuild, p50, times native`, 2.5, rebuildFigures.worker.p50 / rebuildFigures.native.p50)
	];
}

export function allAimsOf(figures: AllBenchFigures): Aim[] {
	const { loops, starts, judge } = figures;
	const slowStart = starts.find(({ slowdown, line }) => slowdown > 1 && line.bitsPerSecond === undefined);
	const school = starts.find(({ line }) => line.bitsPerSecond !== undefined);
	const longestGap = Math.max(loops.scene.longestGap.p50, loops.check.longestGap.p50);
	const longestOvertime = Math.max(loops.scene.overtime.p50, loops.check.overtime.p50);
	return [
		...BENCH_SCENES.flatMap((scene) => listEditAims(scene, figures)),
		aimAtMost('longest gap of the page under a loop, ms', 50, longestGap),
		aimAtMost('a loop is stopped past its limit, ms', 100, longestOvertime),
		...(slowStart === undefined
			? []
			: [
					aimAtMost('cold, 4x slower: readable, ms', 700, slowStart.cold.readable),
					aimAtMost('cold, 4x slower: the scene runs, ms', 1300, slowStart.cold.scene),
					aimAtMost('cold, 4x slower: editable, ms', 900, slowStart.cold.editable),
					aimAtMost('cold, 4x slower: first edit’s result, ms', 2500, slowStart.cold.result),
					aimAtMost('cold: files of the page before the scene runs', 30, slowStart.cold.files),
					aimAtMost('warm, 4x slower: the scene runs, ms', 900, slowStart.warm.scene),
					aimAtMost('second visit, kB', 100, slowStart.warm.bytes / 1000)
				]),
		...(school === undefined
			? []
			: [aimAtMost('cold, 10 Mbit/s and 40 ms: the scene runs, ms', 2500, school.cold.scene)]),
		...judgeAims(judge),
		...(hasClassroomFigures(figures) ? classroomAims(figures) : [])
	];
}
