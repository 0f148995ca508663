/** Explains to students why a pair could not be formed or ended. */
import type { UnansweredRequest } from '#lib/wire/request-json.ts';
import type { PairRefusal } from '#lib/wire/pair.ts';
import { m } from '#lib/paraglide/messages.js';

export type RefusedPairing = { kind: 'refused'; reason: PairRefusal; seconds?: number | undefined };

const PAIR_REFUSAL_TEXTS: Partial<Record<PairRefusal, () => string>> = {
	wrong: m.pair_refused_wrong,
	same: m.pair_refused_same,
	full: m.pair_refused_full,
	'signed-out': m.sync_trouble_signed_out,
	'other-person': m.pair_refused_changed
};

export function explainPairRefusal(refused: RefusedPairing | UnansweredRequest): string {
	if (refused.kind === 'unanswered') return m.pair_refused_network();
	if (refused.reason === 'wait') return m.account_wait({ seconds: refused.seconds ?? 10 });
	return (PAIR_REFUSAL_TEXTS[refused.reason] ?? m.pair_refused_other)();
}
