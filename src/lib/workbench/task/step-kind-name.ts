/** Names the kinds of steps in the page's language. */
import { m } from '#lib/paraglide/messages.js';
import type { StepKind } from '#lib/domain/challenge.ts';

const STEP_KIND_NAMES: Record<StepKind, () => string> = {
	discover: m.kind_discover,
	predict: m.kind_predict,
	tune: m.kind_tune,
	arrange: m.kind_arrange,
	build: m.kind_build,
	stretch: m.kind_stretch,
	catch: m.kind_catch,
	decide: m.kind_decide,
	show: m.kind_show
};

export const stepKindName = (kind: StepKind): string => STEP_KIND_NAMES[kind]();
