import { m } from '#lib/paraglide/messages.js';
import type { TroubleReason } from './trouble.ts';

const TEXTS: Record<TroubleReason, () => string> = {
	offline: m.sync_trouble_offline,
	unreachable: m.sync_trouble_unreachable,
	'not-ours': m['sync_trouble_not-ours'],
	server: m.sync_trouble_server,
	'signed-out': m['sync_trouble_signed-out'],
	'other-person': m['sync_trouble_other-person'],
	'too-large': m['sync_trouble_too-large'],
	'account-full': m['sync_trouble_account-full'],
	refused: m.sync_trouble_refused
};

export function explainTrouble(reason: TroubleReason): string {
	return TEXTS[reason]();
}
