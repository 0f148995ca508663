import type { Frame, Page } from '@playwright/test';
import axeCore, { type PartialResults, type RunOptions, type SerialContextObject } from 'axe-core';

declare global {
	/** Loaded into the pages that are tested. */
	var axe: typeof axeCore | undefined;
}

export interface AxeViolation {
	rule: string;
	/** Selectors of the elements. */
	places: string[];
}

const WHOLE_DOCUMENT: SerialContextObject = { include: [], exclude: [] };

/** Loads axe into a document that does not have it yet. */
async function loadAxe(frame: Frame): Promise<void> {
	if (!(await frame.evaluate(() => globalThis.axe !== undefined))) await frame.evaluate(axeCore.source);
}

/**
 * Returns the violations in the page and its frames. `AxeBuilder` would load axe again for every call, and pass on all results to a
 * page of its own: half of the time that the tests spent with axe.
 */
export async function findViolations(page: Page, options: RunOptions): Promise<AxeViolation[]> {
	const frame = page.mainFrame();
	await loadAxe(frame);
	const childPartials = page.frames().length > 1 ? await runInChildFrames(frame, WHOLE_DOCUMENT, options) : [];
	return frame.evaluate(
		async ({ context, options, childPartials }) => {
			if (globalThis.axe === undefined) throw new Error('The page has lost axe.');
			const partial = await globalThis.axe.runPartial(context, options);
			const { violations } = await globalThis.axe.finishRun([partial, ...childPartials], options);
			return violations.map(({ id, nodes }) => ({ rule: id, places: nodes.map(({ target }) => target.join(' ')) }));
		},
		{ context: WHOLE_DOCUMENT, options: { ...options, resultTypes: ['violations' as const] }, childPartials }
	);
}

/**
 * Returns the results of all nested frames in the order that axe expects: each frame before the frames in it; null for a frame
 * that cannot be tested.
 */
async function runInChildFrames(
	frame: Frame,
	context: SerialContextObject,
	options: RunOptions
): Promise<PartialResults> {
	const frameContexts = await frame.evaluate(
		(context) => globalThis.axe?.utils.getFrameContexts(context) ?? [],
		context
	);
	const partials: PartialResults = [];
	for (const { frameSelector, frameContext } of frameContexts) {
		const element = await frame.evaluateHandle(
			(selector) => globalThis.axe?.utils.shadowSelect(selector) ?? null,
			frameSelector
		);
		const child = await element.asElement()?.contentFrame();
		if (child) partials.push(...(await runInFrame(child, frameContext, options)));
		else partials.push(null);
	}
	return partials;
}

async function runInFrame(frame: Frame, context: SerialContextObject, options: RunOptions): Promise<PartialResults> {
	try {
		await loadAxe(frame);
		const partial = await frame.evaluate(
			({ context, options }) => globalThis.axe?.runPartial(context, options) ?? null,
			{ context, options }
		);
		return [partial, ...(await runInChildFrames(frame, context, options))];
	} catch {
		// The frame has left its document meanwhile.
		return [null];
	}
}
