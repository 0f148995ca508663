import type { WrittenExample, ExampleCellFault, ExampleFault } from '#lib/domain/written-example.ts';
import type { ExampleFunction } from '#lib/domain/challenge.ts';
import { m } from '#lib/paraglide/messages.js';

const CELL_FAULT_TEXTS: Record<ExampleCellFault, (cell: { name: string }) => string> = {
	empty: m.catch_fault_empty,
	comma: m.catch_fault_comma,
	word: m.catch_fault_word,
	open: m.catch_fault_open,
	unclear: m.catch_fault_unclear
};

export function exampleFaultText(fault: ExampleFault, called: ExampleFunction | undefined): string {
	if (fault === 'function') return m.catch_fault_function();
	return CELL_FAULT_TEXTS[fault.fault]({ name: called?.parameters[fault.at] ?? m.catch_returns() });
}

export interface ExamplesOfStep {
	/** The step's id. */
	step: string;
	examples: WrittenExample[];
}
