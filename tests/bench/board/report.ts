import { aimAtMost, type Aim } from '../aim.ts';
import type { BoardFigures } from '../board.ts';

export function boardAims({ braise, screen, debate }: BoardFigures): Aim[] {
	return [
		aimAtMost('a change to a board’s stream, p95, ms', 300, braise.delay.p95),
		aimAtMost('a change to a teacher’s screen, p95, ms', 300, screen.p95),
		aimAtMost('changes that no board heard', 0, braise.lostChanges),
		aimAtMost('to the debate, the last browser of a class, ms', 2000, debate.longest),
		aimAtMost('to the debate, drawn on a screen, ms', 2000, debate.screen)
	];
}

export function formatBoardFigures({ braise, bare, screen, debate }: BoardFigures): string[] {
	const formatContenderLine = (
		name: string,
		{ streams, delay, changesPerSecond, lostChanges, memory, processor }: BoardFigures['braise']
	) =>
		`${name.padEnd(7)} ${streams} streams · ${changesPerSecond} changes in a second, heard after ${delay.p50} / ${delay.p95} ms (${lostChanges} lost) · ` +
		`${memory.join(' → ')} MB · ${processor} % of a processor`;
	return [
		formatContenderLine('Braise', braise),
		formatContenderLine('bare', bare),
		`drawn on a teacher’s screen after ${screen.p50} / ${screen.p95} ms (${screen.runs})`,
		`to the debate: heard after ${debate.delay.p50} / ${debate.delay.p95} ms, the last of ${debate.delay.runs} after ${debate.longest}; drawn after ${debate.screen}`
	];
}
