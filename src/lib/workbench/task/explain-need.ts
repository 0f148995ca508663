/** Explains what a step still needs, and why a step is locked. */
import type { StepLockReason } from '#lib/steps/view.ts';
import type { StepNeed } from '#lib/steps/progress.ts';
import { m } from '#lib/paraglide/messages.js';

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
