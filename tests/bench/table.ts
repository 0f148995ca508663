import { formatAims, type Aim } from './aim.ts';
import { formatClassroomFigures } from './classroom.ts';
import { hasClassroomFigures, type AllBenchFigures, type BenchMachine } from './figures.ts';
import { formatJudgeFigures } from './judge.ts';
import { BENCH_SCENES, type BenchScene } from './lab/sources.ts';
import type { MeasurementSpread } from './statistics.ts';

const formatSpread = ({ p50, p95 }: MeasurementSpread) => `${p50} / ${p95}`;

export function formatMachineLine({ browser, node, processors, load }: BenchMachine): string {
	const browserPart = browser === undefined ? '' : `${browser}, `;
	return `${browserPart}Node ${node}, ${processors} processors, load ${load.join(' → ')}`;
}

/** Returns the lines of a scene's figures; none for a scene that was not measured. */
function formatEditFigures(scene: BenchScene, figures: AllBenchFigures): string[] {
	const [edit, rebuild] = [figures.edit[scene], figures.rebuild[scene]];
	if (edit === undefined || rebuild === undefined) return [];
	const lines = (['braise', 'sucrase'] as const).map((contender) => {
		const { untilCompiled, untilFirstResult, untilLastResult, untilDrawn } = edit[contender];
		const results = `first result ${formatSpread(untilFirstResult)} · last ${formatSpread(untilLastResult)}`;
		return `  ${contender.padEnd(8)} compiled ${formatSpread(untilCompiled)} · ${results} · picture ${formatSpread(untilDrawn)}`;
	});
	const { page, worker, native } = rebuild;
	return [
		`Edit, scene ${scene} (${edit.braise.untilDrawn.runs} runs)`,
		...lines,
		`  rebuild  in the worker ${formatSpread(worker)} · seen by the page ${formatSpread(page)} · native ${formatSpread(native)}`
	];
}

export function formatFiguresTable(machine: BenchMachine, figures: AllBenchFigures, aims: Aim[]): string {
	const lines = [formatMachineLine(machine), '', 'Milliseconds are p50 / p95.'];
	lines.push(...BENCH_SCENES.flatMap((scene) => formatEditFigures(scene, figures)));
	for (const where of ['scene', 'check'] as const) {
		const { overtime, recoveryTime, longestGap } = figures.loops[where];
		lines.push(
			`Endless loop in a ${where}: past its limit ${formatSpread(overtime)} · going on ${formatSpread(recoveryTime)} · longest gap ${formatSpread(longestGap)}`
		);
	}
	lines.push(`Longest gap with nothing to do: ${figures.loops.quietGap.toFixed(1)}`);
	for (const { name, cold, warm: warmVisit } of figures.starts) {
		for (const [kind, each] of [
			['cold', cold],
			['warm', warmVisit]
		] as const) {
			lines.push(
				`${name}, ${kind}: readable ${each.readable} · scene ${each.scene} · editable ${each.editable} · first result ${each.result} · ${Math.round(each.bytes / 1000)} kB (${Math.round(each.bytesAtResult / 1000)} at the result) · ${each.files} files before the scene`
			);
		}
	}
	for (const { name, readable, scene, editable, result } of figures.barePage)
		lines.push(
			`${name}, CodeMirror and sucrase, cold: readable ${readable} · scene ${scene} · editable ${editable} · first result ${result}`
		);
	const { edits, seconds, before, after, first, last } = figures.endurance;
	lines.push(
		`${edits} edits and runs in ${seconds} s: heap ${before.heap} → ${after.heap} MB · processes ${before.processes} → ${after.processes} MB · nodes ${before.nodes} → ${after.nodes} · run to results ${formatSpread(first)} → ${formatSpread(last)}`,
		...formatJudgeFigures(figures.judge),
		...(hasClassroomFigures(figures) ? formatClassroomFigures(figures) : []),
		'',
		...formatAims(aims)
	);
	return lines.join('\n');
}
