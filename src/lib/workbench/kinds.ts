import { m } from '#lib/paraglide/messages.js';
import type { StepKind } from '#lib/domain/challenge.ts';

/** What a kind of step asks, in a word. */
export function nameKind(kind: StepKind): string {
	return m[`kind_${kind}`]();
}
