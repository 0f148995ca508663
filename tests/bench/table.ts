/** Prints the figures as tables. */
import { aimLines, type Aim } from './aim.ts';
import { classroomLines } from './classroom.ts';
import { hasClassroom, type AllFigures, type Machine } from './figures.ts';
import { judgeLines } from './judge/report.ts';
import type { Spread } from './statistics.ts';

const ms = ({ p50, p95 }: Spread) => `${p50} / ${p95}`;

export function machineLine({ browser, node, processors, load }: Machine): string {
	const measured = browser === undefined ? '' : `${browser}, `;
	return `${measured}Node ${node}, ${processors} processors, load ${load.join(' → ')}`;
}

export function tableOf(machine: Machine, figures: AllFigures, aims: Aim[]): string {
	const lines = [machineLine(machine), '', 'Milliseconds are p50 / p95.'];
	for (const scene of ['plain', 'street'] as const) {
		const { edit, rebuild } = figures;
		lines.push(`Edit, ${scene} scene (${edit[scene].braise.drawn.runs} runs)`);
		for (const contender of ['braise', 'sucrase'] as const) {
			const { compiled, lastResult, drawn } = edit[scene][contender];
			lines.push(
				`  ${contender.padEnd(8)} compiled ${ms(compiled)} · 20 results ${ms(lastResult)} · picture ${ms(drawn)}`
			);
		}
		const { asked, worker, native } = rebuild[scene];
		lines.push(`  rebuild  in the worker ${ms(worker)} · seen by the page ${ms(asked)} · native ${ms(native)}`);
	}
	for (const where of ['scene', 'check'] as const) {
		const { pastLimit, recovered, longestGap } = figures.loops[where];
		lines.push(
			`Endless loop in a ${where}: past its limit ${ms(pastLimit)} · going on ${ms(recovered)} · longest gap ${ms(longestGap)}`
		);
	}
	lines.push(`Longest gap with nothing to do: ${figures.loops.quietGap.toFixed(1)}`);
	for (const { name, cold, warm } of figures.starts) {
		for (const [kind, each] of [
			['cold', cold],
			['warm', warm]
		] as const) {
			lines.push(
				`${name}, ${kind}: readable ${each.readable} · scene ${each.scene} · editable ${each.editable} · first result ${each.result} · ${Math.round(each.bytes / 1000)} kB (${Math.round(each.bytesAtResult / 1000)} at the result)`
			);
		}
	}
	const { edits, seconds, before, after, first, last } = figures.endurance;
	lines.push(
		`${edits} edits and runs in ${seconds} s: heap ${before.heap} → ${after.heap} MB · processes ${before.processes} → ${after.processes} MB · nodes ${before.nodes} → ${after.nodes} · run to results ${ms(first)} → ${ms(last)}`,
		...judgeLines(figures.judge),
		...(hasClassroom(figures) ? classroomLines(figures) : []),
		'',
		...aimLines(aims)
	);
	return lines.join('\n');
}
