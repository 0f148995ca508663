/** The examples that a student wrote in one step "catch". */
import type { WrittenExample } from '#lib/domain/written-example.ts';

export interface ExamplesOfStep {
	/** The step's id. */
	step: string;
	examples: WrittenExample[];
}
