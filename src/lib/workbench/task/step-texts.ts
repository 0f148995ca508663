import { m } from '#lib/paraglide/messages.js';
import type { StepKind } from '#lib/domain/challenge.ts';
import type { StepLockReason } from '#lib/steps/view.ts';
import type { StepNeed } from '#lib/steps/progress.ts';

const STEP_NEED_TEXTS: Record<StepNeed | StepLockReason, () => string> = {
	steps_needs_answer: m.steps_needs_answer,
	steps_needs_call: m.steps_needs_call,
	steps_needs_tune: m.steps_needs_tune,
	steps_needs_arrange: m.steps_needs_arrange,
	steps_needs_build: m.steps_needs_build,
	steps_needs_stretch: m.steps_needs_stretch,
	steps_needs_example: m.steps_needs_example,
	steps_needs_decision: m.steps_needs_decision,
	steps_needs_both: m.steps_needs_both,
	steps_needs_first_build: m.steps_locked_decide,
	steps_locked_before: m.steps_locked_before,
	steps_locked_decide: m.steps_locked_decide
};

export const explainStepNeed = (need: StepNeed): string => STEP_NEED_TEXTS[need]();

export const explainStepLock = (lock: StepLockReason): string => STEP_NEED_TEXTS[lock]();

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
