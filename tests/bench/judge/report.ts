import { roundToDigits } from '../statistics.ts';
import { aimAtLeast, aimAtMost, type Aim } from '../aim.ts';
import type { JudgeFigures } from '../judge.ts';

export function judgeAims({ fixed, perSecond }: JudgeFigures): Aim[] {
	return [
		aimAtMost('judgement, fixed cost, p50, ms', 15, fixed.judge.p50),
		aimAtLeast('judgements of 20 light checks, per second', 40, perSecond.judge)
	];
}

export function formatJudgeFigures({ fixed, light, perSecond, call, seats }: JudgeFigures): string[] {
	const formatContenderLine = (name: 'judge' | 'node') =>
		`  ${name.padEnd(6)} one check ${fixed[name].p50} / ${fixed[name].p95} · 20 checks ${light[name].p50} / ${light[name].p95} · ` +
		`${roundToDigits(perSecond[name])} in a second · a call ${roundToDigits(call[name], 2)} µs`;
	return [
		`Judging (${fixed.judge.runs} runs, ${seats} seats; plain Node has one core)`,
		formatContenderLine('judge'),
		formatContenderLine('node')
	];
}
