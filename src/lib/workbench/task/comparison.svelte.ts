/** Computes the figures of each option of the decision with the student's own program. */
import type { Figure } from '#sandbox/report.ts';
import type { Program } from '../code/program.svelte.ts';

export class Comparison {
	/** By option id; absent while computing, or when the program failed. */
	figures = $state.raw<Record<string, Figure[]>>({});
	#latest = 0;

	async measure(program: Program, options: string[], values: Record<string, number>): Promise<void> {
		const measuring = ++this.#latest;
		for (const option of options) {
			const figures = await program.measure(option, values);
			if (measuring !== this.#latest) return;
			if (figures) this.figures = { ...this.figures, [option]: figures };
		}
	}
}
