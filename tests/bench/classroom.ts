/** Measures a classroom: all first visits at once, and a lesson on a slow machine. */
import type { Browser } from 'playwright';
import { aimAtMost, type Aim } from './aim.ts';
import type { ClassroomBenchSize } from './amounts.ts';
import { measureClassVisits, type ClassVisitFigures } from './class.ts';
import { measureLesson, type MeasuredLesson } from './lesson.ts';

export interface ClassroomFigures {
	class: ClassVisitFigures[];
	lesson: MeasuredLesson;
}

export async function measureClassroom(
	browser: Browser,
	port: number,
	{ visits, seconds }: ClassroomBenchSize,
	say: (text: string) => void
): Promise<ClassroomFigures> {
	say(`${visits} first visits at once, with compression and without…`);
	const visited = await measureClassVisits(port, visits);
	say(`${seconds} seconds of a lesson, processor 6x slower…`);
	return { class: visited, lesson: await measureLesson(browser, port, seconds) };
}

export function classroomAims({ class: visited, lesson }: ClassroomFigures): Aim[] {
	const { growth, gaps, slowdown, longestTask } = lesson;
	return [
		...visited.flatMap(({ name, student }) => [
			aimAtMost(`${name}: readable, ms`, 10_000, student.readable),
			aimAtMost(`${name}: first result, ms`, 90_000, student.result)
		]),
		aimAtMost('lesson: heap, times that of its beginning', 1.1, growth.heap ?? NaN),
		aimAtMost('lesson: elements, times those of its beginning', 1.1, growth.nodes ?? NaN),
		aimAtMost('lesson: workers, times those of its beginning', 1, growth.workers ?? NaN),
		aimAtMost('lesson: frames, times those of its beginning', 1, growth.frames ?? NaN),
		aimAtMost(`lesson, ${slowdown}x slower: longest task, ms of the page’s own processor`, 1000, longestTask),
		aimAtMost(`lesson, ${slowdown}x slower: longest gap without a loop, ms`, 1000, gaps.ordinary.longest),
		aimAtMost(`lesson, ${slowdown}x slower: longest gap with one, ms`, 1000, gaps.loop.longest)
	];
}

export function formatClassroomFigures({ class: visited, lesson }: ClassroomFigures): string[] {
	const formatSpread = ({ p50, p95 }: { p50: number; p95: number }) => `${Math.round(p50)} / ${Math.round(p95)}`;
	const { before, after, gaps, longestTask, rounds, seconds, slowdown, first, last } = lesson;
	const growthParts = (['heap', 'processes', 'nodes', 'listeners', 'workers', 'frames'] as const).map(
		(name) => `${name} ${before[name]} → ${after[name]} (×${lesson.growth[name]})`
	);
	return [
		...visited.flatMap(({ name, student, others, bytes, requests }) => [
			`${name}, one with a browser 4x slower: readable ${student.readable} · scene ${student.scene} · editable ${student.editable} · first result ${student.result} · ${Math.round(student.bytes / 1000)} kB`,
			`  the others, ${requests} requests each: the page ${formatSpread(others.document)} · everything ${formatSpread(others.whole)} · ${(bytes / 1_000_000).toFixed(1)} MB for all`
		]),
		`Lesson of ${seconds} s, ${rounds} rounds, processor ${slowdown}x slower: ${growthParts.join(' · ')}`,
		`  longest gap of a round ${formatSpread(gaps.ordinary)}, at most ${gaps.ordinary.longest} · with an endless loop ${formatSpread(gaps.loop)}, at most ${gaps.loop.longest} · longest task ${longestTask} of the page’s own processor · run to results ${formatSpread(first)} → ${formatSpread(last)}`
	];
}
