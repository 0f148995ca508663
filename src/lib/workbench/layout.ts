/** Remembers on this machine how panels share the screen, in percent, for each kind of step. */
import * as v from 'valibot';

export type Look = 'looking' | 'making' | 'deciding' | 'inventing';
export type Direction = 'columns' | 'rows';

/** Columns: task, code, stage. Rows: stage, results. A project has no task. At 1366 pixels the code has room for 56 characters a line. */
const GIVEN: Record<Look, Record<Direction, number[]>> = {
	looking: { columns: [25, 42, 33], rows: [70, 30] },
	deciding: { columns: [29, 31, 40], rows: [55, 45] },
	making: { columns: [24, 42, 34], rows: [58, 42] },
	inventing: { columns: [50, 50], rows: [74, 26] }
};

const sizesSchema = v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));

export function layoutOf(look: Look, direction: Direction): number[] {
	const given = GIVEN[look][direction];
	try {
		const kept = v.safeParse(sizesSchema, JSON.parse(localStorage.getItem(key(look, direction)) ?? 'null'));
		return kept.success && kept.output.length === given.length ? kept.output : given;
	} catch {
		// Storage refused or invalid: use the default layout.
		return given;
	}
}

export function keepLayout(look: Look, direction: Direction, sizes: number[]): void {
	try {
		localStorage.setItem(key(look, direction), JSON.stringify(sizes));
	} catch {
		// Storage refused: the layout lasts as long as the page.
	}
}

function key(look: Look, direction: Direction): string {
	return `layout.${look}.${direction}`;
}
