import type { Problem } from '#sandbox/report.ts';
import type { Verdict } from '#sandbox/judge/index.ts';

/** Leaves out the length of a time limit, because the command sets that limit, not the challenge. */
export function describeProblemForAuthor(problem: Problem): string {
	return problem.kind === 'time' ? 'it does not end within the limit' : describeProblemReason(problem);
}

const STATUS_MARKS = { pass: '✓', fail: '✗', error: '!' } as const;

export function describeVerdict(name: string, { report, held, broke }: Verdict): string {
	const lines = report.results.map(({ status, path, problem, duration }) => {
		const problemSuffix = problem === undefined ? '' : `: ${describeProblemWithPlace(problem)}`;
		return `  ${STATUS_MARKS[status]} ${path.join(' > ')} (${Math.round(duration)} ms)${problemSuffix}`;
	});
	if (report.load !== undefined)
		lines.push(`  ! the ${broke ?? 'program'} did not load: ${describeProblemWithPlace(report.load)}`);
	const passCount = report.results.filter(({ status }) => status === 'pass').length;
	const counts = `${passCount} of ${report.results.length} passed`;
	const heldBackText = held.total === 0 ? '' : `, ${held.passed} of ${held.total} held back`;
	return [`${name}: ${counts}${heldBackText}`, ...lines].join('\n');
}

function describeProblemWithPlace(problem: Problem): string {
	const place = 'place' in problem && problem.place ? ` (${problem.place.file}:${problem.place.line})` : '';
	return describeProblemReason(problem) + place;
}

export function describeProblemReason(problem: Problem): string {
	switch (problem.kind) {
		case 'assertion':
			return problem.message;
		case 'thrown':
			return `${problem.name}: ${problem.message}`;
		case 'time':
			return `not finished within ${problem.limit} ms`;
		case 'memory':
			return 'out of memory';
		case 'too-large':
			return 'too large to compile';
		case 'crash':
			return `the engine broke: ${problem.message}`;
	}
}
