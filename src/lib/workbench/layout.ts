import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';

export type LayoutKind = 'looking' | 'making' | 'deciding' | 'inventing';
export type PanelDirection = 'columns' | 'rows';

/**
 * Default sizes in percent. The columns are task, code and stage (a project has no task), the rows stage and results. On a screen
 * 1366 pixels wide, the code shows 56 characters a line.
 */
const DEFAULT_PANEL_SIZES: Record<LayoutKind, Record<PanelDirection, number[]>> = {
	looking: { columns: [25, 42, 33], rows: [70, 30] },
	deciding: { columns: [29, 31, 40], rows: [55, 45] },
	making: { columns: [24, 42, 34], rows: [58, 42] },
	inventing: { columns: [50, 50], rows: [74, 26] }
};

const panelSizesSchema = v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));

export function loadPanelSizes(layoutKind: LayoutKind, direction: PanelDirection): number[] {
	const defaultSizes = DEFAULT_PANEL_SIZES[layoutKind][direction];
	const storedSizes = v.safeParse(
		panelSizesSchema,
		browserValueStore.readJson(panelSizesStorageKey(layoutKind, direction))
	);
	return storedSizes.success && storedSizes.output.length === defaultSizes.length ? storedSizes.output : defaultSizes;
}

/** Saves sizes that differ from the saved ones or the defaults, so that nothing is stored for a person who moved no border. */
export function savePanelSizes(layoutKind: LayoutKind, direction: PanelDirection, sizes: number[]): void {
	const savedSizes = loadPanelSizes(layoutKind, direction);
	if (sizes.every((size, nth) => size === savedSizes[nth])) return;
	browserValueStore.write(panelSizesStorageKey(layoutKind, direction), JSON.stringify(sizes));
}

function panelSizesStorageKey(layoutKind: LayoutKind, direction: PanelDirection): string {
	return `layout.${layoutKind}.${direction}`;
}
