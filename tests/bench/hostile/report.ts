import { aimAtMost, type Aim } from '../aim.ts';
import type { HostileFigures } from '../hostile.ts';

export function hostileProgramAims({ health, page, verdict, lostVerdicts, memory }: HostileFigures): Aim[] {
	return [
		aimAtMost('hostile programs: /healthz meanwhile, p95, ms', 1000, health.p95),
		aimAtMost('hostile programs: a page meanwhile, p95, ms', 1000, page.p95),
		aimAtMost('hostile programs: an ordinary verdict meanwhile, p95, ms', 3000, verdict.p95),
		aimAtMost('hostile programs: ordinary hand-ins without their verdict', 0, lostVerdicts),
		aimAtMost('hostile programs: memory of all processes, MB', 1536, memory)
	];
}

export function formatHostileFigures({ attackers, health, page, verdict, hostile, memory }: HostileFigures): string[] {
	const outcomeTexts = Object.entries(hostile).map(([outcome, times]) => `${outcome} ×${times}`);
	return [
		`${attackers} attackers: ${outcomeTexts.join(' · ')}`,
		`  /healthz ${health.p50} / ${health.p95} ms (${health.runs}) · a page ${page.p50} / ${page.p95} (${page.runs}) · ordinary verdict ${verdict.p50} / ${verdict.p95} (${verdict.runs}) · ${memory} MB at most`
	];
}
