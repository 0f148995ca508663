/** What went wrong, in the student's language. */
import { m } from '#lib/paraglide/messages.js';
import type { Problem } from '#sandbox/report.ts';
import type { Diagnostic } from '#sandbox/index.ts';

export function explainProblem(problem: Problem): string {
	switch (problem.kind) {
		case 'assertion':
			return problem.message;
		case 'thrown':
			return problem.name === 'RangeError' && /call stack|too much recursion/i.test(problem.message)
				? m.problem_recursion()
				: m.problem_thrown({ name: problem.name, message: problem.message });
		case 'time':
			return m.problem_time({ seconds: (problem.limit / 1000).toString() });
		case 'memory':
			return m.problem_memory();
		case 'crash':
			return m.problem_crash();
	}
}

export function explainDiagnostic(diagnostic: Diagnostic): string {
	if (diagnostic.kind === 'syntax') return m.problem_syntax({ message: diagnostic.message });
	return diagnostic.available.length > 0
		? m.problem_import_known({ specifier: diagnostic.specifier, available: diagnostic.available.join(', ') })
		: m.problem_import({ specifier: diagnostic.specifier });
}
